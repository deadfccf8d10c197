package io.lakewarden.drift;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.ColumnRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Compares current data with the reference, column by column: arithmetic over profiles, no data is read. */
public final class DriftAnalysis {
    private DriftAnalysis() {}

    /**
     * Scores, bin tables and findings of every column of the reference. Columns that only the current data has are the
     * schema's business. A column that cannot be compared gives one finding of its own and stops no other. The primary
     * checks of all columns are one family of tests.
     */
    public static DatasetDrift compare(Reference reference, DatasetProfile current, DriftPolicy policy) {
        return compareTogether(List.of(new Pair(reference, current)), policy).get(0);
    }

    /** Several comparisons whose columns all are one family of tests, each with a budget of false alarms of its own. */
    public static List<DatasetDrift> compareTogether(List<Pair> pairs, DriftPolicy policy) {
        return judge(comparisons(pairs, policy), policy, comparison -> comparison.calibrate(List.of()));
    }

    /**
     * Compares all rows, and each slice of them. The columns of all rows are one family of tests and those of all slices a second
     * one; a budget of false alarms covers both, as far as the blocks of the slices' references are the blocks of the whole.
     *
     * @return of all rows first, then of the slices, in their order
     */
    public static List<DatasetDrift> compareSliced(Pair allRows, List<Pair> slices, DriftPolicy policy) {
        DatasetComparison all = new DatasetComparison(allRows, policy);
        List<DatasetComparison> parts = comparisons(slices, policy);
        Optional<Calibration> calibration = all.calibrate(parts);
        List<DatasetDrift> drifts = new ArrayList<>(judge(List.of(all), policy, comparison -> calibration));
        drifts.addAll(judge(parts, policy, comparison -> calibration));
        return drifts;
    }

    private static List<DatasetComparison> comparisons(List<Pair> pairs, DriftPolicy policy) {
        return pairs.stream().map(pair -> new DatasetComparison(pair, policy)).toList();
    }

    private static List<DatasetDrift> judge(
            List<DatasetComparison> comparisons,
            DriftPolicy policy,
            Function<DatasetComparison, Optional<Calibration>> calibration) {
        List<ColumnComparison> tested = comparisons.stream()
                .flatMap(comparison -> comparison.scored().stream())
                .filter(column -> column.pValue().isPresent())
                .toList();
        double[] adjusted = adjusted(tested, policy.falseDiscovery());
        Map<ColumnComparison, Double> byColumn = IntStream.range(0, tested.size())
                .boxed()
                .collect(Collectors.toMap(tested::get, index -> adjusted[index]));
        Function<ColumnComparison, OptionalDouble> family = column ->
                byColumn.containsKey(column) ? OptionalDouble.of(byColumn.get(column)) : OptionalDouble.empty();
        return comparisons.stream()
                .map(comparison -> comparison.judge(family, tested.size(), calibration.apply(comparison)))
                .toList();
    }

    /**
     * Adjusted p-values. Where a simulated one is as small as the simulation allows but the family asks for less, the
     * simulation goes on, with as many draws as the family needs.
     */
    private static double[] adjusted(List<ColumnComparison> tested, FalseDiscovery falseDiscovery) {
        double[] first = falseDiscovery.adjusted(pValues(tested));
        List<ColumnComparison> blurred = new ArrayList<>();
        for (int index = 0; index < first.length; index++) {
            if (!falseDiscovery.allows(first[index]) && tested.get(index).isBlurred()) {
                blurred.add(tested.get(index));
            }
        }
        if (blurred.isEmpty()) {
            return first;
        }
        double needed = falseDiscovery.needed(blurred.size(), tested.size());
        blurred.forEach(column -> column.sharpen(needed));
        return falseDiscovery.adjusted(pValues(tested));
    }

    private static double[] pValues(List<ColumnComparison> tested) {
        return tested.stream()
                .mapToDouble(column -> column.pValue().orElseThrow())
                .toArray();
    }

    /** The source of the findings of a role. */
    static String source(ColumnRole role) {
        return switch (role) {
            case PREDICTION -> "prediction-drift";
            case LABEL -> "label-drift";
            case FEATURE, PROTECTED, ID, TIME -> "data-drift";
        };
    }

    /**
     * What is held against what.
     *
     * @param reference what was
     * @param current what is
     * @param clusters which rows of them, or of all rows that they are a part of, are not independent; empty where all are taken
     *     to be
     */
    public record Pair(Reference reference, DatasetProfile current, Optional<Clusters> clusters) {
        /** Both of independent rows. */
        public Pair(Reference reference, DatasetProfile current) {
            this(reference, current, Optional.empty());
        }
    }
}
