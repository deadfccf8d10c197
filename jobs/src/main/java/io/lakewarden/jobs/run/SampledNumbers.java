package io.lakewarden.jobs.run;

import io.lakewarden.drift.SampledScores;
import io.lakewarden.drift.WeightedValues;
import io.lakewarden.spark.sample.ColumnSample;
import io.lakewarden.spark.sample.ColumnSample.Numbers;
import io.lakewarden.spark.sample.TableSample;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The columns of numbers that two samples share; NaN where there is none. */
final class SampledNumbers {
    private final TableSample reference;
    private final TableSample current;
    private final List<String> columns;
    private final int[] referenceOrder;

    /** @param referenceOrder the rows of the reference in the order of time */
    SampledNumbers(TableSample reference, TableSample current, List<String> columns, int[] referenceOrder) {
        this.reference = reference;
        this.current = current;
        this.columns = columns.stream()
                .filter(column -> isNumbers(reference, column) && isNumbers(current, column))
                .toList();
        this.referenceOrder = referenceOrder;
    }

    /** The numbers of columns that a sample has, by column and row. */
    static double[][] of(TableSample sample, List<String> columns) {
        return columns.stream()
                .map(column -> numbers(sample.column(column).orElseThrow(), places(sample)))
                .toArray(double[][]::new);
    }

    List<String> columns() {
        return columns;
    }

    static boolean isNumbers(TableSample sample, String column) {
        return sample.column(column).filter(Numbers.class::isInstance).isPresent();
    }

    /** By column and row, the rows in the order of time. */
    double[][] referenceInOrder() {
        return columns.stream()
                .map(column -> numbers(reference.column(column).orElseThrow(), referenceOrder))
                .toArray(double[][]::new);
    }

    /** By column, the rows in the order of time. */
    Map<String, double[]> referenceByName() {
        return byName(referenceInOrder());
    }

    Map<String, double[]> currentByName() {
        return byName(of(current, columns));
    }

    private Map<String, double[]> byName(double[][] table) {
        Map<String, double[]> byName = new LinkedHashMap<>();
        for (int column = 0; column < table.length; column++) {
            byName.put(columns.get(column), table[column]);
        }
        return byName;
    }

    /** By column, the finite numbers of both sides. */
    Map<String, SampledScores.Sides> values() {
        Map<String, SampledScores.Sides> values = new HashMap<>();
        columns.forEach(column ->
                values.put(column, new SampledScores.Sides(finite(reference, column), finite(current, column))));
        return values;
    }

    private static WeightedValues finite(TableSample sample, String column) {
        return WeightedValues.of(DoubleStream.of(numbers(sample.column(column).orElseThrow(), places(sample)))
                .filter(Double::isFinite)
                .toArray());
    }

    private static int[] places(TableSample sample) {
        return IntStream.range(0, sample.size()).toArray();
    }

    private static double[] numbers(ColumnSample column, int[] order) {
        return IntStream.of(order).mapToDouble(((Numbers) column)::value).toArray();
    }
}
