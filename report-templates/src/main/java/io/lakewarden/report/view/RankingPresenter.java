package io.lakewarden.report.view;

import io.lakewarden.report.Ranking;
import io.lakewarden.report.ReportColumn;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportScore;
import io.lakewarden.report.text.Text;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists what drifted, most first, each with the sentence of its worst finding. */
final class RankingPresenter {
    private RankingPresenter() {}

    static List<RankedView> of(ReportDocument document) {
        IdentityHashMap<ReportColumn, Integer> places = new IdentityHashMap<>();
        document.columns().forEach(column -> places.putIfAbsent(column, places.size()));
        Map<String, Finding> worst = new HashMap<>();
        document.findings().stream()
                .filter(finding -> finding.status().isAlert())
                .forEach(finding -> worst.merge(
                        finding.column(),
                        finding,
                        (first, next) -> first.status() == Status.WARN && next.status() == Status.FAIL ? next : first));

        List<RankedView> ranked = new ArrayList<>();
        for (ReportColumn column : Ranking.of(document.columns())) {
            ranked.add(view(column, ranked.size() + 1, places.get(column), worst.get(column.name())));
        }
        return ranked;
    }

    private static RankedView view(ReportColumn column, int rank, int place, Finding finding) {
        Optional<ReportScore> leading = Ranking.leading(column.scores());
        return new RankedView(
                Integer.toString(rank),
                ColumnPresenter.id(place),
                Text.of(column.name()),
                Words.role(column.role()),
                StatusView.of(column.status()),
                leading.map(score -> Words.score(score, column.role())).orElse(""),
                leading.map(Words::limits).orElse(""),
                Text.ofSentence(finding == null ? "Its drift statistics are beyond a limit." : finding.sentence()),
                column.season().map(Text::ofSentence).orElse(null),
                ColumnPresenter.trend(column));
    }
}
