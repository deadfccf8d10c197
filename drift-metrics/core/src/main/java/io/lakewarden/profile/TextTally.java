package io.lakewarden.profile;

import java.util.Arrays;
import java.util.Optional;

/**
 * Counts texts while a profile is built. Up to {@value Frequencies#CAPACITY} different ones, each is looked up in a table
 * by its bytes and its counter increased: what is known of a text is found once. Beyond, {@link TextFrequencies} says what
 * the counters mean and why the bound holds.
 */
final class TextTally {
    private final TextKeys keys = new TextKeys();
    private long[] counts = new long[16];

    /** What is known of each text in the table, see {@link TextFacts}. */
    private long[] facts = new long[16];

    private final long[] hashes = new long[128];

    private final HyperLogLog distinct = new HyperLogLog();

    /** What is known of all values but those that {@link #isExact exact} counters still count. */
    private final TextMeasures measures;

    /** Taken away from all counters so far. */
    private long purged;

    /** Values so far; only counted once the counters are not exact. */
    private long values;

    /** Null before there are enough values for its share of the bound. */
    private RareTexts rare;

    TextTally(Optional<BinCounts> bins) {
        this.measures = new TextMeasures(bins, Optional.of(TextShape.empty(bins.isEmpty())));
    }

    private boolean isExact() {
        return purged == 0;
    }

    /** Counts the texts in these parts of an array. */
    void addAll(byte[] utf8, int[] starts, int[] lengths, int count) {
        for (int first = 0; first < count; first += hashes.length) {
            int size = Math.min(hashes.length, count - first);
            // Apart from all else, since no hash has to wait for the one before.
            for (int i = 0; i < size; i++) {
                hashes[i] = Hashing.of(utf8, starts[first + i], lengths[first + i]);
            }
            for (int i = 0; i < size; i++) {
                add(hashes[i], utf8, starts[first + i], lengths[first + i], 1);
            }
        }
    }

    /** Counts the text in these bytes so many times, at least once. */
    void add(byte[] utf8, int from, int length, long times) {
        add(Hashing.of(utf8, from, length), utf8, from, length, times);
    }

    private void add(long hash, byte[] utf8, int from, int length, long times) {
        // no text of so few bytes is cut, so that it is found as it is
        int known = length <= TextFacts.LONGEST_KEPT ? keys.find(hash, utf8, from, length) : -1;
        if (known < 0) {
            addOther(hash, utf8, from, length, times);
        } else {
            increase(known, times);
        }
    }

    private void increase(int known, long times) {
        counts[known] += times;
        if (!isExact()) {
            values += times;
            measures.add(facts[known], keys.bytes(), keys.from(known), keys.to(known), times);
        }
    }

    private void addOther(long hash, byte[] utf8, int from, int length, long times) {
        long found = TextFacts.of(utf8, from, length);
        if (found == TextFacts.ILL_FORMED) {
            byte[] repaired = Utf8.repaired(utf8, from, from + length);
            add(repaired, 0, repaired.length, times);
            return;
        }
        distinct.add(hash);
        if (TextFacts.length(found) > TextFacts.LONGEST_KEPT) {
            byte[] key = TextFacts.keyOf(utf8, from, length, hash);
            addKey(Hashing.of(key, 0, key.length), key, 0, key.length, found, times);
        } else {
            addKey(hash, utf8, from, length, found, times);
        }
    }

    private void addKey(long hash, byte[] key, int from, int length, long found, long times) {
        int known = length > TextFacts.LONGEST_KEPT ? keys.find(hash, key, from, length) : -1;
        if (known >= 0) {
            increase(known, times);
            return;
        }
        if (isExact() && keys.size() == Frequencies.CAPACITY) {
            values = Arrays.stream(counts).sum();
            addCounted(measures);
            purge();
        }
        if (!isExact()) {
            values += times;
            measures.add(found, key, from, from + length, times);
            if (isRare(hash, times)) {
                return;
            }
            if (keys.size() == Frequencies.CAPACITY) {
                purge();
            }
        }
        insert(hash, key, from, length, found, times);
    }

    private boolean isRare(long hash, long times) {
        if (rare == null) {
            if (values < RareTexts.PERIOD) {
                return false;
            }
            rare = new RareTexts();
        }
        return rare.passes(hash, times);
    }

    private void insert(long hash, byte[] key, int from, int length, long found, long times) {
        int number = keys.size();
        keys.add(hash, key, from, length);
        if (number == counts.length) {
            counts = Arrays.copyOf(counts, number * 2);
            facts = Arrays.copyOf(facts, number * 2);
        }
        counts[number] = times;
        facts[number] = found;
    }

    private void purge() {
        long amount = TextFrequencies.largest(counts, keys.size(), TextFrequencies.KEPT + 1);
        int[] left = new int[keys.size()];
        int next = 0;
        for (int i = 0; i < left.length; i++) {
            if (counts[i] > amount) {
                counts[next] = counts[i] - amount;
                facts[next] = facts[i];
                left[next++] = i;
            }
        }
        keys.retain(left, next);
        purged += amount;
    }

    /** Adds what is known of the texts in the table to that of all others. */
    private void addCounted(TextMeasures others) {
        for (int i = 0; i < keys.size(); i++) {
            others.add(facts[i], keys.bytes(), keys.from(i), keys.to(i), counts[i]);
        }
    }

    /** What is known of all values so far. */
    TextMeasures measures() {
        TextMeasures result = measures.copy();
        if (isExact()) {
            addCounted(result);
        }
        return result;
    }

    /** The distribution of all values so far. */
    TextDistribution distribution() {
        long offset = purged + (rare == null ? 0 : rare.passed());
        return new TextDistribution(TextFrequencies.of(keys, counts, offset), distinct.copy());
    }
}
