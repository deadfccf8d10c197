package io.lakewarden.report.site;

import io.lakewarden.report.ReportColumn;
import io.lakewarden.report.ReportScore;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Status;
import java.util.Objects;
import java.util.Optional;

/**
 * What the site keeps of one column in one window.
 *
 * @param name its path, as the source names it
 * @param role what it means to the model
 * @param status its judgement
 * @param season whether the season explains why it is beyond a limit
 * @param score the score whose history is shown; absent where it was not compared
 */
public record SiteColumn(String name, ColumnRole role, Status status, boolean season, Optional<SiteScore> score) {
    private static final String INDEX = "population_stability_index";

    public SiteColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(score, "score");
    }

    static SiteColumn of(ReportColumn column) {
        Optional<ReportScore> score = column.scores().stream()
                .filter(candidate -> candidate.name().equals(INDEX))
                .findFirst()
                .or(() -> column.scores().stream().findFirst());
        return new SiteColumn(
                column.name(),
                column.role(),
                column.status(),
                column.season().isPresent() && column.status().isAlert(),
                score.map(it -> new SiteScore(
                        it.name(),
                        it.value(),
                        it.warn(),
                        it.fail(),
                        column.binningId().orElse(""))));
    }
}
