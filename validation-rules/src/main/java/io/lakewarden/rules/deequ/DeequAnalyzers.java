package io.lakewarden.rules.deequ;

import com.amazon.deequ.analyzers.Analyzer;
import com.amazon.deequ.analyzers.AnalyzerOptions;
import com.amazon.deequ.analyzers.Completeness;
import com.amazon.deequ.analyzers.Compliance;
import com.amazon.deequ.analyzers.Correlation;
import com.amazon.deequ.analyzers.CountDistinct;
import com.amazon.deequ.analyzers.Distinctness;
import com.amazon.deequ.analyzers.Entropy;
import com.amazon.deequ.analyzers.ExactQuantile;
import com.amazon.deequ.analyzers.Maximum;
import com.amazon.deequ.analyzers.Mean;
import com.amazon.deequ.analyzers.Minimum;
import com.amazon.deequ.analyzers.Size;
import com.amazon.deequ.analyzers.StandardDeviation;
import com.amazon.deequ.analyzers.Sum;
import com.amazon.deequ.analyzers.Uniqueness;
import io.lakewarden.rules.measure.Measure;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import scala.Option;

/** Which analyzer of Deequ computes which measure, over columns whose names are ours. */
final class DeequAnalyzers {
    private static final Option<String> NO_FILTER = Option.empty();
    private static final Option<AnalyzerOptions> NO_OPTIONS = Option.empty();

    private final ProjectedColumns names;

    DeequAnalyzers(ProjectedColumns names) {
        this.names = names;
    }

    Analyzer<?, ?> of(Measure measure) {
        if (measure instanceof Measure.RowCount count) {
            return new Size(filter(count.among()));
        }
        if (measure instanceof Measure.Completeness complete) {
            return new Completeness(names.of(complete.value()), filter(complete.among()), NO_OPTIONS);
        }
        if (measure instanceof Measure.Share share) {
            String holds = names.of(share.holds());
            return new Compliance(holds, holds, filter(share.among()), ScalaCollections.list(List.of()), NO_OPTIONS);
        }
        if (measure instanceof Measure.Uniqueness unique) {
            return new Uniqueness(
                    ScalaCollections.list(
                            unique.values().stream().map(names::of).toList()),
                    NO_FILTER,
                    NO_OPTIONS);
        }
        if (measure instanceof Measure.Quantile quantile) {
            return new ExactQuantile(names.of(quantile.value()), quantile.share(), NO_FILTER);
        }
        if (measure instanceof Measure.Correlation pair) {
            return new Correlation(names.of(pair.left()), names.of(pair.right()), NO_FILTER);
        }
        if (measure instanceof Measure.Aggregate aggregate) {
            return new AggregateAnalyzer(aggregate.aggregate());
        }
        return ofColumn((Measure.OfColumn) measure);
    }

    private Analyzer<?, ?> ofColumn(Measure.OfColumn measure) {
        String column = names.of(measure.value());
        return switch (measure.metric()) {
            case SUM -> new Sum(column, NO_FILTER);
            case MEAN -> new Mean(column, NO_FILTER);
            case STANDARD_DEVIATION -> new StandardDeviation(column, NO_FILTER);
            case MINIMUM -> new Minimum(column, NO_FILTER, NO_OPTIONS);
            case MAXIMUM -> new Maximum(column, NO_FILTER, NO_OPTIONS);
            case ENTROPY -> new Entropy(column, NO_FILTER);
            case DISTINCT_COUNT -> new CountDistinct(ScalaCollections.list(List.of(column)));
            case DISTINCT_RATIO -> new Distinctness(ScalaCollections.list(List.of(column)), NO_FILTER);
        };
    }

    private Option<String> filter(Optional<Column> among) {
        return Option.apply(among.map(names::of).orElse(null));
    }
}
