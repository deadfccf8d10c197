package io.lakewarden.rules.deequ;

import com.amazon.deequ.analyzers.ScanShareableAnalyzer;
import com.amazon.deequ.analyzers.runners.EmptyStateException;
import com.amazon.deequ.metrics.DoubleMetric;
import com.amazon.deequ.metrics.Entity;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import scala.Option;
import scala.collection.Seq;
import scala.util.Failure;
import scala.util.Success;
import scala.util.Try;

/** An aggregate of the user's, computed in the scan that Deequ's own analyzers share. */
final class AggregateAnalyzer implements ScanShareableAnalyzer<AggregateState, DoubleMetric> {
    private static final long serialVersionUID = 1L;

    private final Column aggregate;

    AggregateAnalyzer(Column aggregate) {
        this.aggregate = aggregate;
    }

    @Override
    public Seq<Column> aggregationFunctions() {
        return ScalaCollections.list(List.of(aggregate));
    }

    @Override
    public Option<AggregateState> fromAggregationResult(Row result, int offset) {
        return result.isNullAt(offset) ? Option.empty() : Option.apply(new AggregateState(result.getDouble(offset)));
    }

    @Override
    public DoubleMetric computeMetricFrom(Option<AggregateState> state) {
        return state.isEmpty()
                ? toFailureMetric(new EmptyStateException("no row gives the aggregate a value"))
                : metric(new Success<>(state.get().metricValue()));
    }

    @Override
    public DoubleMetric toFailureMetric(Exception failure) {
        return metric(new Failure<>(failure));
    }

    private DoubleMetric metric(Try<Object> value) {
        return new DoubleMetric(Entity.Dataset(), "Aggregate", aggregate.toString(), value, Option.empty());
    }
}
