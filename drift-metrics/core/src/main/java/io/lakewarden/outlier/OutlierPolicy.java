package io.lakewarden.outlier;

/**
 * What is taken for an outlier, and how many of them are worth a look.
 *
 * @param fence how many interquartile ranges beyond the quartiles a number is outside the fences; at least 0
 * @param trees of the isolation forest; 0 for none
 * @param sample how many rows of the reference each tree is grown over; at least 2
 * @param share of rows like the reference's that may be called isolated
 * @param excess of outliers over what the reference lets expect, as a share of the rows, from which on there is a warning
 * @param significance the largest p-value of a warning
 * @param examples how many rows are shown; 0 for none
 * @param bursts whether groups of rows that are too much alike are looked for
 */
public record OutlierPolicy(
        double fence,
        int trees,
        int sample,
        double share,
        double excess,
        double significance,
        int examples,
        boolean bursts) {
    /** Tukey's outer fences, the forest of its authors, and half a percent of the rows. */
    public static final OutlierPolicy DEFAULTS = new OutlierPolicy(3, 100, 256, 0.001, 0.005, 0.001, 5, true);

    public OutlierPolicy {
        if (!(fence >= 0) || trees < 0 || sample < 2 || examples < 0) {
            throw new IllegalArgumentException(
                    "a policy for outliers has no negative numbers and two rows in each tree," + " but got fence "
                            + fence + ", trees " + trees + ", sample " + sample + ", examples " + examples);
        }
        requireShare("share", share);
        requireShare("excess", excess);
        requireShare("significance", significance);
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " is a share from 0 to 1, but got " + share);
        }
    }
}
