package io.lakewarden.rules.deequ;

import com.amazon.deequ.analyzers.Analysis;
import com.amazon.deequ.analyzers.Analyzer;
import com.amazon.deequ.analyzers.FrequenciesAndNumRows;
import com.amazon.deequ.analyzers.InMemoryStateProvider;
import com.amazon.deequ.analyzers.NumMatchesAndCount;
import com.amazon.deequ.analyzers.runners.AnalysisRunner;
import com.amazon.deequ.analyzers.runners.AnalyzerContext;
import com.amazon.deequ.analyzers.runners.EmptyStateException;
import com.amazon.deequ.analyzers.runners.MetricCalculationPreconditionException;
import com.amazon.deequ.checks.Check;
import com.amazon.deequ.checks.CheckLevel;
import com.amazon.deequ.checks.CheckStatus;
import com.amazon.deequ.constraints.AnalysisBasedConstraint;
import com.amazon.deequ.constraints.Constraint;
import com.amazon.deequ.metrics.DoubleMetric;
import com.amazon.deequ.metrics.Entity;
import com.amazon.deequ.metrics.Metric;
import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.rules.measure.KnownValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import scala.Option;
import scala.Tuple2;
import scala.util.Failure;
import scala.util.Success;
import scala.util.Try;

/** The metrics of one analysis, known and computed, and the rows behind them. */
final class DeequMetrics {
    private final InMemoryStateProvider states = new InMemoryStateProvider();
    private final Map<Analyzer<?, Metric<?>>, RuntimeException> broken = new HashMap<>();
    private AnalyzerContext context = AnalyzerContext.empty();

    /** An analyzer as Deequ's collections want it: for Scala it is one already. */
    @SuppressWarnings("unchecked")
    static Analyzer<?, Metric<?>> typed(Analyzer<?, ?> analyzer) {
        return (Analyzer<?, Metric<?>>) analyzer;
    }

    /** Takes a number as it is known. */
    void know(Analyzer<?, Metric<?>> analyzer, KnownValue known) {
        Metric<?> metric = new DoubleMetric(
                Entity.Dataset(),
                "Profile",
                "profile",
                new Success<Object>(known.value().value()),
                Option.empty());
        scala.collection.immutable.Map<Analyzer<?, Metric<?>>, Metric<?>> one =
                scala.collection.immutable.Map$.MODULE$.<Analyzer<?, Metric<?>>, Metric<?>>empty();
        context = context.$plus$plus(new AnalyzerContext(one.$plus(new Tuple2<>(analyzer, metric))));
    }

    /** Computes the others in one run; where that breaks, each in a run of its own, so that the one to blame is told. */
    void compute(Dataset<Row> data, List<Analyzer<?, Metric<?>>> analyzers) {
        try {
            context = context.$plus$plus(run(data, analyzers));
        } catch (RuntimeException e) {
            computeAlone(data, analyzers);
            return;
        }
        List<Analyzer<?, Metric<?>>> failed =
                analyzers.stream().filter(this::brokeWhileRunning).toList();
        if (failed.size() > 1) {
            computeAlone(data, failed);
        }
    }

    private void computeAlone(Dataset<Row> data, List<Analyzer<?, Metric<?>>> analyzers) {
        for (Analyzer<?, Metric<?>> analyzer : analyzers) {
            try {
                context = context.$plus$plus(run(data, List.of(analyzer)));
            } catch (RuntimeException e) {
                broken.put(analyzer, e);
            }
        }
    }

    private AnalyzerContext run(Dataset<Row> data, List<Analyzer<?, Metric<?>>> analyzers) {
        return AnalysisRunner.run(
                data,
                new Analysis(ScalaCollections.list(analyzers)),
                Option.empty(),
                Option.apply(states),
                StorageLevel.MEMORY_AND_DISK());
    }

    private boolean brokeWhileRunning(Analyzer<?, Metric<?>> analyzer) {
        return thrown(analyzer)
                .filter(it -> !(it instanceof EmptyStateException))
                .filter(it -> !(it instanceof MetricCalculationPreconditionException))
                .isPresent();
    }

    private Optional<Throwable> thrown(Analyzer<?, Metric<?>> analyzer) {
        if (broken.containsKey(analyzer)) {
            return Optional.of(broken.get(analyzer));
        }
        return metric(analyzer) instanceof Failure<?> failure ? Optional.of(failure.exception()) : Optional.empty();
    }

    private Try<?> metric(Analyzer<?, Metric<?>> analyzer) {
        return context.metric(analyzer).get().value();
    }

    /** Why there is no number. */
    Optional<String> failure(Analyzer<?, Metric<?>> analyzer) {
        return thrown(analyzer).map(FailureReasons::of);
    }

    /** Whether there were no rows to compute it of. */
    boolean isEmpty(Analyzer<?, Metric<?>> analyzer) {
        return thrown(analyzer).filter(EmptyStateException.class::isInstance).isPresent();
    }

    double value(Analyzer<?, Metric<?>> analyzer) {
        return (Double) metric(analyzer).get();
    }

    /** Whether a check of Deequ's holds. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    boolean holds(Analyzer<?, Metric<?>> analyzer, Bounds bounds) {
        Constraint constraint =
                new AnalysisBasedConstraint(analyzer, new Within(bounds), Option.empty(), Option.empty());
        Check check = new Check(CheckLevel.Error(), "rule", ScalaCollections.list(List.of(constraint)));
        return check.evaluate(context).status().equals(CheckStatus.Success());
    }

    /** The rows that a share is of. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    OptionalLong rows(Analyzer<?, Metric<?>> analyzer) {
        Option<?> state = states.load((Analyzer) analyzer);
        if (state.isEmpty()) {
            return OptionalLong.empty();
        }
        if (state.get() instanceof NumMatchesAndCount counts) {
            return OptionalLong.of(counts.count());
        }
        return state.get() instanceof FrequenciesAndNumRows groups
                ? OptionalLong.of(groups.numRows())
                : OptionalLong.empty();
    }
}
