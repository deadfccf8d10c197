package io.lakewarden.profile;

import io.lakewarden.result.MetricValue;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The distribution of a column's texts: their frequencies and how many different ones there are. */
final class TextDistribution {
    private final TextFrequencies frequencies;
    private final HyperLogLog distinct;

    TextDistribution() {
        this(new TextFrequencies(), new HyperLogLog());
    }

    private TextDistribution(TextFrequencies frequencies, HyperLogLog distinct) {
        this.frequencies = frequencies;
        this.distinct = distinct;
    }

    /** Counts a text so many times and returns what was found out about it, once for each text that is kept. */
    TextFacts add(String value, long times) {
        TextFrequencies.Entry entry = frequencies.find(TextFacts.keyOf(value));
        if (entry != null) {
            entry.increase(times);
            return entry.facts();
        }
        TextFacts facts = TextFacts.of(value);
        distinct.add(facts.hash());
        frequencies.insert(facts, times);
        return facts;
    }

    TextDistribution copy() {
        return new TextDistribution(frequencies.copy(), distinct.copy());
    }

    /** Both together, as a new value. */
    TextDistribution plus(TextDistribution other) {
        TextDistribution result = copy();
        result.frequencies.merge(other.frequencies);
        result.distinct.merge(other.distinct);
        return result;
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
