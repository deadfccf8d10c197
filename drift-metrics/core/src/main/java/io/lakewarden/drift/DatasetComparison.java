package io.lakewarden.drift;

import io.lakewarden.drift.DriftAnalysis.Pair;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Two datasets: scored column by column at first, judged once the family of tests is known. */
final class DatasetComparison {
    private final DriftPolicy policy;
    private final List<Column> columns = new ArrayList<>();
    private final List<Finding> ofTheTable = new ArrayList<>();
    private final Pair pair;
    private final Season season;
    private final boolean hasEnoughRows;

    DatasetComparison(Pair pair, DriftPolicy policy) {
        this.policy = policy;
        this.pair = pair;
        Reference reference = pair.reference();
        DatasetProfile current = pair.current();
        Optional<String> tooFew = tooFewRows(reference.whole(), current);
        tooFew.ifPresent(reason -> ofTheTable.add(Finding.of(
                DriftAnalysis.source(ColumnRole.FEATURE),
                Finding.TABLE,
                "rows",
                Status.ERROR,
                rows(current),
                "at least " + policy.minimumRows() + " rows",
                "Nothing was compared: " + reason + ".")));
        pair.clusters()
                .filter(it -> tooFew.isEmpty())
                .flatMap(Clusters::finding)
                .ifPresent(ofTheTable::add);
        this.hasEnoughRows = tooFew.isEmpty();
        this.season = new Season(reference, current.window(), policy.minimumRows());
        for (ColumnProfile column : reference.whole().columns().values()) {
            columns.add(
                    tooFew.isPresent()
                            ? new Done(unknown(column, tooFew.get()))
                            : score(column, current.column(column.name()), season, pair.clusters()));
        }
    }

    /** What the blocks say of chance in these rows and in slices of them, where the policy asks for that. */
    Optional<Calibration> calibrate(List<DatasetComparison> slices) {
        Optional<Calibration> learnt = policy.falseAlarms()
                .filter(budget -> hasEnoughRows && policy.preset().isEmpty())
                .map(budget -> new Calibration(budget, this, slices, policy.minimumRows()));
        learnt.map(Calibration::finding).ifPresent(ofTheTable::add);
        return learnt;
    }

    Window window() {
        return pair.current().window();
    }

    /** The reference's blocks of the window's length. */
    List<DatasetProfile> blocks() {
        return season.blocks();
    }

    /** How far each column moved in the blocks; also where the window has too few rows to say how far it moved now. */
    List<Calibration.Measured> measured() {
        List<DatasetProfile> blocks = blocks();
        return hasEnoughRows
                ? scored().stream()
                        .map(column -> new Calibration.Measured(Optional.of(column), column.effects(blocks)))
                        .toList()
                : pair.reference().whole().columns().values().stream()
                        .filter(column -> isCompared(policy.role(column.name())))
                        .map(column -> new Calibration.Measured(
                                Optional.empty(),
                                ColumnChecks.of(column, column.bins().isPresent(), policy)
                                        .effect()
                                        .map(statistic -> BlockEffects.of(
                                                column, Optional.empty(), blocks, statistic, policy.minimumRows()))))
                        .toList();
    }

    /** The columns that wait to be judged. */
    List<ColumnComparison> scored() {
        return columns.stream()
                .filter(Scored.class::isInstance)
                .map(column -> ((Scored) column).comparison())
                .toList();
    }

    /**
     * Judges all columns.
     *
     * @param family the adjusted p-value of a column's primary check
     * @param tests the size of the family
     * @param calibration what the reference's blocks show of chance, where that was asked for
     */
    DatasetDrift judge(
            Function<ColumnComparison, OptionalDouble> family, int tests, Optional<Calibration> calibration) {
        List<ColumnDrift> drifts = columns.stream()
                .map(column -> judge(column, family, calibration))
                .toList();
        List<Finding> findings = new ArrayList<>(ofTheTable);
        policy.preset()
                .flatMap(preset -> PresetCheck.ofTheTable(preset, drifts))
                .ifPresent(findings::add);
        drifts.forEach(drift -> findings.addAll(drift.findings()));
        return new DatasetDrift(drifts, findings, tests);
    }

    private ColumnDrift judge(
            Column column, Function<ColumnComparison, OptionalDouble> family, Optional<Calibration> calibration) {
        if (column instanceof Done done) {
            return done.drift();
        }
        ColumnComparison comparison = ((Scored) column).comparison();
        try {
            return comparison.judge(family.apply(comparison), calibration);
        } catch (RuntimeException e) {
            return failed(comparison.column(), e);
        }
    }

    private Column score(
            ColumnProfile reference, Optional<ColumnProfile> current, Season season, Optional<Clusters> clusters) {
        ColumnRole role = policy.role(reference.name());
        // a column that is gone is the schema's finding
        if (!isCompared(role) || current.isEmpty()) {
            return new Done(skipped(reference));
        }
        try {
            return new Scored(new ColumnComparison(
                    reference, current.get(), policy, season, clusters.map(it -> it.of(reference, current.get()))));
        } catch (RuntimeException e) {
            return new Done(failed(reference, e));
        }
    }

    private ColumnDrift skipped(ColumnProfile reference) {
        return ColumnDrift.without(
                reference.name(), reference.kind(), policy.role(reference.name()), Status.SKIPPED, Optional.empty());
    }

    private ColumnDrift failed(ColumnProfile reference, RuntimeException e) {
        ColumnRole role = policy.role(reference.name());
        Finding finding = Finding.of(
                DriftAnalysis.source(role),
                reference.name(),
                "comparison",
                Status.ERROR,
                "no scores",
                "a comparison",
                DriftSentences.quoted(reference.name()) + " could not be compared: "
                        + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) + ".");
        return ColumnDrift.without(reference.name(), reference.kind(), role, Status.ERROR, Optional.of(finding));
    }

    private ColumnDrift unknown(ColumnProfile reference, String reason) {
        ColumnRole role = policy.role(reference.name());
        if (!isCompared(role)) {
            return skipped(reference);
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

    private static boolean isCompared(ColumnRole role) {
        return role != ColumnRole.ID && role != ColumnRole.TIME;
    }

    private Optional<String> tooFewRows(DatasetProfile reference, DatasetProfile current) {
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

    private sealed interface Column {}

    private record Done(ColumnDrift drift) implements Column {}

    private record Scored(ColumnComparison comparison) implements Column {}
}
