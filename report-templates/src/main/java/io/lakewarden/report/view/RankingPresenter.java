package io.lakewarden.report.view;

import io.lakewarden.report.AlertSpell;
import io.lakewarden.report.Ranking;
import io.lakewarden.report.ReportColumn;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportScore;
import io.lakewarden.report.text.Text;
import io.lakewarden.report.text.Times;
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

    static DriftView of(ReportDocument document, ColumnIds ids) {
        List<ReportColumn> ranked = Ranking.of(document.columns());
        Map<String, Finding> worst = worst(document.findings());
        List<RankedView> listed = new ArrayList<>();
        for (ReportColumn column : ranked.subList(0, Math.min(MOST_LISTED, ranked.size()))) {
            listed.add(view(column, listed.size() + 1, ids.of(column), worst.get(column.name())));
        }
        List<ResolvedView> resolved = new ArrayList<>();
        for (ReportColumn column : document.columns()) {
            AlertSpell.of(column)
                    .filter(spell -> !spell.ongoing())
                    .ifPresent(spell -> resolved.add(new ResolvedView(
                            ids.of(column), Text.of(column.name()), Words.role(column.role()), past(spell))));
        }
        return new DriftView(
                listed,
                more(ranked.size(), "beyond a limit"),
                resolved.subList(0, Math.min(MOST_LISTED, resolved.size())),
                more(resolved.size(), "back within their limits"));
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

    private static RankedView view(ReportColumn column, int rank, String target, Finding finding) {
        Optional<ReportScore> leading = Ranking.leading(column.scores());
        return new RankedView(
                Integer.toString(rank),
                target,
                Text.of(column.name()),
                Words.role(column.role()),
                StatusView.of(column.status()),
                AlertSpell.of(column)
                        .filter(AlertSpell::ongoing)
                        .map(RankingPresenter::since)
                        .orElse(null),
                leading.map(score -> Words.score(score, column.role())).orElse(""),
                leading.map(Words::limits).orElse(""),
                Text.ofSentence(finding == null ? "Its drift statistics are beyond a limit." : finding.sentence()),
                column.season().map(Text::ofSentence).orElse(null),
                ColumnPresenter.trend(column));
    }

    private static String since(AlertSpell spell) {
        if (spell.isNew()) {
            return "new since last window";
        }
        return "still (since " + Times.window(spell.first()) + (spell.begun() ? ")" : " or before)");
    }

    private static String past(AlertSpell spell) {
        String windows = spell.windows() == 1
                ? "in " + Times.window(spell.last())
                : "in " + spell.windows() + " windows from " + Times.window(spell.first()) + " to "
                        + Times.window(spell.last());
        return "Within its limits again; beyond one " + windows + (spell.begun() ? "." : ", and maybe before.");
    }

    private static String more(int all, String what) {
        int more = all - MOST_LISTED;
        return more <= 0 ? null : more + (more == 1 ? " more column is " : " more columns are ") + what + ".";
    }
}
