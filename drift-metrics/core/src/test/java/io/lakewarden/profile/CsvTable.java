package io.lakewarden.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A comma-separated file with a header and perhaps quotes, as far as the real data needs. */
record CsvTable(List<String> header, List<List<String>> rows) {
    static CsvTable read(Path file) throws IOException {
        List<List<String>> lines =
                Files.readAllLines(file).stream().map(CsvTable::cells).toList();
        return new CsvTable(lines.get(0), lines.subList(1, lines.size()));
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    CsvTable where(String column, Predicate<String> predicate) {
        int index = header.indexOf(column);
        return new CsvTable(
                header,
                rows.stream().filter(row -> predicate.test(row.get(index))).toList());
    }

    List<String> column(String name) {
        int index = header.indexOf(name);
        return rows.stream().map(row -> row.get(index)).toList();
    }
}
