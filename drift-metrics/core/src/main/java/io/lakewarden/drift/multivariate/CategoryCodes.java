package io.lakewarden.drift.multivariate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A column of texts on both sides as numbers: those of the ten most frequent texts, one of all others, and one of those that are missing. */
final class CategoryCodes {
    private static final int MOST_CATEGORIES = 10;

    /** How many codes there are. */
    static final int CODES = MOST_CATEGORIES + 2;

    /** The code of a missing text. */
    static final int MISSING = MOST_CATEGORIES + 1;

    private final String column;
    private final byte[] reference;
    private final byte[] current;
    private final byte[] picked;
    private int pickedRows;

    private CategoryCodes(String column, byte[] reference, byte[] current) {
        this.column = column;
        this.reference = reference;
        this.current = current;
        this.picked = new byte[reference.length + current.length];
    }

    static CategoryCodes of(String column, String[] reference, String[] current) {
        Map<String, Long> counts = Stream.of(reference, current)
                .flatMap(Stream::of)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(text -> text, Collectors.counting()));
        Map<String, Byte> codes = new HashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CATEGORIES)
                .forEach(entry -> codes.put(entry.getKey(), (byte) codes.size()));
        return new CategoryCodes(column, codes(reference, codes), codes(current, codes));
    }

    private static byte[] codes(String[] texts, Map<String, Byte> codes) {
        byte[] coded = new byte[texts.length];
        for (int row = 0; row < texts.length; row++) {
            coded[row] = texts[row] == null ? MISSING : codes.getOrDefault(texts[row], (byte) MOST_CATEGORIES);
        }
        return coded;
    }

    String column() {
        return column;
    }

    int references() {
        return reference.length;
    }

    int currents() {
        return current.length;
    }

    /** Takes rows of both sides for the current ones; those of the reference come first. */
    void pick(int[] rows) {
        pickedRows = rows.length;
        for (int place = 0; place < rows.length; place++) {
            int row = rows[place];
            picked[place] = row < reference.length ? reference[row] : current[row - reference.length];
        }
    }

    /** How often codes of this column and another one go together in some rows of the reference. */
    PairCounts ofReference(CategoryCodes other, int from, int to) {
        return PairCounts.of(reference, other.reference, from, to);
    }

    /** The same in the current rows. */
    PairCounts ofCurrent(CategoryCodes other) {
        return PairCounts.of(current, other.current, 0, current.length);
    }

    /** The same in the rows that were picked last. */
    PairCounts ofPicked(CategoryCodes other) {
        return PairCounts.of(picked, other.picked, 0, pickedRows);
    }
}
