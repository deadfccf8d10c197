package io.lakewarden.jobs.init;

import io.lakewarden.jobs.init.SampledLines.FileLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a CSV file put together to rows: one that leaves a quote open goes on in the next.
 *
 * @param path the file
 * @param texts by row, its line or lines
 * @param multiline whether a row has several lines
 */
record CsvRecords(String path, List<String> texts, boolean multiline) {
    /** Nobody writes more lines into one value; a quote that is open for longer is a broken line. */
    private static final int MOST_LINES = 100;

    static CsvRecords of(FileLines file, char separator) {
        List<String> lines = file.lines();
        List<String> texts = new ArrayList<>();
        int width = 0;
        int start = 0;
        while (start < lines.size()) {
            int end = end(lines, start, separator, width);
            texts.add(String.join("\n", lines.subList(start, end)));
            if (start == 0) {
                width = CsvLine.fields(texts.get(0), separator).map(List::size).orElse(0);
            }
            start = end;
        }
        return new CsvRecords(file.path(), texts, texts.size() < lines.size());
    }

    /** Where the row ends that begins on a line: behind that line, too, where lines after it make no row of this width. */
    private static int end(List<String> lines, int start, char separator, int width) {
        StringBuilder text = new StringBuilder(lines.get(start));
        int end = start + 1;
        Optional<List<String>> fields = CsvLine.fields(text.toString(), separator);
        while (fields.isEmpty() && end < lines.size() && end - start < MOST_LINES) {
            text.append('\n').append(lines.get(end));
            end++;
            fields = CsvLine.fields(text.toString(), separator);
        }
        boolean row = fields.filter(it -> width == 0 || it.size() == width).isPresent();
        return row ? end : start + 1;
    }
}
