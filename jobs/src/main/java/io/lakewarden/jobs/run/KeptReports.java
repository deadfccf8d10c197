package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.store.StoreFiles;
import io.lakewarden.jobs.store.StoredRun;
import io.lakewarden.report.ReportFormatException;
import io.lakewarden.report.ReportJson;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The reports that stand in the store, for windows whose rows are not read. */
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
            return read(run.window())
                    .map(ReportJson::read)
                    .filter(document -> document.header().runId().equals(run.runId()))
                    .flatMap(document -> KeptSections.of(config, document));
        } catch (ReportFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<String> read(Window window) {
        try {
            return files.read(files.reportJson(config.monitor(), window));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the last report of " + window, e);
        }
    }
}
