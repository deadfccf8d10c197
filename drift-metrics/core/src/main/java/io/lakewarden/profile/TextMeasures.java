package io.lakewarden.profile;

import java.util.Optional;

/** What is counted of each text without keeping it: its facts, its frozen bin and its shape, where these are wanted. */
final class TextMeasures {
    private final TextCounts texts;
    private final Optional<BinCounts> bins;
    private final Optional<TextShape> shape;

    TextMeasures(Optional<BinCounts> bins, Optional<TextShape> shape) {
        this(new TextCounts(), bins, shape);
    }

    private TextMeasures(TextCounts texts, Optional<BinCounts> bins, Optional<TextShape> shape) {
        this.texts = texts;
        this.bins = bins;
        this.shape = shape;
    }

    /** Counts a text so many times, by its facts and by the bytes under which it is kept. */
    void add(long facts, byte[] key, int from, int to, long times) {
        texts.add(facts, times);
        if (bins.isPresent()) {
            bins.get().add(key, from, to - from, times);
        }
        if (shape.isPresent()) {
            shape.get().add(facts, key, from, to, times);
        }
    }

    /** Counts the text in these bytes so many times, without its patterns. */
    void add(byte[] utf8, int from, int length, long times) {
        long facts = TextFacts.withoutPatterns(utf8, from, length);
        if (facts == TextFacts.ILL_FORMED) {
            byte[] repaired = Utf8.repaired(utf8, from, from + length);
            add(repaired, 0, repaired.length, times);
        } else if (bins.isPresent() && TextFacts.length(facts) > TextFacts.LONGEST_KEPT) {
            byte[] key = TextFacts.keyOf(utf8, from, length, Hashing.of(utf8, from, length));
            add(facts, key, 0, key.length, times);
        } else {
            add(facts, utf8, from, from + length, times);
        }
    }

    TextMeasures copy() {
        return new TextMeasures(
                texts.plus(new TextCounts()), bins.map(BinCounts::copy), shape.map(it -> it.plus(it.none())));
    }

    TextCounts texts() {
        return texts;
    }

    Optional<BinCounts> bins() {
        return bins;
    }

    Optional<TextShape> shape() {
        return shape;
    }
}
