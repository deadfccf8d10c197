package io.lakewarden.jobs.run;

import io.lakewarden.spark.sample.ColumnSample.Times;
import io.lakewarden.spark.sample.TableSample;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** The places of a sample's rows in the order of time. */
final class SampleOrder {
    private SampleOrder() {}

    /** By a column of times, where there is one; those of one time, and all without it, stay as they were drawn. */
    static int[] of(TableSample sample, Optional<String> time) {
        IntStream rows = IntStream.range(0, sample.size());
        return times(sample, time)
                .map(times -> rows.boxed()
                        .sorted(Comparator.comparingLong(times::micros))
                        .mapToInt(Integer::intValue)
                        .toArray())
                .orElseGet(() -> IntStream.range(0, sample.size()).toArray());
    }

    /** Whether the sample knows an order of time. */
    static boolean isKnown(TableSample sample, Optional<String> time) {
        return times(sample, time).isPresent();
    }

    private static Optional<Times> times(TableSample sample, Optional<String> time) {
        return time.flatMap(sample::column).filter(Times.class::isInstance).map(Times.class::cast);
    }
}
