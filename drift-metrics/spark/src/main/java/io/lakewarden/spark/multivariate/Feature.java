package io.lakewarden.spark.multivariate;

import io.lakewarden.spark.sample.ColumnSample;
import io.lakewarden.spark.sample.ColumnSample.Booleans;
import io.lakewarden.spark.sample.ColumnSample.Numbers;
import io.lakewarden.spark.sample.ColumnSample.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.attribute.NumericAttribute;

/** One number of a row as the classifier reads it; a column can have several. Whatever is learnt of the cells is learnt without knowing their side. */
interface Feature {
    /** Categories of one column that are told apart: what a tree of {@link #MOST_BINS} can hold beside the rest and the missing. */
    int MOST_CATEGORIES = 62;

    /** How many bins or categories a tree splits. */
    int MOST_BINS = MOST_CATEGORIES + 2;

    /** How a tree is to split it. */
    Attribute attribute();

    /** The number of a row. */
    double of(ColumnSample column, int row);

    /** The features of a column of both sides; none for points in time. */
    static List<Feature> of(ColumnSample reference, ColumnSample current) {
        if (reference instanceof Numbers before && current instanceof Numbers now) {
            return numbers(before, now);
        }
        if (reference instanceof Texts before && current instanceof Texts now) {
            return List.of(texts(before, now));
        }
        return reference instanceof Booleans
                ? List.of(categories(
                        3, (column, row) -> column.isMissing(row) ? 2 : ((Booleans) column).value(row) ? 1 : 0))
                : List.of();
    }

    /** The number itself, and where some rows have none, whether this one has. */
    private static List<Feature> numbers(Numbers reference, Numbers current) {
        double[] finite =
                DoubleStream.concat(finite(reference), finite(current)).sorted().toArray();
        if (finite.length == 0) {
            return List.of();
        }
        double median = finite[finite.length / 2];
        double least = finite[0];
        double greatest = finite[finite.length - 1];
        List<Feature> features = new ArrayList<>();
        features.add(of(NumericAttribute.defaultAttr(), (column, row) -> {
            double value = ((Numbers) column).value(row);
            return Double.isNaN(value) ? median : Math.max(least, Math.min(greatest, value));
        }));
        if (finite.length < reference.size() + current.size()) {
            features.add(categories(4, (column, row) -> {
                double value = ((Numbers) column).value(row);
                return column.isMissing(row) ? 1 : Double.isNaN(value) ? 2 : Double.isInfinite(value) ? 3 : 0;
            }));
        }
        return features;
    }

    private static DoubleStream finite(Numbers column) {
        return IntStream.range(0, column.size()).mapToDouble(column::value).filter(Double::isFinite);
    }

    /** The most frequent texts by their places; all others together are one, and those that are missing one more. */
    private static Feature texts(Texts reference, Texts current) {
        Map<String, Long> counts = Stream.of(reference, current)
                .flatMap(column -> IntStream.range(0, column.size()).mapToObj(column::value))
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<String> frequent = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CATEGORIES)
                .map(Map.Entry::getKey)
                .toList();
        Map<String, Integer> places = new HashMap<>();
        frequent.forEach(text -> places.put(text, places.size()));
        int rest = frequent.size();
        return categories(rest + 2, (column, row) -> ((Texts) column)
                .value(row)
                .map(text -> places.getOrDefault(text, rest))
                .orElse(rest + 1));
    }

    private static Feature categories(int count, Cell cell) {
        return of(NominalAttribute.defaultAttr().withNumValues(count), cell);
    }

    private static Feature of(Attribute attribute, Cell cell) {
        return new Feature() {
            @Override
            public Attribute attribute() {
                return attribute;
            }

            @Override
            public double of(ColumnSample column, int row) {
                return cell.number(column, row);
            }
        };
    }

    /** The number of a cell. */
    interface Cell {
        /** The number. */
        double number(ColumnSample column, int row);
    }
}
