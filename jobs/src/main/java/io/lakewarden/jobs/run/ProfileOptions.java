package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.Granularity;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.source.RowSample;
import java.util.Objects;
import java.util.Optional;

/**
 * How the profiles of a command's windows are come by. Each option changes how much is read, none but {@code sample}
 * what the result is.
 *
 * @param incremental whether stored profiles are brought up to date by the files that came since, where that is enough
 * @param verified whether the outcome of that is held against a full scan before it is stored
 * @param every a longer length of window, merged from stored windows of the monitor's own; absent for those themselves
 * @param sample which share of the rows is read; absent for all of them
 */
public record ProfileOptions(
        boolean incremental, boolean verified, Optional<Granularity> every, Optional<RowSample> sample) {
    /** Every row of every window is read. */
    public static final ProfileOptions NONE = new ProfileOptions(false, false, Optional.empty(), Optional.empty());

    /**
     * Checks that the options go together.
     *
     * @throws UserException if they do not, naming them as the command line does
     */
    public ProfileOptions {
        Objects.requireNonNull(every, "every");
        Objects.requireNonNull(sample, "sample");
        if (verified && !incremental) {
            throw new UserException("--verify holds an increment against a full scan; add --incremental");
        }
        if (sample.isPresent() && (incremental || every.isPresent())) {
            throw new UserException("--sample goes with neither --incremental nor --every: a sample is never merged"
                    + " with stored profiles");
        }
    }
}
