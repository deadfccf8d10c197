package io.lakewarden.jobs.source;

/**
 * A share of the rows, each taken or left by itself with the same chance.
 *
 * @param share the chance of a row, above 0 and below 1
 */
public record RowSample(double share) {
    public RowSample {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("a share of rows lies above 0 and below 1, but got " + share);
        }
    }

    /** Names the sampled state of a source; never equal to that of all rows. */
    public String snapshot(String source) {
        return "sample:" + share + ":" + source;
    }
}
