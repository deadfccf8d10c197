package io.lakewarden.drift;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The comparison of one column.
 *
 * @param column its path
 * @param kind as in the reference
 * @param role what it means to the model
 * @param status the worst of its findings; {@link Status#SKIPPED} without any, {@link Status#ERROR} with too few rows
 * @param scores of every statistic for its kind, by name
 * @param bins the counts behind the scores, where it has bins
 * @param season how much the reference itself moves, where the column moved and the reference has blocks
 * @param checks one for each score that was held against a threshold
 * @param failure what is told of a column that could not be compared
 */
public record ColumnDrift(
        String column,
        ColumnKind kind,
        ColumnRole role,
        Status status,
        SortedMap<String, DriftScore> scores,
        Optional<BinTable> bins,
        Optional<SeasonNote> season,
        List<DriftCheck> checks,
        Optional<Finding> failure) {
    public ColumnDrift {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(bins, "bins");
        Objects.requireNonNull(season, "season");
        scores = Collections.unmodifiableSortedMap(new TreeMap<>(scores));
        checks = List.copyOf(checks);
        Objects.requireNonNull(failure, "failure");
    }

    /** A column that was compared. */
    ColumnDrift(
            String column,
            ColumnKind kind,
            ColumnRole role,
            Status status,
            SortedMap<String, DriftScore> scores,
            Optional<BinTable> bins,
            Optional<SeasonNote> season,
            List<DriftCheck> checks) {
        this(column, kind, role, status, scores, bins, season, checks, Optional.empty());
    }

    /** What is told of it: of each check, or that it could not be compared. */
    public List<Finding> findings() {
        return Stream.concat(checks.stream().map(DriftCheck::finding), failure.stream())
                .toList();
    }

    /** A column that was not compared. */
    static ColumnDrift without(
            String column, ColumnKind kind, ColumnRole role, Status status, Optional<Finding> failure) {
        return new ColumnDrift(
                column, kind, role, status, new TreeMap<>(), Optional.empty(), Optional.empty(), List.of(), failure);
    }
}
