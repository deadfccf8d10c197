package io.lakewarden.rules.deequ;

import com.amazon.deequ.analyzers.Analyzer;
import com.amazon.deequ.metrics.Metric;
import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.rules.measure.ColumnMetric;
import io.lakewarden.rules.measure.KnownValue;
import io.lakewarden.rules.measure.Measure;
import io.lakewarden.rules.measure.Outcome;
import io.lakewarden.rules.measure.Outcome.Judged;
import io.lakewarden.rules.measure.Outcome.Undecided;
import io.lakewarden.rules.sql.SparkMessages;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Has Deequ compute and judge numbers. What is known already is handed to it as metrics; the rest is one analysis run, in
 * which all that needs no grouping shares one scan; then a check of Deequ's is evaluated for each number.
 */
public final class DeequAnalysis {
    private final Dataset<Row> data;
    private final ProjectedColumns columns;
    private final DeequAnalyzers analyzers;

    private DeequAnalysis(Dataset<Row> data) {
        this.data = data;
        this.columns = new ProjectedColumns(data);
        this.analyzers = new DeequAnalyzers(columns);
    }

    /**
     * A number to be judged.
     *
     * @param measure what it is
     * @param bounds between which it is right
     * @param known the number itself, where that is known and nothing has to be read
     */
    public record Request(Measure measure, Bounds bounds, Optional<KnownValue> known) {}

    /** What became of each request, in their order. One that fails leaves the others as they are. */
    public static List<Outcome> run(Dataset<Row> data, List<Request> requests) {
        return new DeequAnalysis(data).run(requests);
    }

    private List<Outcome> run(List<Request> requests) {
        List<Optional<String>> problems = requests.stream().map(this::problem).toList();
        DeequMetrics metrics = new DeequMetrics();
        List<Optional<Analyzer<?, Metric<?>>>> planned = new ArrayList<>();
        Set<Analyzer<?, Metric<?>>> wanted = new LinkedHashSet<>();
        for (int i = 0; i < requests.size(); i++) {
            if (problems.get(i).isPresent()) {
                planned.add(Optional.empty());
                continue;
            }
            Request request = requests.get(i);
            Analyzer<?, Metric<?>> analyzer = DeequMetrics.typed(analyzers.of(request.measure()));
            planned.add(Optional.of(analyzer));
            if (request.known().isPresent()) {
                metrics.know(analyzer, request.known().get());
            } else {
                wanted.add(analyzer);
            }
        }
        if (!wanted.isEmpty()) {
            metrics.compute(columns.project(), List.copyOf(wanted));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            Request request = requests.get(i);
            outcomes.add(
                    planned.get(i).isPresent()
                            ? outcome(metrics, planned.get(i).get(), request)
                            : new Undecided(problems.get(i).orElseThrow()));
        }
        return outcomes;
    }

    /** Why the expressions of a request cannot be computed at all, each on its own. */
    private Optional<String> problem(Request request) {
        try {
            for (Column column : request.measure() instanceof Measure.Aggregate
                    ? List.<Column>of()
                    : request.measure().columns()) {
                data.select(column).schema();
            }
            return Optional.empty();
        } catch (Exception e) { // Scala throws AnalysisException without declaring it.
            return Optional.of(SparkMessages.brief(e));
        }
    }

    private static Outcome outcome(DeequMetrics metrics, Analyzer<?, Metric<?>> analyzer, Request request) {
        Optional<String> failure = metrics.failure(analyzer);
        if (failure.isPresent()) {
            boolean noRows = request.measure() instanceof Measure.RowCount && metrics.isEmpty(analyzer);
            return noRows ? judged(0, request) : new Undecided(failure.get());
        }
        double value = metrics.value(analyzer);
        if (!Double.isFinite(value)) {
            return new Undecided(
                    "the number is not finite; the column holds NaN or infinity, or no two different values");
        }
        if (value == 0 && isDistinctCount(request.measure())) {
            return new Undecided(FailureReasons.NOTHING);
        }
        return new Judged(
                value,
                metrics.holds(analyzer, request.bounds()),
                request.known().map(KnownValue::rows).orElseGet(() -> metrics.rows(analyzer)));
    }

    /** Deequ counts no distinct values of no values, where its other analyzers find nothing to look at. */
    private static boolean isDistinctCount(Measure measure) {
        return measure instanceof Measure.OfColumn column && column.metric() == ColumnMetric.DISTINCT_COUNT;
    }

    private static Judged judged(double value, Request request) {
        return new Judged(value, request.bounds().hold(value), OptionalLong.empty());
    }
}
