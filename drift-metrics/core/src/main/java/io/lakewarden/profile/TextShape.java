package io.lakewarden.profile;

import java.util.Optional;

/**
 * What texts look like, whether or not they repeat: their lengths, the classes of their characters, and, for columns without
 * frozen bins, their words by hash. Characters and words are those of the first {@value TextFacts#LONGEST_KEPT} code points of
 * each text. Everything is an exact count, so that it adds up exactly.
 */
final class TextShape {
    /** Words are counted in so many places by their hash. */
    static final int WORD_PLACES = 256;

    private static final int PLACE_SHIFT = Long.SIZE - 8;
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW_BITS = ~Utf8.HIGH_BITS;
    private static final long LOWER_CASE = 0x20 * ONES;

    private final SizeCounts lengths;
    private final PartCounts characters;
    private final Optional<PartCounts> words;

    private TextShape(SizeCounts lengths, PartCounts characters, Optional<PartCounts> words) {
        this.lengths = lengths;
        this.characters = characters;
        this.words = words;
    }

    /** Of no texts yet. */
    static TextShape empty(boolean withWords) {
        return new TextShape(
                new SizeCounts(),
                new PartCounts(CharacterClass.COUNT),
                withWords ? Optional.of(new PartCounts(WORD_PLACES)) : Optional.empty());
    }

    /** Only while building: counts a text with these {@link TextFacts} so many times, by the bytes under which it is kept. */
    void add(long facts, byte[] key, int from, int to, long times) {
        int length = TextFacts.length(facts);
        lengths.add(length, times);
        int end = length > TextFacts.LONGEST_KEPT ? TextFacts.endOfPrefix(to) : to;
        int letters = 0;
        int digits = 0;
        int spaces = 0;
        int others = 0;
        int ascii = 0;
        // A UUID is no word, and the most frequent form of texts that are none.
        PartCounts counted = words.isPresent() && !TextFacts.isUuid(facts) ? words.get() : null;
        int found = 0;
        int start = from;
        for (int i = from; i < end; i += Long.BYTES) {
            int rest = end - i;
            boolean whole = rest >= Long.BYTES;
            long word = whole ? Utf8.word(key, i) : Utf8.tail(key, i, end);
            long valid = whole ? Utf8.HIGH_BITS : Utf8.HIGH_BITS >>> ((Long.BYTES - rest) * Byte.SIZE);
            long plain = ~word & valid;
            long low = word & LOW_BITS;
            long letter = within(low | LOWER_CASE, 'a', 'z') & plain;
            long digit = within(low, '0', '9') & plain;
            long space = (within(low, '\t', '\r') | within(low, ' ', ' ')) & plain;
            letters += Long.bitCount(letter);
            digits += Long.bitCount(digit);
            spaces += Long.bitCount(space);
            ascii += Long.bitCount(plain);
            // all first bytes of longer code points: their second bit is set, too
            others += Long.bitCount(word & valid & (word << 1));
            if (counted != null) {
                for (long gaps = plain & ~(letter | digit); gaps != 0; gaps &= gaps - 1) {
                    int gap = i + (Long.numberOfTrailingZeros(gaps) >>> 3);
                    if (gap > start) {
                        countWord(counted, key, start, gap, times);
                        found++;
                    }
                    start = gap + 1;
                }
            }
        }
        if (counted != null) {
            if (end > start) {
                countWord(counted, key, start, end, times);
                found++;
            }
            counted.addText(found, times);
        }
        characters.add(CharacterClass.LETTER.index(), letters * times);
        characters.add(CharacterClass.DIGIT.index(), digits * times);
        characters.add(CharacterClass.SPACE.index(), spaces * times);
        characters.add(CharacterClass.SYMBOL.index(), (ascii - letters - digits - spaces) * times);
        characters.add(CharacterClass.BEYOND_ASCII.index(), others * times);
        characters.addText(ascii + others, times);
    }

    /** The high bit of each byte, of those without one, that lies between two characters, both included. */
    private static long within(long low, char least, char greatest) {
        return (low + (0x80 - least) * ONES) & ~(low + (0x7F - greatest) * ONES) & Utf8.HIGH_BITS;
    }

    private static void countWord(PartCounts counted, byte[] key, int from, int to, long times) {
        counted.add((int) (Hashing.of(key, from, to - from) >>> PLACE_SHIFT), times);
    }

    /** Of no texts, with words where this has them. */
    TextShape none() {
        return empty(words.isPresent());
    }

    SizeCounts lengths() {
        return lengths;
    }

    PartCounts characters() {
        return characters;
    }

    Optional<PartCounts> words() {
        return words;
    }

    /** Both together, as a new value; without words where one has none. */
    TextShape plus(TextShape other) {
        return new TextShape(
                lengths.plus(other.lengths),
                characters.plus(other.characters),
                words.flatMap(mine -> other.words.map(mine::plus)));
    }

    void writeTo(StateWriter out) {
        lengths.writeTo(out);
        characters.writeTo(out);
        out.optional(words, PartCounts::writeTo);
    }

    static TextShape read(StateReader in) {
        return new TextShape(
                SizeCounts.read(in),
                PartCounts.read(in, CharacterClass.COUNT),
                in.optional(it -> PartCounts.read(it, WORD_PLACES)));
    }
}
