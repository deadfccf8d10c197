package io.lakewarden.jobs.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import io.lakewarden.jobs.config.UserException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Rows of text files that do not fit the columns or their types. */
final class CsvProblems {
    private static final int SHOWN = 200;

    /** What bytes become that are no letters in the encoding. */
    private static final String REPLACEMENT = "\uFFFD";

    private final Column brokenLine;
    private final Column line;
    private final String expected;
    private final List<CsvCells> cells;

    /**
     * The problems that rows can have.
     *
     * @param brokenLine holds the line where it is broken as a whole
     * @param line holds any other line
     * @param expected what a line is that is not broken, such as "3 columns"
     * @param cells the columns that are read from texts
     */
    CsvProblems(Column brokenLine, Column line, String expected, List<CsvCells> cells) {
        this.brokenLine = brokenLine;
        this.line = line;
        this.expected = expected;
        this.cells = List.copyOf(cells);
    }

    /** The name of the first column that cannot be read, empty for a line that is broken as a whole, null for a good row. */
    Column firstProblem() {
        List<Column> problems = new ArrayList<>();
        problems.add(when(brokenLine.isNotNull(), lit("")));
        cells.stream()
                .filter(CsvCells::canFail)
                .forEach(cell -> problems.add(when(cell.unreadable(), lit(cell.name()))));
        // One flat list: a chain of AND over a thousand columns would exhaust the stack.
        return coalesce(problems.toArray(Column[]::new));
    }

    /** Counts the rows with a problem, and those that were not decoded in full, in one pass. */
    BadRowCount count(Dataset<Row> texts) {
        Column badText = coalesce(cells.stream()
                .filter(CsvCells::canFail)
                .map(cell -> when(cell.unreadable(), cell.text()))
                .toArray(Column[]::new));
        Column text = cells.stream().anyMatch(CsvCells::canFail) ? badText : lit("");
        Dataset<Row> bad = texts.select(
                        firstProblem().as("problem"),
                        input_file_name().as("file"),
                        coalesce(text, lit("")).as("text"),
                        substring(coalesce(brokenLine, line), 1, SHOWN).as("line"),
                        coalesce(brokenLine, line).contains(REPLACEMENT).as("garbled"))
                .filter(col("problem").isNotNull().or(col("garbled")));
        try {
            Row row = bad.agg(
                            functions.count(col("problem")),
                            min(when(col("problem").isNotNull(), struct("file", "line", "problem", "text"))),
                            functions.count(when(col("garbled"), lit(1))),
                            min(when(col("garbled"), struct("file", "line"))))
                    .first();
            return new BadRowCount(
                    row.getLong(0),
                    row.isNullAt(1) ? "" : describe(row.getStruct(1)),
                    row.getLong(2),
                    row.isNullAt(3) ? "" : place(row.getStruct(3)));
        } catch (Exception e) {
            throw withoutTrace(e);
        }
    }

    /** The header of each file is held against the columns while the file is read, deep inside a Spark task. */
    private static RuntimeException withoutTrace(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof IllegalArgumentException && message.contains("CSV header")) {
                return new UserException(
                        "source: the files have different headers. " + message.replaceAll("\\s*\n\\s*", "; "), e);
            }
        }
        return e instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException("the files cannot be read", e);
    }

    private static String place(Row example) {
        return example.getString(0) + ": " + oneLine(example.getString(1));
    }

    /** Values in quotes may hold line breaks. */
    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }

    private String describe(Row example) {
        String column = example.getString(2);
        String reason = cells.stream()
                .filter(cell -> cell.name().equals(column))
                .findFirst()
                .map(cell -> "'" + column + "' is '" + example.getString(3) + "', expected " + cell.expected())
                .orElse("expected " + expected);
        return example.getString(0) + ": " + oneLine(reason) + ", in the line " + oneLine(example.getString(1));
    }
}
