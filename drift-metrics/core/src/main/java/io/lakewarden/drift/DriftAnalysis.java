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

    /** Several comparisons, such as the slices of a window, whose columns all are one family of tests. */
    public static List<DatasetDrift> compareTogether(List<Pair> pairs, DriftPolicy policy) {
        List<DatasetComparison> comparisons =
                pairs.stream().map(pair -> new DatasetComparison(pair, policy)).toList();
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
                .map(comparison -> comparison.judge(family, tested.size()))
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
