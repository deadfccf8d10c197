package io.lakewarden.report.view;

import io.lakewarden.report.AlertSpell;
import io.lakewarden.report.Ranking;
import io.lakewarden.report.ReportColumn;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportScore;
import io.lakewarden.report.text.Language;
import io.lakewarden.report.view.DriftView.ResolvedView;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists what drifted, most first, each with the sentence of its worst finding, and what no longer does. */
final class RankingPresenter {
    /** So many columns are listed; the picture over time has them all. */
    private static final int MOST_LISTED = 40;

    private RankingPresenter() {}

    static DriftView of(ReportDocument document, ColumnIds ids, Language language) {
        List<ReportColumn> ranked = Ranking.of(document.columns());
        Map<String, Finding> worst = worst(document.findings());
        List<RankedView> listed = new ArrayList<>();
        for (ReportColumn column : ranked.subList(0, Math.min(MOST_LISTED, ranked.size()))) {
            listed.add(view(column, listed.size() + 1, ids.of(column), worst.get(column.name()), language));
        }
        List<ResolvedView> resolved = new ArrayList<>();
        for (ReportColumn column : document.columns()) {
            AlertSpell.of(column)
                    .filter(spell -> !spell.ongoing())
                    .ifPresent(spell -> resolved.add(new ResolvedView(
                            ids.of(column),
                            language.name(column.name()),
                            language.role(column.role()),
                            past(spell, language))));
        }
        return new DriftView(
                listed,
                more(ranked.size(), "drift.more", language),
                resolved.subList(0, Math.min(MOST_LISTED, resolved.size())),
                more(resolved.size(), "resolved.more", language));
    }

    private static Map<String, Finding> worst(List<Finding> findings) {
        Map<String, Finding> worst = new HashMap<>();
        findings.stream()
                .filter(finding -> finding.status().isAlert())
                .forEach(finding -> worst.merge(
                        finding.column(),
                        finding,
                        (first, next) -> first.status() == Status.WARN && next.status() == Status.FAIL ? next : first));
        return worst;
    }

    private static RankedView view(ReportColumn column, int rank, String target, Finding finding, Language language) {
        Optional<ReportScore> leading = Ranking.leading(column.scores());
        return new RankedView(
                Integer.toString(rank),
                target,
                language.name(column.name()),
                language.role(column.role()),
                StatusView.of(column.status(), language),
                AlertSpell.of(column)
                        .filter(AlertSpell::ongoing)
                        .map(spell -> since(spell, language))
                        .orElse(null),
                leading.map(score -> Words.score(score, column.role(), language))
                        .orElse(""),
                leading.map(score -> Words.limits(score, language)).orElse(""),
                finding == null
                        ? language.sentence(language.text("drift.beyond"))
                        : language.sentence(finding.sentence()),
                column.season().map(language::sentence).orElse(null),
                ShapeView.of(column, language),
                ColumnPresenter.trend(column, language),
                column.importance().isPresent()
                        ? language.text(
                                "drift.importance",
                                language.number(column.importance().getAsDouble()))
                        : null);
    }

    private static String since(AlertSpell spell, Language language) {
        if (spell.isNew()) {
            return language.text("drift.new");
        }
        return language.text(spell.begun() ? "drift.since" : "drift.since-or-before", language.window(spell.first()));
    }

    private static String past(AlertSpell spell, Language language) {
        return language.counted(
                spell.begun() ? "resolved.windows" : "resolved.windows-and-before",
                spell.windows(),
                language.window(spell.first()),
                language.window(spell.last()));
    }

    private static String more(int all, String key, Language language) {
        int more = all - MOST_LISTED;
        return more <= 0 ? null : language.counted(key, more);
    }
}
