package io.lakewarden.drift;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the table of statistics in docs/drift.md promises of one.
 *
 * @param least the lower end of its range
 * @param greatest the upper end
 * @param symmetry whether sides may be swapped
 */
record StatisticRow(double least, double greatest, Symmetry symmetry) {
    private static final Pattern ROW = Pattern.compile(
            "\\| `(?<name>[a-z_]+)` \\| .* \\| [\\[(](?<least>[^,|]+), (?<greatest>[^,|]+)[\\])] \\| [^|]+ \\|"
                    + " (?<symmetric>[^|]+) \\|");

    /** Whether sides may be swapped. */
    enum Symmetry {
        YES,
        UP_TO_SIGN,
        NO
    }

    static Map<String, StatisticRow> all() {
        Map<String, StatisticRow> rows = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(Path.of("../../docs/drift.md"))) {
                Matcher row = ROW.matcher(line);
                if (row.matches()) {
                    rows.put(
                            row.group("name"),
                            new StatisticRow(
                                    number(row.group("least")),
                                    number(row.group("greatest")),
                                    symmetry(row.group("symmetric"))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static Symmetry symmetry(String text) {
        return switch (text) {
            case "yes", "but for ends and range" -> Symmetry.YES;
            case "up to sign" -> Symmetry.UP_TO_SIGN;
            case "no" -> Symmetry.NO;
            default -> throw new IllegalArgumentException("symmetric is yes, no or up to sign, but got '" + text + "'");
        };
    }

    private static double number(String text) {
        return switch (text) {
            case "∞" -> Double.POSITIVE_INFINITY;
            case "−∞" -> Double.NEGATIVE_INFINITY;
            case "½" -> 0.5;
            case "√2" -> Math.sqrt(2);
            default -> Double.parseDouble(text.replace('−', '-'));
        };
    }
}
