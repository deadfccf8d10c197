package io.lakewarden.history.deequ;

import com.amazon.deequ.anomalydetection.AbsoluteChangeStrategy;
import com.amazon.deequ.anomalydetection.AnomalyDetectionStrategy;
import com.amazon.deequ.anomalydetection.BatchNormalStrategy;
import com.amazon.deequ.anomalydetection.OnlineNormalStrategy;
import com.amazon.deequ.anomalydetection.RelativeRateOfChangeStrategy;
import com.amazon.deequ.anomalydetection.SimpleThresholdStrategy;
import io.lakewarden.history.ExpectedBand;
import io.lakewarden.history.HistoryStrategy;
import java.util.List;
import java.util.OptionalDouble;
import java.util.logging.Level;
import java.util.logging.Logger;
import scala.Option;
import scala.Tuple2;
import scala.collection.JavaConverters;

/**
 * What a strategy of Deequ's expects after earlier values. Deequ says of a value only whether it is an anomaly; the band of
 * those that are none follows from its formulas.
 */
public final class DeequExpectation {
    private static final Logger NETLIB = Logger.getLogger("dev.ludovic.netlib");

    static {
        // That no native library computes with a handful of numbers is no news.
        NETLIB.setLevel(Level.OFF);
    }

    /** Deequ's own default: of the first tenth of a series the walk through it judges none. */
    private static final double UNJUDGED_START = 0.1;

    private final List<Double> earlier;
    private final AnomalyDetectionStrategy strategy;
    private final int searchFrom;
    private final ExpectedBand band;

    private DeequExpectation(
            List<Double> earlier, AnomalyDetectionStrategy strategy, int searchFrom, ExpectedBand band) {
        this.earlier = earlier;
        this.strategy = strategy;
        this.searchFrom = searchFrom;
        this.band = band;
    }

    /**
     * The expectation after some values, oldest first, of which there are at least {@link HistoryStrategy#least}.
     *
     * @throws RuntimeException if the numbers are too large to compute with
     */
    public static DeequExpectation of(HistoryStrategy strategy, List<Double> earlier) {
        int next = earlier.size();
        if (strategy instanceof HistoryStrategy.Range range) {
            return new DeequExpectation(
                    earlier,
                    new SimpleThresholdStrategy(
                            range.min().orElse(-Double.MAX_VALUE), range.max().orElse(Double.MAX_VALUE)),
                    next,
                    Bands.open(range.min(), range.max()));
        }
        if (strategy instanceof HistoryStrategy.AbsoluteChange change) {
            return new DeequExpectation(
                    earlier,
                    new AbsoluteChangeStrategy(
                            option(Bands.negative(change.maxDecrease())), option(change.maxIncrease()), change.order()),
                    next,
                    Bands.of(change, earlier));
        }
        if (strategy instanceof HistoryStrategy.RelativeChange change) {
            return new DeequExpectation(
                    earlier,
                    new RelativeRateOfChangeStrategy(
                            option(Bands.leastRatio(change)), option(Bands.greatestRatio(change)), change.order()),
                    next,
                    Bands.of(change, earlier));
        }
        if (strategy instanceof HistoryStrategy.BatchNormal normal) {
            return new DeequExpectation(
                    earlier,
                    new BatchNormalStrategy(option(normal.lower()), option(normal.upper()), false),
                    next,
                    Bands.of(normal, earlier));
        }
        if (strategy instanceof HistoryStrategy.OnlineNormal normal) {
            OnlineNormalStrategy online =
                    new OnlineNormalStrategy(option(normal.lower()), option(normal.upper()), UNJUDGED_START, true);
            return new DeequExpectation(earlier, online, 0, Bands.of(normal, OnlineState.after(earlier, online)));
        }
        ObservedHoltWinters smoothing =
                new ObservedHoltWinters(((HistoryStrategy.HoltWinters) strategy).season(), earlier);
        return new DeequExpectation(earlier, smoothing, next, smoothing.bandAfter(earlier));
    }

    /** The values that are no anomalies. */
    public ExpectedBand band() {
        return band;
    }

    /**
     * Whether Deequ takes the next value for an anomaly: outside the band. Inside it may do so on an open side, where
     * infinities arise: in a change from 0, and where a deviation is 0.
     */
    public boolean flags(double value) {
        int next = earlier.size();
        return JavaConverters.seqAsJavaList(
                        strategy.detect(ScalaSeries.of(earlier, value), new Tuple2<>(searchFrom, next + 1)))
                .stream()
                .anyMatch(found -> (Integer) found._1() == next);
    }

    private static Option<Object> option(OptionalDouble value) {
        return value.isPresent() ? Option.apply(value.getAsDouble()) : Option.empty();
    }
}
