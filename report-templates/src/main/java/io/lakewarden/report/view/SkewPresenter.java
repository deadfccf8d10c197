package io.lakewarden.report.view;

import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportSkew;
import io.lakewarden.report.ReportSkewColumn;
import io.lakewarden.report.ReportSkewRows;
import io.lakewarden.report.ReportVerdict;
import io.lakewarden.report.text.Language;
import io.lakewarden.report.text.Text;
import io.lakewarden.report.view.SkewView.SkewRow;
import io.lakewarden.result.Status;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Shows which columns another source tells differently; of those that agree it says how many there are. */
final class SkewPresenter {
    private static final int MOST_SHOWN = 100;

    private SkewPresenter() {}

    /** The section; null where no other source was looked at. */
    static SkewView of(ReportDocument document, Language language) {
        return document.skew().map(skew -> view(skew, document, language)).orElse(null);
    }

    private static SkewView view(ReportSkew skew, ReportDocument document, Language language) {
        List<ReportSkewColumn> differing = skew.columns().stream()
                .filter(column -> column.status().isAlert() || column.status() == Status.ERROR)
                .sorted(Comparator.comparing(ReportSkewColumn::status, ReportVerdict.WORST_FIRST)
                        .thenComparing(Comparator.comparingDouble(SkewPresenter::mismatch)
                                .reversed()))
                .limit(MOST_SHOWN)
                .toList();
        int others = skew.columns().size() - differing.size();
        return new SkewView(
                language.sentence(language.text(
                        "skew.compared",
                        language.counted("rows", document.inputs().current().rows()),
                        language.counted("rows", skew.other().rows()),
                        language.name(skew.other().path()).shown())),
                skew.rows().map(rows -> joined(skew, rows, language)).orElse(null),
                differing.stream().map(column -> row(column, language)).toList(),
                others == 0 ? null : language.counted(differing.isEmpty() ? "skew.none" : "skew.others", others));
    }

    private static double mismatch(ReportSkewColumn column) {
        return column.mismatch()
                .flatMap(value -> value.number().stream().boxed().findFirst())
                .orElse(0.0);
    }

    private static Text joined(ReportSkew skew, ReportSkewRows rows, Language language) {
        return language.sentence(language.text(
                "skew.joined",
                language.count(rows.joined()),
                skew.key().stream().map(key -> language.name(key).shown()).collect(Collectors.joining(", ")),
                language.count(rows.currentAlone()),
                language.count(rows.otherAlone()),
                language.count(rows.currentRepeated()),
                language.count(rows.otherRepeated()),
                language.count(rows.currentKeyless()),
                language.count(rows.otherKeyless())));
    }

    private static SkewRow row(ReportSkewColumn column, Language language) {
        return new SkewRow(
                language.name(column.name()),
                column.mismatch()
                        .map(value -> language.value(value, language::share))
                        .orElse(null),
                column.distribution()
                        .map(score -> Words.score(score, column.role(), language))
                        .orElse(null),
                StatusView.of(column.status(), language),
                column.sentence().map(language::sentence).orElse(null));
    }
}
