package io.lakewarden.jobs.source;

import io.lakewarden.jobs.config.BadRows;
import io.lakewarden.jobs.config.CsvOptions;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.types.DataType;

/**
 * Reads CSV files. Spark cuts the lines into texts; types, null texts and rows that do not fit are our own, so that no
 * value turns into a null on the way. Before the rows are used, one pass over the files looks for such that do not fit.
 */
final class CsvTable {
    private final SparkSession session;
    private final CsvOptions options;
    private final String place;
    private final List<Finding> findings = new ArrayList<>();

    private CsvTable(SparkSession session, CsvOptions options, List<String> paths) {
        this.session = session;
        this.options = options;
        this.place = String.join(", ", paths);
    }

    /**
     * Reads files.
     *
     * @param types Spark SQL types by column, as the monitor file says
     * @param asText columns that stay text
     */
    static Table read(
            SparkSession session,
            List<String> paths,
            CsvOptions options,
            Map<String, String> types,
            Set<String> asText) {
        Paths.requireReadable(paths, session.sessionState().newHadoopConf());
        return new CsvTable(session, options, paths).read(paths, types, asText);
    }

    private Table read(List<String> paths, Map<String, String> types, Set<String> asText) {
        CsvColumns columns = CsvColumns.of(session, paths, options, types.keySet());
        Dataset<Row> texts = CsvFormat.reader(session, options)
                .option("header", options.header())
                .option("enforceSchema", !columns.complete())
                .option("columnNameOfCorruptRecord", columns.brokenLine())
                .schema(columns.textSchema())
                .csv(paths.toArray(String[]::new));
        FileSnapshot files = FileSnapshot.of(texts);
        Map<String, DataType> resolved = CsvTypes.of(texts, columns, types, asText, options.nullValues());
        Dataset<Row> data = typed(texts, columns, resolved);
        return new Table(
                data, files.text(), "CSV " + place + " (" + files.size() + ")", findings, TableHistory.none("CSV"));
    }

    private Dataset<Row> typed(Dataset<Row> texts, CsvColumns columns, Map<String, DataType> types) {
        List<Attribute> attributes = Attributes.of(texts);
        List<CsvCells> cells = new ArrayList<>();
        List<Column> values = new ArrayList<>();
        for (int i = 0; i < attributes.size(); i++) {
            Column text = new Column(attributes.get(i));
            if (i < columns.names().size()) {
                String name = columns.names().get(i);
                CsvCells cell = new CsvCells(name, types.get(name), text, options.nullValues());
                cells.add(cell);
                values.add(cell.value());
            } else if (i > columns.names().size()) {
                // What folders such as year=2011 say comes after the columns of the files.
                values.add(text);
            }
        }
        Column[] selected = values.toArray(Column[]::new);
        SparkErrors.explained("source.types: " + place, () -> texts.select(selected));
        CsvProblems problems =
                new CsvProblems(new Column(attributes.get(columns.names().size())), cells);
        BadRowCount bad = problems.count(texts, options.separator());
        return judge(bad) ? texts.filter(problems.firstProblem().isNull()).select(selected) : texts.select(selected);
    }

    /** Whether rows are to be left out. */
    private boolean judge(BadRowCount bad) {
        if (options.badRows() == BadRows.FAIL) {
            if (bad.rows() > 0) {
                throw new UserException(
                        "source: " + rows(bad.rows()) + " cannot be read. " + bad.example()
                                + "\nCorrect the file, or set source.options.bad_rows to count, which leaves such rows out and counts them");
            }
            return false;
        }
        findings.add(Finding.of(
                "source",
                Finding.TABLE,
                "bad_rows",
                bad.rows() > 0 ? Status.WARN : Status.PASS,
                rows(bad.rows()),
                "0 rows",
                bad.rows() > 0
                        ? rows(bad.rows()) + " of " + place + " cannot be read and are left out, such as "
                                + bad.example() + "."
                        : "Every row of " + place + " can be read."));
        return bad.rows() > 0;
    }

    private static String rows(long count) {
        return count == 1 ? "1 row" : count + " rows";
    }
}
