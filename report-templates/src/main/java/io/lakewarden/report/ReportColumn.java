package io.lakewarden.report;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Status;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One column of the table.
 *
 * @param name its path, as the source names it
 * @param type its type in the source
 * @param kind how it was profiled
 * @param role what it means to the model; decides whether its index is called CSI or PSI
 * @param status the judgement of its drift; SKIPPED where it was not compared
 * @param rankWeight how far it moved, the severity of {@link Ranking#score}; {@link Ranking#weight} makes one
 * @param season one sentence on the movement that the season explains; absent where it explains none. The page shows
 *     it where the status is WARN or FAIL
 * @param metrics what its profile says, in display order
 * @param scores its drift statistics, in display order
 * @param binningId the frozen bins that {@code bins} count; absent where it has none
 * @param bins its bin table
 * @param histogram the shape of a numeric or temporal column; absent where the bins are the picture
 * @param trend one score over past windows, where there are any
 * @param importance how much it matters to the model, as a multiple of the average weight; absent where nobody says
 */
public record ReportColumn(
        String name,
        String type,
        ColumnKind kind,
        ColumnRole role,
        Status status,
        double rankWeight,
        Optional<String> season,
        List<ReportMetric> metrics,
        List<ReportScore> scores,
        Optional<String> binningId,
        List<ReportBin> bins,
        Optional<ReportHistogram> histogram,
        Optional<ReportTrend> trend,
        OptionalDouble importance) {
    public ReportColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(season, "season");
        metrics = List.copyOf(metrics);
        scores = List.copyOf(scores);
        Objects.requireNonNull(binningId, "binningId");
        bins = List.copyOf(bins);
        Objects.requireNonNull(histogram, "histogram");
        Objects.requireNonNull(trend, "trend");
        if (!Double.isFinite(rankWeight)) {
            throw new IllegalArgumentException("a rank weight is finite, but got " + rankWeight);
        }
        if (importance.isPresent() && !(importance.getAsDouble() >= 0 && importance.getAsDouble() < Double.MAX_VALUE)) {
            throw new IllegalArgumentException("an importance is finite and not negative, but got " + importance);
        }
    }

    /** A column of which nobody says how much it matters. */
    public ReportColumn(
            String name,
            String type,
            ColumnKind kind,
            ColumnRole role,
            Status status,
            double rankWeight,
            Optional<String> season,
            List<ReportMetric> metrics,
            List<ReportScore> scores,
            Optional<String> binningId,
            List<ReportBin> bins,
            Optional<ReportHistogram> histogram,
            Optional<ReportTrend> trend) {
        this(
                name,
                type,
                kind,
                role,
                status,
                rankWeight,
                season,
                metrics,
                scores,
                binningId,
                bins,
                histogram,
                trend,
                OptionalDouble.empty());
    }

    /** The same column with what it matters to the model. */
    public ReportColumn withImportance(OptionalDouble multiple) {
        return new ReportColumn(
                name,
                type,
                kind,
                role,
                status,
                rankWeight,
                season,
                metrics,
                scores,
                binningId,
                bins,
                histogram,
                trend,
                multiple);
    }
}
