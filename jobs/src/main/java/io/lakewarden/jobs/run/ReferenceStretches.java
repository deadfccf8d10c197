package io.lakewarden.jobs.run;

import io.lakewarden.drift.multivariate.HeldOutScores;
import io.lakewarden.drift.multivariate.SeparationTest;
import io.lakewarden.drift.multivariate.Stretches;
import io.lakewarden.result.Window;
import io.lakewarden.spark.sample.TableSample;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How well a classifier tells stretches of the reference from the rest of it: what season does by itself. Of the stretches of about a window's length three are
 * looked at, the first, the middle and the last.
 */
final class ReferenceStretches {
    private final TableSample sample;
    private final int[] order;

    /** What learns to tell some rows from others; empty where it cannot. */
    interface Classifier {
        Optional<HeldOutScores> scores(TableSample rest, TableSample stretch);
    }

    /** @param order the rows of the sample in the order of time */
    ReferenceStretches(TableSample sample, int[] order) {
        this.sample = sample;
        this.order = order;
    }

    /** The stretch of some that stands out most; empty where there are none. */
    Optional<SeparationTest> most(List<Stretches.Stretch> stretches, Classifier classifier) {
        return stretches.stream()
                .flatMap(stretch -> classifier
                        .scores(sample.only(at(stretch.outside(order.length))), sample.only(at(stretch.inside())))
                        .flatMap(scores -> SeparationTest.of(scores, 1, 0))
                        .stream())
                .max(Comparator.comparingDouble(SeparationTest::area));
    }

    /** The stretches that a window is to be held against; none where the reference has too few rows. */
    List<Stretches.Stretch> chosen(Window reference, Window window) {
        double share = (double) length(window).toMillis() / length(reference).toMillis();
        List<Stretches.Stretch> all = Stretches.of(order.length, (int) Math.max(1, Math.round(share * order.length)));
        return all.isEmpty()
                ? List.of()
                : IntStream.of(0, all.size() / 2, all.size() - 1)
                        .mapToObj(all::get)
                        .toList();
    }

    private static Duration length(Window window) {
        return Duration.between(window.start(), window.end());
    }

    private int[] at(int[] places) {
        return IntStream.of(places).map(place -> order[place]).toArray();
    }
}
