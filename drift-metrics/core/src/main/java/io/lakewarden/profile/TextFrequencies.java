package io.lakewarden.profile;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How often each text occurs: exactly while there are at most {@value Frequencies#CAPACITY} different ones, beyond for the
 * frequent ones within bounds. Immutable; texts stand in the order of their UTF-8 bytes, which is that of their code
 * points.
 *
 * <p>Algorithm: J. Misra and D. Gries, "Finding repeated elements" (1982), purged in bulk, behind a filter. While a profile
 * is built ({@link TextTally}), a text in the table has its counter increased. For another, once there are
 * {@value RareTexts#PERIOD} values, a few occurrences pass uncounted ({@link RareTexts}); all others get a counter. When
 * the {@value Frequencies#CAPACITY} counters are all taken, the {@value #KEPT} + 1st largest is subtracted from all, and
 * those that reach 0 are dropped. The offset is what was subtracted plus how often any text can have passed.
 *
 * <p>Bound, guaranteed: a text's true count is at least its counter and at most its counter plus the offset; a text without
 * counter occurs at most offset times. Every purge takes its amount away from more than {@value #KEPT} counters; of n
 * values at most n/1542 of one text pass, since the period under way is paid for by the values before the first. Hence
 * offset ≤ n/769 + n/1542 &lt; n/513, less than 0.2 % of the values.
 *
 * <p>Merge law (P. Agarwal and others, "Mergeable summaries", 2012): counters and offsets add up; if there are more than
 * {@value Frequencies#CAPACITY} counters, the {@value Frequencies#CAPACITY} + 1st largest is subtracted from all and added
 * to the offset. The bound is additive, so that it holds for the whole. While the counts are exact the merge is exact,
 * commutative and associative, and whether they still are depends on the set of texts alone. The empty one is the
 * identity.
 */
final class TextFrequencies {
    /** How many counters a purge leaves at most, while a profile is built. */
    static final int KEPT = 768;

    private final byte[] bytes;
    private final int[] ends;
    private final long[] counts;
    private final long offset;

    private TextFrequencies(byte[] bytes, int[] ends, long[] counts, long offset) {
        this.bytes = bytes;
        this.ends = ends;
        this.counts = counts;
        this.offset = offset;
    }

    /** Of the texts in a table, with the counter of each at its number. */
    static TextFrequencies of(TextKeys keys, long[] counts, long offset) {
        byte[] bytes = keys.bytes();
        Assembly result = new Assembly(keys.size(), keys.size() == 0 ? 0 : keys.to(keys.size() - 1));
        IntStream.range(0, keys.size())
                .boxed()
                .sorted((a, b) ->
                        Arrays.compareUnsigned(bytes, keys.from(a), keys.to(a), bytes, keys.from(b), keys.to(b)))
                .forEach(i -> result.append(bytes, keys.from(i), keys.to(i), counts[i]));
        return result.finish(offset);
    }

    /** Both together, as a new value. */
    TextFrequencies plus(TextFrequencies other) {
        Assembly result = new Assembly(size() + other.size(), bytes.length + other.bytes.length);
        int mine = 0;
        int theirs = 0;
        while (mine < size() || theirs < other.size()) {
            int order = mine == size() ? 1 : theirs == other.size() ? -1 : compare(mine, other, theirs);
            if (order < 0) {
                result.append(this, mine, counts[mine]);
            } else if (order > 0) {
                result.append(other, theirs, other.counts[theirs]);
            } else {
                result.append(this, mine, counts[mine] + other.counts[theirs]);
            }
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }
        return result.finish(offset + other.offset).purged();
    }

    private int compare(int mine, TextFrequencies other, int theirs) {
        return Arrays.compareUnsigned(
                bytes, from(mine), ends[mine], other.bytes, other.from(theirs), other.ends[theirs]);
    }

    private TextFrequencies purged() {
        if (size() <= Frequencies.CAPACITY) {
            return this;
        }
        long amount = largest(counts, size(), Frequencies.CAPACITY + 1);
        Assembly result = new Assembly(size(), bytes.length);
        for (int i = 0; i < size(); i++) {
            if (counts[i] > amount) {
                result.append(this, i, counts[i] - amount);
            }
        }
        return result.finish(offset + amount);
    }

    /** The counter of this rank among the first ones, the largest having rank 1. */
    static long largest(long[] counts, int size, int rank) {
        long[] left = Arrays.copyOf(counts, size);
        int from = 0;
        int to = size;
        int wanted = size - rank;
        while (true) {
            // those below the pivot, those equal to it, those above
            long pivot = left[(from + to) >>> 1];
            int below = from;
            int above = to;
            for (int i = from; i < above; ) {
                long count = left[i];
                if (count < pivot) {
                    left[i++] = left[below];
                    left[below++] = count;
                } else if (count > pivot) {
                    left[i] = left[--above];
                    left[above] = count;
                } else {
                    i++;
                }
            }
            if (wanted < below) {
                to = below;
            } else if (wanted >= above) {
                from = above;
            } else {
                return pivot;
            }
        }
    }

    private int size() {
        return counts.length;
    }

    private int from(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private String text(int number) {
        return Utf8.decode(bytes, from(number), ends[number]);
    }

    Optional<SortedMap<String, Long>> exactCounts() {
        if (offset > 0) {
            return Optional.empty();
        }
        SortedMap<String, Long> result = new TreeMap<>();
        for (int i = 0; i < size(); i++) {
            result.put(text(i), counts[i]);
        }
        return Optional.of(result);
    }

    List<FrequentValue> top(int n) {
        return IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.comparingLong(i -> -counts[i]))
                .limit(n)
                .map(i -> new FrequentValue(text(i), counts[i], Math.addExact(counts[i], offset)))
                .toList();
    }

    void writeTo(StateWriter out) {
        out.count(offset);
        out.count(size());
        for (int i = 0; i < size(); i++) {
            out.count(ends[i] - from(i));
            out.count(counts[i]);
        }
        out.bytes(bytes);
    }

    static TextFrequencies read(StateReader in) {
        long offset = in.count();
        int size = in.length(2);
        in.require(size <= Frequencies.CAPACITY, () -> size + " frequent values");
        int[] ends = new int[size];
        long[] counts = new long[size];
        int end = 0;
        for (int i = 0; i < size; i++) {
            int length = in.length(1);
            in.require(length <= TextFacts.LONGEST_KEY, "a frequent value that is too long");
            end += length;
            ends[i] = end;
            counts[i] = in.count();
            in.require(counts[i] > 0, "a frequent value that never occurs");
        }
        TextFrequencies result = new TextFrequencies(in.bytes(end), ends, counts, offset);
        for (int i = 0; i < size; i++) {
            in.require(Utf8.codePoints(result.bytes, result.from(i), ends[i]) >= 0, "a frequent value that is no text");
            in.require(i == 0 || result.compare(i - 1, result, i) < 0, "frequent values out of order");
        }
        return result;
    }

    /** Takes texts in their order. */
    private static final class Assembly {
        private final byte[] bytes;
        private final int[] ends;
        private final long[] counts;
        private int size;
        private int end;

        Assembly(int mostTexts, int mostBytes) {
            this.bytes = new byte[mostBytes];
            this.ends = new int[mostTexts];
            this.counts = new long[mostTexts];
        }

        void append(TextFrequencies source, int number, long count) {
            append(source.bytes, source.from(number), source.ends[number], count);
        }

        void append(byte[] utf8, int from, int to, long count) {
            System.arraycopy(utf8, from, bytes, end, to - from);
            end += to - from;
            ends[size] = end;
            counts[size++] = count;
        }

        TextFrequencies finish(long offset) {
            return new TextFrequencies(
                    Arrays.copyOf(bytes, end), Arrays.copyOf(ends, size), Arrays.copyOf(counts, size), offset);
        }
    }
}
