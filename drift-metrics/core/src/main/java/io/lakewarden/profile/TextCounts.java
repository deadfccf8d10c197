package io.lakewarden.profile;

import io.lakewarden.result.MetricValue;
import java.util.Arrays;

/** Exact counts and lengths of texts. */
final class TextCounts {
    private long blanks;
    private long totalLength;
    private long minimumLength = Long.MAX_VALUE;
    private long maximumLength;
    private final long[] matches = new long[TextPattern.COUNT];

    /** Counts a text with these {@link TextFacts} so many times. */
    void add(long facts, long times) {
        addLength(TextFacts.length(facts), TextFacts.blank(facts), times);
        for (int bits = TextFacts.patterns(facts); bits != 0; bits &= bits - 1) {
            matches[Integer.numberOfTrailingZeros(bits)] += times;
        }
    }

    private void addLength(int length, boolean blank, long times) {
        totalLength += length * times;
        minimumLength = Math.min(minimumLength, length);
        maximumLength = Math.max(maximumLength, length);
        if (blank) {
            blanks += times;
        }
    }

    /** Both together, as a new value. */
    TextCounts plus(TextCounts other) {
        TextCounts result = new TextCounts();
        result.blanks = blanks + other.blanks;
        result.totalLength = totalLength + other.totalLength;
        result.minimumLength = Math.min(minimumLength, other.minimumLength);
        result.maximumLength = Math.max(maximumLength, other.maximumLength);
        Arrays.setAll(result.matches, i -> matches[i] + other.matches[i]);
        return result;
    }

    long blanks() {
        return blanks;
    }

    long totalLength() {
        return totalLength;
    }

    MetricValue minimumLength(long present) {
        return Cells.ofValues(present, (double) minimumLength);
    }

    MetricValue maximumLength(long present) {
        return Cells.ofValues(present, (double) maximumLength);
    }

    long matches(TextPattern pattern) {
        return matches[pattern.index()];
    }

    void writeTo(StateWriter out) {
        out.count(blanks);
        out.count(totalLength);
        out.count(minimumLength);
        out.count(maximumLength);
        for (long count : matches) {
            out.count(count);
        }
    }

    static TextCounts read(StateReader in) {
        TextCounts result = new TextCounts();
        result.blanks = in.count();
        result.totalLength = in.count();
        result.minimumLength = in.count();
        result.maximumLength = in.count();
        Arrays.setAll(result.matches, i -> in.count());
        return result;
    }
}
