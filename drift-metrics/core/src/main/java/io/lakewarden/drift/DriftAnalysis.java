package io.lakewarden.drift;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares current data with the reference, column by column: arithmetic over profiles, no data is read. */
public final class DriftAnalysis {
    private DriftAnalysis() {}

    /**
     * Scores, bin tables and findings of every column of the reference. Columns that only the current data has are the
     * schema's business. A column that cannot be compared gives one finding of its own and stops no other.
     */
    public static DatasetDrift compare(Reference reference, DatasetProfile current, DriftPolicy policy) {
        Optional<String> tooFew = tooFewRows(reference.whole(), current, policy);
        List<Finding> findings = new ArrayList<>();
        tooFew.ifPresent(reason -> findings.add(Finding.of(
                source(ColumnRole.FEATURE),
                Finding.TABLE,
                "rows",
                Status.ERROR,
                rows(current),
                "at least " + policy.minimumRows() + " rows",
                "Nothing was compared: " + reason + ".")));
        Season season = new Season(reference, current.window(), policy.minimumRows());
        List<ColumnDrift> columns = new ArrayList<>();
        for (ColumnProfile column : reference.whole().columns().values()) {
            ColumnDrift drift = tooFew.isPresent()
                    ? unknown(column, policy, tooFew.get())
                    : compare(column, current.column(column.name()), policy, season);
            columns.add(drift);
            findings.addAll(drift.findings());
        }
        return new DatasetDrift(columns, findings);
    }

    /** The source of the findings of a role. */
    static String source(ColumnRole role) {
        return switch (role) {
            case PREDICTION -> "prediction-drift";
            case LABEL -> "label-drift";
            case FEATURE, PROTECTED, ID, TIME -> "data-drift";
        };
    }

    private static ColumnDrift compare(
            ColumnProfile reference, Optional<ColumnProfile> current, DriftPolicy policy, Season season) {
        ColumnRole role = policy.role(reference.name());
        // a column that is gone is the schema's finding
        if (!isCompared(role) || current.isEmpty()) {
            return ColumnDrift.without(reference.name(), reference.kind(), role, Status.SKIPPED, List.of());
        }
        try {
            return new ColumnComparison(reference, current.get(), policy, season).result();
        } catch (RuntimeException e) {
            Finding finding = Finding.of(
                    source(role),
                    reference.name(),
                    "comparison",
                    Status.ERROR,
                    "no scores",
                    "a comparison",
                    DriftSentences.quoted(reference.name()) + " could not be compared: "
                            + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) + ".");
            return ColumnDrift.without(reference.name(), reference.kind(), role, Status.ERROR, List.of(finding));
        }
    }

    private static boolean isCompared(ColumnRole role) {
        return role != ColumnRole.ID && role != ColumnRole.TIME;
    }

    private static Optional<String> tooFewRows(DatasetProfile reference, DatasetProfile current, DriftPolicy policy) {
        if (reference.rows() < policy.minimumRows()) {
            return Optional.of("the reference has " + rows(reference) + " and " + policy.minimumRows() + " are needed");
        }
        return current.rows() < policy.minimumRows()
                ? Optional.of("the window has " + rows(current) + " and " + policy.minimumRows() + " are needed")
                : Optional.empty();
    }

    private static String rows(DatasetProfile profile) {
        return profile.rows() + (profile.rows() == 1 ? " row" : " rows");
    }

    private static ColumnDrift unknown(ColumnProfile reference, DriftPolicy policy, String reason) {
        ColumnRole role = policy.role(reference.name());
        if (!isCompared(role)) {
            return ColumnDrift.without(reference.name(), reference.kind(), role, Status.SKIPPED, List.of());
        }
        SortedMap<String, DriftScore> scores = new TreeMap<>();
        DriftStatistics.of(reference.kind())
                .forEach(statistic -> scores.put(statistic.name(), DriftScore.of(MetricValue.unknown(reason))));
        return new ColumnDrift(
                reference.name(),
                reference.kind(),
                role,
                Status.ERROR,
                scores,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
