package io.lakewarden.report;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The pages of sample documents, for tests that open them in a browser. */
public final class SamplePages {
    private SamplePages() {}

    /** A page as full as a real one: 21 columns of every kind, several of which drifted, and slices. */
    public static String lending() {
        List<ReportColumn> columns = LendingReport.document().columns();
        return HtmlReport.render(SampleReports.document(columns, LendingReport.findings(columns), LendingSlices.all()));
    }

    /** The page of {@link #lending} in German, with the colours, the logo and the section of the example. */
    public static String ofTeam() {
        List<ReportColumn> columns = LendingReport.document().columns();
        Path example = Path.of("..", "examples", "report-templates");
        RenderedReport report = HtmlReport.render(
                SampleReports.document(columns, LendingReport.findings(columns), LendingSlices.all()),
                ReportTemplates.of(new ReportStyle(Optional.of(example), Optional.of("de"))));
        if (!report.problems().isEmpty()) {
            throw new IllegalStateException(String.join("\n", report.problems()));
        }
        return report.html();
    }

    /** The names of the columns of {@link #lending}, in the order of the table. */
    public static List<String> lendingColumns() {
        return LendingReport.document().columns().stream()
                .map(ReportColumn::name)
                .toList();
    }

    /** A page of many columns, some of which drifted. */
    public static String wide(int columns) {
        List<ReportColumn> all = IntStream.range(0, columns)
                .mapToObj(place -> LendingReport.column(
                        "feature_" + place,
                        place % 3 == 0 ? ColumnKind.CATEGORICAL : ColumnKind.NUMERIC,
                        ColumnRole.FEATURE,
                        place % 30 * 0.02))
                .toList();
        return HtmlReport.render(SampleReports.document(all, LendingReport.findings(all)));
    }

    /** A page where every text that can come from data or configuration is one given text. */
    public static String saying(String text) {
        return HtmlReport.render(HostileReport.document(
                text,
                List.of(HostileReport.column(text)),
                List.of(new Finding(text, text, text, Status.FAIL, text, text, text))));
    }
}
