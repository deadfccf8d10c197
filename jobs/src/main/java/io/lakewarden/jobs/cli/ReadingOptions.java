package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.config.Granularity;
import io.lakewarden.jobs.run.ProfileOptions;
import io.lakewarden.jobs.source.RowSample;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How much of a table the commands that profile have to read. */
final class ReadingOptions {
    @Option(
            names = "--sample",
            paramLabel = "SHARE",
            description = {
                "For exploration: read a random share of the rows, such as 0.01. Every result says so, and is kept apart",
                "from those of all rows, under _samples in the store."
            })
    private RowSample sample;

    @Option(
            names = "--incremental",
            description = {
                "Where a Delta table was only appended to since a window was profiled, read the new files alone and merge",
                "them into the stored profile. Windows that lost rows are read in full, untouched ones not at all."
            })
    private boolean incremental;

    ProfileOptions with(Optional<Granularity> every, boolean verify) {
        return new ProfileOptions(incremental, verify, every, Optional.ofNullable(sample));
    }
}
