package io.lakewarden.report;

import io.lakewarden.report.site.SiteWindow;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Months of 2026 as a site knows them. */
final class SiteWindows {
    private SiteWindows() {}

    /** A month with a report of these columns. */
    static SiteWindow month(
            int month, String monitor, String title, List<ReportColumn> columns, List<Finding> findings) {
        ReportDocument document = SampleReports.document(columns, findings);
        ReportHeader header = document.header();
        return SiteWindow.of(
                new ReportDocument(
                        new ReportHeader(
                                monitor,
                                title,
                                of(month),
                                Optional.empty(),
                                "run-" + month,
                                header.generatedAt(),
                                header.granularity()),
                        document.verdict(),
                        document.inputs(),
                        document.findings(),
                        List.of(),
                        columns,
                        List.of(),
                        List.of()),
                "stamp");
    }

    /** A month without rows. */
    static SiteWindow empty(int month) {
        return new SiteWindow(
                of(month),
                "stamp",
                Optional.empty(),
                true,
                "run",
                Optional.of(Instant.EPOCH),
                Status.SKIPPED,
                "The window holds no rows.",
                new TreeMap<>(),
                OptionalLong.of(0),
                false,
                List.of(),
                0);
    }

    static Window of(int month) {
        LocalDate start = LocalDate.of(2026, month, 1);
        return Window.between(start, start.plusMonths(1));
    }
}
