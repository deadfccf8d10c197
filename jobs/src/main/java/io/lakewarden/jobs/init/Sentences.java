package io.lakewarden.jobs.init;

import io.lakewarden.jobs.config.SourceFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was guessed of the data as such, in words. */
final class Sentences {
    private Sentences() {}

    /** How the data are written. */
    static List<Guess> ofData(DataFiles files, SampledTable table, List<ColumnGuess> columns) {
        List<Guess> guesses = new ArrayList<>();
        guesses.add(Guess.sure("format", format(table)));
        if (!files.others().isEmpty()) {
            guesses.add(Guess.doubtful("format", "left out: " + Words.listed(files.others()) + ", of another kind"));
        }
        table.badRows()
                .ifPresent(sentence -> guesses.add(Guess.doubtful(
                        "bad rows",
                        sentence + (sentence.endsWith(".") ? " " : "; ")
                                + "bad rows are left out and counted, and the count is a finding")));
        if (!table.whole() && table.format() == SourceFormat.CSV) {
            guesses.add(Guess.sure(
                    "types", "from a part of the rows: a value that does not fit its type stops a run and is named"));
        }
        guesses.addAll(nullValues(columns));
        return guesses;
    }

    private static String format(SampledTable table) {
        String read = Words.counted(table.rows(), "row")
                + (table.whole() ? "" : " of about " + Words.counted(table.allRows(), "row")) + " of "
                + Words.counted(table.columns().size(), "column") + " looked at";
        String format = table.format().name().toLowerCase(Locale.ROOT);
        if (table.format() != SourceFormat.CSV) {
            return format + " (" + table.description() + "), " + read;
        }
        CsvDialect dialect = table.dialect();
        String encoding = dialect.encoding().name()
                + (dialect.marked()
                        ? " with a byte order mark"
                        : dialect.encoding().equals(StandardCharsets.UTF_8) ? "" : ", for the bytes are no UTF-8");
        return format + " (" + table.description() + "), separated by " + dialect.separatorName() + ", "
                + (dialect.header() ? "a header" : "no header, so that columns are called _c0, _c1, …") + ", "
                + encoding
                + (dialect.decimalComma() ? ", decimal commas" : "")
                + (dialect.multiline() ? ", values in quotes over several lines" : "")
                + "; " + read;
    }

    private static List<Guess> nullValues(List<ColumnGuess> columns) {
        return columns.stream()
                .filter(column -> !column.nullValues().isEmpty())
                .map(column -> {
                    long rows = column.column().texts().stream()
                            .filter(text -> column.nullValues().contains(text.trim()))
                            .count();
                    boolean doubtful = column.content() == ColumnContent.TEXT
                            && column.nullValues().stream().anyMatch(NullWords::isDoubtful);
                    return Guess.sure(
                            "null values",
                            Words.shown(column.name()) + ": " + Words.listed(column.nullValues()) + " in "
                                    + Words.counted(rows, "row")
                                    + (doubtful ? "; delete it here if it is a category of its own" : ""));
                })
                .toList();
    }

    /** What a person should know of single columns. */
    static List<Guess> ofColumns(List<ColumnGuess> columns) {
        List<Guess> guesses = new ArrayList<>();
        for (ColumnGuess column : columns) {
            column.note()
                    .ifPresent(note -> guesses.add(Guess.doubtful("column", Words.shown(column.name()) + ": " + note)));
            if (!Columns.isListable(column)) {
                guesses.add(Guess.doubtful(
                        "column",
                        Words.shown(column.name()) + ": a monitor file cannot name it, so that it has no role"));
            }
        }
        return guesses;
    }
}
