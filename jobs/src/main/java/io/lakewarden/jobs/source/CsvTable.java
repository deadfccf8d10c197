package io.lakewarden.jobs.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;

import io.lakewarden.jobs.config.CsvOptions;
import io.lakewarden.jobs.config.SourceConfig;
import io.lakewarden.result.Finding;
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
    private final NullTexts nullTexts;
    private final String place;
    private final List<Finding> findings = new ArrayList<>();

    private CsvTable(SparkSession session, SourceConfig source, List<String> paths) {
        this.session = session;
        this.options = source.options();
        this.nullTexts = NullTexts.of(source);
        this.place = String.join(", ", paths);
    }

    /**
     * Reads files.
     *
     * @param paths where they are
     * @param source how they are written, and the types of their columns
     * @param asText columns that stay text
     */
    static Table read(SparkSession session, List<String> paths, SourceConfig source, Set<String> asText) {
        Paths.requireReadable(paths, session.sessionState().newHadoopConf());
        return new CsvTable(session, source, paths).read(paths, source.types(), asText);
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
        Map<String, DataType> resolved = CsvTypes.of(texts, columns, types, asText, nullTexts, options);
        Dataset<Row> data = NullValues.removed(typed(texts, columns, resolved), nullTexts.byColumn());
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
                CsvCells cell = new CsvCells(name, types.get(name), text, nullTexts.of(name), options.decimalComma());
                cells.add(cell);
                values.add(cell.value());
            } else if (i > columns.names().size()) {
                // What folders such as year=2011 say comes after the columns of the files.
                values.add(text);
            }
        }
        Column[] selected = values.toArray(Column[]::new);
        SparkErrors.explained("source.types: " + place, () -> texts.select(selected));
        Column[] fields =
                cells.stream().map(cell -> coalesce(cell.text(), lit(""))).toArray(Column[]::new);
        CsvProblems problems = new CsvProblems(
                new Column(attributes.get(columns.names().size())),
                concat_ws(options.separator(), fields),
                cells.size() + " columns",
                cells);
        BadRowCount bad = problems.count(texts);
        findings.addAll(bad.judged(options.badRows(), place, options.encoding()));
        return bad.rows() > 0
                ? texts.filter(problems.firstProblem().isNull().and(isRead(cells.get(0))))
                        .select(selected)
                : texts.select(selected);
    }

    /** True for every row. Spark refuses to look for broken lines alone, and of texts a count asks for nothing else. */
    private static Column isRead(CsvCells cell) {
        return coalesce(substring(cell.text(), 1, 0), lit("")).equalTo("");
    }
}
