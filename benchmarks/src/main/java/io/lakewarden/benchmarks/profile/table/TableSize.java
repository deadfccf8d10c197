package io.lakewarden.benchmarks.profile.table;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How large a table is.
 *
 * @param rows at least 1
 * @param columns at least 1
 */
public record TableSize(long rows, int columns) implements Serializable {
    /** What every table is drawn from. */
    public static final long SEED = 20_260_101;

    private static final long CELLS_OF_A_FILE = 25_000_000;
    private static final int FEWEST_FILES = 2;
    private static final int MOST_FILES = 8;

    public TableSize {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "a table has at least one row and one column, but got " + rows + "x" + columns);
        }
    }

    /**
     * Reads what {@link #toString} writes, with or without suffixes: {@code 10Mx20}, {@code 200000x20}.
     *
     * @throws IllegalArgumentException with one sentence for people
     */
    public static TableSize parse(String text) {
        String[] parts = text.trim().toLowerCase(Locale.ROOT).split("x", -1);
        try {
            if (parts.length == 2) {
                return new TableSize(number(parts[0]), Math.toIntExact(number(parts[1])));
            }
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException(expected(text), e);
        }
        throw new IllegalArgumentException(expected(text));
    }

    /** Reads several of them, separated by commas. */
    public static List<TableSize> parseAll(String text) {
        return Arrays.stream(text.split(",", -1)).map(TableSize::parse).toList();
    }

    private static String expected(String text) {
        return "a size is written as rows x columns, such as 10Mx20 or 200kx20, but got '" + text + "'";
    }

    private static long number(String text) {
        long unit = text.endsWith("m") ? 1_000_000 : text.endsWith("k") ? 1_000 : 1;
        return Math.multiplyExact(unit, Long.parseLong(unit == 1 ? text : text.substring(0, text.length() - 1)));
    }

    /** The columns, in order. */
    public List<GeneratedColumn> table() {
        Recipe[] recipes = Recipe.values();
        return IntStream.range(0, columns)
                .mapToObj(place -> new GeneratedColumn(recipes[place % recipes.length], place, SEED))
                .toList();
    }

    /** Cells in all. */
    public long cells() {
        return rows * columns;
    }

    /** Files that the table is written to. */
    public int files() {
        return (int) Math.max(FEWEST_FILES, Math.min(MOST_FILES, cells() / CELLS_OF_A_FILE));
    }

    @Override
    public String toString() {
        return abbreviated(rows) + "x" + abbreviated(columns);
    }

    private static String abbreviated(long number) {
        if (number % 1_000_000 == 0) {
            return number / 1_000_000 + "M";
        }
        return number % 1_000 == 0 ? number / 1_000 + "k" : Long.toString(number);
    }
}
