package io.lakewarden.drift;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Rows of a delimited text file; good enough for the data in {@code shared/data}, where no quoted cell spans lines. */
final class TruthTable {
    private final List<String> header;
    private final List<List<String>> rows;

    private TruthTable(List<String> header, List<List<String>> rows) {
        this.header = header;
        this.rows = rows;
    }

    static TruthTable read(Path file, char separator) {
        try {
            List<List<String>> lines = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> cells(line, separator))
                    .toList();
            return new TruthTable(lines.get(0), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '"') {
                quoted = !quoted;
            } else if (character == separator && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** The rows whose cell in a column meets a condition. */
    TruthTable where(String column, Predicate<String> condition) {
        int index = index(column);
        return new TruthTable(
                header,
                rows.stream().filter(row -> condition.test(row.get(index))).toList());
    }

    TruthTable rows(int from, int to) {
        return new TruthTable(header, rows.subList(from, to));
    }

    /** The cells of a column, null where missing. */
    List<String> column(String name, List<String> missing) {
        int index = index(name);
        return rows.stream()
                .map(row -> row.get(index))
                .map(cell -> cell.isEmpty() || missing.contains(cell) ? null : cell)
                .toList();
    }

    private int index(String column) {
        int index = header.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("no column " + column + " in " + Arrays.toString(header.toArray()));
        }
        return index;
    }
}
