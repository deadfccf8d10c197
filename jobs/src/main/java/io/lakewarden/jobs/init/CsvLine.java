package io.lakewarden.jobs.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a line of CSV into its fields: a field may stand in double quotes, and a quote inside those is doubled. */
final class CsvLine {
    private CsvLine() {}

    /** The fields; empty where a quote is left open. */
    static Optional<List<String>> fields(String line, char separator) {
        List<String> fields = new ArrayList<>();
        int position = 0;
        while (true) {
            StringBuilder field = new StringBuilder();
            if (position < line.length() && line.charAt(position) == '"') {
                position = quoted(line, position + 1, field);
                if (position < 0) {
                    return Optional.empty();
                }
            }
            int end = line.indexOf(separator, position);
            field.append(line, position, end < 0 ? line.length() : end);
            fields.add(field.toString());
            if (end < 0) {
                return Optional.of(fields);
            }
            position = end + 1;
        }
    }

    /** Where the closing quote's successor is; -1 where there is none. */
    private static int quoted(String line, int start, StringBuilder field) {
        for (int i = start; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != '"') {
                field.append(c);
            } else if (line.startsWith("\"\"", i)) {
                field.append('"');
                i++;
            } else {
                return i + 1;
            }
        }
        return -1;
    }
}
