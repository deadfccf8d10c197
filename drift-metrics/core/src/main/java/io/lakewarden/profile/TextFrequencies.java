package io.lakewarden.profile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often each text occurs: exactly while there are at most {@value Frequencies#CAPACITY} distinct ones, beyond for the
 * frequent ones within bounds. See {@link Frequencies} for algorithm, bound and merge law.
 */
final class TextFrequencies {
    private final Map<String, Entry> entries = new HashMap<>();
    private long offset;

    /**
     * A counter beside what was found out about its text, so that it is found out once. Decoded counters have no facts:
     * nothing is added to a finished profile.
     */
    static final class Entry {
        private final TextFacts facts;
        private long count;

        private Entry(TextFacts facts, long count) {
            this.facts = facts;
            this.count = count;
        }

        TextFacts facts() {
            return facts;
        }

        void increase(long times) {
            count += times;
        }
    }

    /** The counter of a text, or null if it is not kept. */
    Entry find(String key) {
        return entries.get(key);
    }

    /** Starts to count a text that is not kept yet. */
    void insert(TextFacts facts, long times) {
        if (entries.size() >= Frequencies.CAPACITY) {
            purge();
        }
        entries.put(facts.key(), new Entry(facts, times));
    }

    private void purge() {
        long removed = Frequencies.amountToRemove(
                entries.values().stream().mapToLong(entry -> entry.count).toArray());
        entries.values().removeIf(entry -> entry.count <= removed);
        entries.values().forEach(entry -> entry.count -= removed);
        offset += removed;
    }

    void merge(TextFrequencies other) {
        other.entries.forEach((key, entry) -> add(key, entry.facts, entry.count));
        offset += other.offset;
        if (entries.size() > Frequencies.CAPACITY) {
            purge();
        }
    }

    private void add(String key, TextFacts facts, long weight) {
        entries.computeIfAbsent(key, absent -> new Entry(facts, 0)).count += weight;
    }

    TextFrequencies copy() {
        TextFrequencies result = new TextFrequencies();
        result.merge(this);
        return result;
    }

    Optional<SortedMap<String, Long>> exactCounts() {
        if (offset > 0) {
            return Optional.empty();
        }
        SortedMap<String, Long> result = new TreeMap<>();
        entries.forEach((key, entry) -> result.put(key, entry.count));
        return Optional.of(result);
    }

    List<FrequentValue> top(int n) {
        return entries.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Entry> entry) -> -entry.getValue().count)
                        .thenComparing(Map.Entry::getKey))
                .limit(n)
                .map(entry -> new FrequentValue(
                        entry.getKey(), entry.getValue().count, Math.addExact(entry.getValue().count, offset)))
                .toList();
    }

    void writeTo(StateWriter out) {
        out.count(offset);
        out.count(entries.size());
        new TreeMap<>(entries).forEach((key, entry) -> {
            out.text(key);
            out.count(entry.count);
        });
    }

    static TextFrequencies read(StateReader in) {
        TextFrequencies result = new TextFrequencies();
        result.offset = in.count();
        int size = in.length(2);
        in.require(size <= Frequencies.CAPACITY, size + " frequent values");
        for (int i = 0; i < size; i++) {
            String key = in.text();
            long weight = in.count();
            in.require(weight > 0, "a frequent value that never occurs");
            result.add(key, null, weight);
        }
        in.require(result.entries.size() == size, "repeated frequent values");
        return result;
    }
}
