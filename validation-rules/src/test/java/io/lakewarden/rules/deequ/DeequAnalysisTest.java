package io.lakewarden.rules.deequ;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.rules.deequ.DeequAnalysis.Request;
import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.rules.measure.ColumnMetric;
import io.lakewarden.rules.measure.Measure;
import io.lakewarden.rules.measure.Outcome;
import io.lakewarden.rules.measure.Outcome.Judged;
import io.lakewarden.spark.SparkExtension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Deequ computes is what the definitions say, over drawn rows with nulls. */
@ExtendWith(SparkExtension.class)
class DeequAnalysisTest {
    private static final Bounds ANY = new Bounds(-Double.MAX_VALUE, Double.MAX_VALUE);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void computesWhatTheDefinitionsSay(long seed, SparkSession session) {
        Random random = new Random(seed);
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        int size = 500 + random.nextInt(500);
        for (int i = 0; i < size; i++) {
            Double first = random.nextInt(10) == 0 ? null : (double) random.nextInt(40);
            Double second = first == null ? null : first * 2 + random.nextGaussian() * 30;
            if (first != null) {
                x.add(first);
                y.add(second);
            }
            rows.add(RowFactory.create(first, second));
        }
        Dataset<Row> data = session.createDataFrame(
                rows, new StructType().add("x", DataTypes.DoubleType).add("y", DataTypes.DoubleType));
        Map<Double, Long> counts = x.stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        double n = x.size();
        double[] sorted = x.stream().mapToDouble(it -> it).sorted().toArray();
        double place = 0.3 * (n - 1);
        double below = sorted[(int) place];

        Map<Measure, Double> expected = new LinkedHashMap<>();
        expected.put(new Measure.RowCount(Optional.empty()), (double) size);
        expected.put(new Measure.RowCount(Optional.of(expr("x > 20"))), count(sorted, 20));
        expected.put(new Measure.Completeness(col("x"), Optional.empty()), n / size);
        expected.put(new Measure.Share(expr("x > 20"), Optional.of(col("x").isNotNull())), count(sorted, 20) / n);
        expected.put(
                new Measure.Uniqueness(List.of(col("x")), Optional.empty()),
                counts.values().stream().filter(it -> it == 1).count() / n);
        expected.put(of(ColumnMetric.SUM), sum(x, it -> it));
        expected.put(of(ColumnMetric.MEAN), sum(x, it -> it) / n);
        expected.put(of(ColumnMetric.STANDARD_DEVIATION), Math.sqrt(covariance(x, x)));
        expected.put(of(ColumnMetric.MINIMUM), sorted[0]);
        expected.put(of(ColumnMetric.MAXIMUM), sorted[sorted.length - 1]);
        expected.put(
                of(ColumnMetric.ENTROPY),
                counts.values().stream()
                        .mapToDouble(it -> -it / n * Math.log(it / n))
                        .sum());
        expected.put(of(ColumnMetric.DISTINCT_COUNT), (double) counts.size());
        expected.put(of(ColumnMetric.DISTINCT_RATIO), counts.size() / n);
        expected.put(
                new Measure.Quantile(0.3, col("x")),
                below + (place - Math.floor(place)) * (sorted[(int) place + 1] - below));
        expected.put(
                new Measure.Correlation(col("x"), col("y")),
                covariance(x, y) / Math.sqrt(covariance(x, x) * covariance(y, y)));
        expected.put(new Measure.Aggregate(expr("cast(sum(x * x) / count(x) as double)")), sum(x, it -> it * it) / n);

        List<Outcome> outcomes = DeequAnalysis.run(
                data,
                expected.keySet().stream()
                        .map(measure -> new Request(measure, ANY, Optional.empty()))
                        .toList());

        List<Double> values = List.copyOf(expected.values());
        for (int i = 0; i < values.size(); i++) {
            assertThat(((Judged) outcomes.get(i)).value())
                    .as(List.copyOf(expected.keySet()).get(i).toString())
                    .isCloseTo(values.get(i), within(1e-9 * Math.max(1, Math.abs(values.get(i)))));
        }
    }

    private static Measure of(ColumnMetric metric) {
        return new Measure.OfColumn(metric, col("x"));
    }

    private static double count(double[] values, double above) {
        return (double) Arrays.stream(values).filter(it -> it > above).count();
    }

    private static double sum(List<Double> values, DoubleUnaryOperator of) {
        return values.stream().mapToDouble(of::applyAsDouble).sum();
    }

    private static double covariance(List<Double> one, List<Double> other) {
        double meanOfOne = sum(one, it -> it) / one.size();
        double meanOfOther = sum(other, it -> it) / other.size();
        double sum = 0;
        for (int i = 0; i < one.size(); i++) {
            sum += (one.get(i) - meanOfOne) * (other.get(i) - meanOfOther);
        }
        return sum / one.size();
    }
}
