package io.lakewarden.history.deequ;

import com.amazon.deequ.anomalydetection.OnlineNormalStrategy;
import com.amazon.deequ.anomalydetection.OnlineNormalStrategy.OnlineCalculationResult;
import java.util.List;
import scala.Tuple2;
import scala.collection.JavaConverters;

/**
 * Where the walk of Deequ's online strategy stands before the next value.
 *
 * @param passed so many values it has passed, anomalies among them
 * @param mean the mean of those that were none
 * @param squares the sum of their squared distances from it
 */
record OnlineState(int passed, double mean, double squares) {
    /** The state after some values. How many are not judged at the start depends on the length, so one more follows them. */
    static OnlineState after(List<Double> earlier, OnlineNormalStrategy strategy) {
        int next = earlier.size();
        List<OnlineCalculationResult> walk = JavaConverters.seqAsJavaList(
                strategy.computeStatsAndAnomalies(ScalaSeries.of(earlier, 0), new Tuple2<>(0, next + 1)));
        double squares = 0;
        for (int i = 0; i < next; i++) {
            OnlineCalculationResult step = walk.get(i);
            if (!step.isAnomaly()) {
                squares = step.stdDev() * step.stdDev() * (i + 1);
            }
        }
        return new OnlineState(next, walk.get(next - 1).mean(), squares);
    }
}
