package io.lakewarden.profile;

import io.lakewarden.result.MetricValue;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The distribution of a column's texts: their frequencies and how many different ones there are. Immutable. */
final class TextDistribution {
    private final TextFrequencies frequencies;
    private final HyperLogLog distinct;

    /** Takes over the counter of distinct texts. */
    TextDistribution(TextFrequencies frequencies, HyperLogLog distinct) {
        this.frequencies = frequencies;
        this.distinct = distinct;
    }

    /** Both together, as a new value. */
    TextDistribution plus(TextDistribution other) {
        HyperLogLog both = distinct.copy();
        both.merge(other.distinct);
        return new TextDistribution(frequencies.plus(other.frequencies), both);
    }

    MetricValue distinct(long count) {
        return distinct.distinct(count);
    }

    Optional<SortedMap<String, Long>> exactCounts() {
        return frequencies.exactCounts();
    }

    List<FrequentValue> top(int n) {
        return frequencies.top(n);
    }

    void writeTo(StateWriter out) {
        frequencies.writeTo(out);
        distinct.writeTo(out);
    }

    static TextDistribution read(StateReader in) {
        return new TextDistribution(TextFrequencies.read(in), HyperLogLog.read(in));
    }
}
