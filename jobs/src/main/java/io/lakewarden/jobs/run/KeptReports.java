package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.store.StoreFiles;
import io.lakewarden.jobs.store.StoredRun;
import io.lakewarden.report.ReportFormatException;
import io.lakewarden.report.ReportJson;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;

/** What stands in the store of windows that were run before: their reports, for those whose rows are not read, and their statuses. */
final class KeptReports {
    private final MonitorConfig config;
    private final StoreFiles files;

    KeptReports(MonitorConfig config, StoreFiles files) {
        this.config = config;
        this.files = files;
    }

    /**
     * What the report of a committed run shows of its rows. Empty where the report that stands there is of another run, or of
     * another version: none is better than one that does not belong to the findings.
     */
    Optional<KeptSections> of(StoredRun run) {
        try {
            return read(files.reportJson(config.monitor(), run.window()))
                    .map(ReportJson::read)
                    .filter(document -> document.header().runId().equals(run.runId()))
                    .flatMap(document -> KeptSections.of(config, document));
        } catch (ReportFormatException e) {
            return Optional.empty();
        }
    }

    /** What the last run of a window came to, as it stands there. */
    Optional<String> status(Window window) {
        return read(files.runStatus(config.monitor(), window));
    }

    private Optional<String> read(URI file) {
        try {
            return files.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
