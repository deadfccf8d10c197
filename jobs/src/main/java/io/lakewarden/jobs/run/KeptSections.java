package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportFoundSlice;
import io.lakewarden.report.ReportHeader;
import io.lakewarden.report.ReportMultivariate;
import io.lakewarden.report.ReportOutliers;
import io.lakewarden.report.ReportRun;
import io.lakewarden.report.ReportSkew;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an earlier run of a window found in its rows and showed in its report, for a run that does not read them again.
 *
 * @param run the run that read them
 */
record KeptSections(
        ReportRun run,
        Optional<ReportSkew> skew,
        Optional<ReportMultivariate> multivariate,
        Optional<ReportOutliers> outliers,
        Optional<List<ReportFoundSlice>> foundSlices) {
    /** Those of a report that the monitor still asks for; empty where it shows none of them. */
    static Optional<KeptSections> of(MonitorConfig config, ReportDocument last) {
        ReportHeader header = last.header();
        KeptSections kept = new KeptSections(
                header.rowsOf().orElseGet(() -> new ReportRun(header.runId(), header.generatedAt())),
                last.skew().filter(it -> config.skew().isPresent()),
                last.multivariate().filter(it -> config.multivariate().isPresent()),
                last.outliers().filter(it -> config.outliers().isPresent()),
                last.foundSlices().filter(it -> config.sliceSearch().isPresent()));
        boolean any = Stream.of(kept.skew, kept.multivariate, kept.outliers, kept.foundSlices)
                .anyMatch(Optional::isPresent);
        return any ? Optional.of(kept) : Optional.empty();
    }

    /** The document with these sections. */
    ReportDocument in(ReportDocument document) {
        return document.withSkew(skew)
                .withMultivariate(multivariate)
                .withOutliers(outliers)
                .withFoundSlices(foundSlices);
    }
}
