package io.lakewarden.jobs.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
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

/** Rows of CSV files that do not fit the columns or their types. */
final class CsvProblems {
    private static final int SHOWN = 200;

    private final Column brokenLine;
    private final List<CsvCells> cells;

    /**
     * The problems that rows can have.
     *
     * @param brokenLine holds the line where it has too few or too many columns
     * @param cells the columns
     */
    CsvProblems(Column brokenLine, List<CsvCells> cells) {
        this.brokenLine = brokenLine;
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

    /** Counts the rows with a problem in one pass. */
    BadRowCount count(Dataset<Row> texts, String separator) {
        Column[] fields =
                cells.stream().map(cell -> coalesce(cell.text(), lit(""))).toArray(Column[]::new);
        Column line = coalesce(brokenLine, concat_ws(separator, fields));
        Column badText = coalesce(cells.stream()
                .filter(CsvCells::canFail)
                .map(cell -> when(cell.unreadable(), cell.text()))
                .toArray(Column[]::new));
        Column text = cells.stream().anyMatch(CsvCells::canFail) ? badText : lit("");
        Dataset<Row> bad = texts.select(
                        firstProblem().as("problem"),
                        input_file_name().as("file"),
                        coalesce(text, lit("")).as("text"),
                        substring(line, 1, SHOWN).as("line"))
                .filter(col("problem").isNotNull());
        try {
            Row row = bad.agg(functions.count(lit(1)), min(struct("file", "line", "problem", "text")))
                    .first();
            return row.getLong(0) == 0 ? BadRowCount.NONE : new BadRowCount(row.getLong(0), describe(row.getStruct(1)));
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
                : new IllegalStateException("the CSV files cannot be read", e);
    }

    private String describe(Row example) {
        String column = example.getString(2);
        String reason = cells.stream()
                .filter(cell -> cell.name().equals(column))
                .findFirst()
                .map(cell -> "'" + column + "' is '" + example.getString(3) + "', expected "
                        + cell.type().simpleString())
                .orElse("expected " + cells.size() + " columns");
        return example.getString(0) + ": " + reason + ", in the line " + example.getString(1);
    }
}
