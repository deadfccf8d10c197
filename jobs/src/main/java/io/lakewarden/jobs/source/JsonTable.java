package io.lakewarden.jobs.source;

import static org.apache.spark.sql.functions.encode;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import io.lakewarden.jobs.config.SourceConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.result.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.GetStructField;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * Reads files with one JSON object on each line. The columns are the fields of all objects, as Spark infers them in one
 * pass; a configured type is read as strictly as in CSV files. Blank lines are none; any other line that is no object, or
 * does not fit, is a bad row.
 */
final class JsonTable {
    /** What may stand around an object; a byte order mark begins some files. */
    private static final String BLANKS = " \t\r\uFEFF";

    /** Something else than the end of what is around it stands behind a brace: that is in a text, or behind the object. */
    private static final String PERHAPS_MORE = "\\}\\s*([^\\s,\\]}]|[,\\]]$)";

    private static final int OBJECT = 0;
    private static final int LINE = 1;

    private final SourceConfig source;
    private final NullTexts nullTexts;
    private final String place;
    private final List<Finding> findings = new ArrayList<>();

    private JsonTable(SourceConfig source, List<String> paths) {
        this.source = source;
        this.nullTexts = NullTexts.of(source);
        this.place = String.join(", ", paths);
    }

    /**
     * Reads files.
     *
     * @param paths where they are
     * @param source the types of their columns, and what happens to bad rows
     * @param asText columns that are text whatever else they could be
     */
    static Table read(SparkSession session, List<String> paths, SourceConfig source, Set<String> asText) {
        Paths.requireReadable(paths, session.sessionState().newHadoopConf());
        return new JsonTable(source, paths).read(session, paths, asText);
    }

    private Table read(SparkSession session, List<String> paths, Set<String> asText) {
        Dataset<Row> texts =
                SparkErrors.explained("source: " + place, () -> session.read().text(paths.toArray(String[]::new)));
        FileSnapshot files = FileSnapshot.of(texts);
        List<Attribute> attributes = Attributes.of(texts);
        Column line = trim(new Column(attributes.get(0)), BLANKS);
        Dataset<Row> lines = texts.filter(line.notEqual(""));
        StructType fields = fields(lines, line);
        Map<String, DataType> types = types(fields, asText);

        String brokenLine = freeName(fields);
        List<StructField> parsed = new ArrayList<>();
        Arrays.stream(fields.fields())
                .map(field ->
                        field(field.name(), types.containsKey(field.name()) ? DataTypes.StringType : field.dataType()))
                .forEach(parsed::add);
        parsed.add(field(brokenLine, DataTypes.StringType));
        Column object = from_json(
                line,
                new StructType(parsed.toArray(StructField[]::new)),
                Map.of("mode", "PERMISSIVE", "columnNameOfCorruptRecord", brokenLine));
        List<Column> columns = new ArrayList<>(List.of(object.as("object"), line.as("line")));
        // What folders such as year=2011 say.
        attributes.stream().skip(1).map(Column::new).forEach(columns::add);
        Dataset<Row> objects = lines.select(columns.toArray(Column[]::new));
        Dataset<Row> data = NullValues.removed(typed(objects, fields, types), nullTexts.byColumn());
        return new Table(
                data, files.text(), "JSON " + place + " (" + files.size() + ")", findings, TableHistory.none("JSON"));
    }

    private StructType fields(Dataset<Row> lines, Column line) {
        Dataset<String> objects =
                lines.select(line).filter(line.startsWith("{")).as(Encoders.STRING());
        StructType fields = SparkErrors.explained("source: " + place, () -> lines.sparkSession()
                .read()
                .option("mode", "DROPMALFORMED")
                .json(objects)
                .schema());
        if (fields.isEmpty()) {
            throw new UserException("source: there is not one line with a JSON object in " + place
                    + "; expected one object on each line, such as {\"id\": 1, \"price\": 2.5}");
        }
        return fields;
    }

    /** The types of the columns that are read from their texts. */
    private Map<String, DataType> types(StructType fields, Set<String> asText) {
        List<String> names = List.of(fields.fieldNames());
        Map<String, DataType> types = new HashMap<>();
        source.types().forEach((name, type) -> {
            if (!names.contains(name)) {
                throw new UserException(
                        "source.types: there is no column '" + name + "' in " + place + ColumnHint.of(name, names));
            }
            types.put(name, CsvTypes.parse(name, type));
        });
        asText.stream().filter(names::contains).forEach(name -> types.put(name, DataTypes.StringType));
        return types;
    }

    private Dataset<Row> typed(Dataset<Row> objects, StructType fields, Map<String, DataType> types) {
        List<Attribute> attributes = Attributes.of(objects);
        Column object = new Column(attributes.get(OBJECT));
        Column line = new Column(attributes.get(LINE));
        List<CsvCells> cells = new ArrayList<>();
        List<Column> values = new ArrayList<>();
        for (int i = 0; i < fields.length(); i++) {
            String name = fields.fields()[i].name();
            Column value = part(object, i, name);
            Optional<CsvCells> cell = Optional.ofNullable(types.get(name))
                    .map(type -> new CsvCells(name, type, value, nullTexts.of(name), false));
            cell.ifPresent(cells::add);
            values.add(cell.map(CsvCells::value).orElse(value.as(name)));
        }
        attributes.stream().skip(LINE + 1).map(Column::new).forEach(values::add);
        Column[] selected = values.toArray(Column[]::new);
        SparkErrors.explained("source.types: " + place, () -> objects.select(selected));
        Column trailing = when(
                        line.rlike(PERHAPS_MORE),
                        udf(new TrailingJson(), DataTypes.BooleanType).apply(line))
                .otherwise(lit(false));
        Column garbled = not(encode(line, "UTF-8").equalTo(line.cast(DataTypes.BinaryType)));
        Column broken = when(
                        not(line.startsWith("{"))
                                .or(object.isNull())
                                .or(trailing)
                                .or(garbled),
                        line)
                .otherwise(part(object, fields.length(), "broken"));
        CsvProblems problems = new CsvProblems(broken, line, "a JSON object", cells);
        BadRowCount bad = problems.count(objects);
        findings.addAll(bad.judged(source.options().badRows(), place, StandardCharsets.UTF_8));
        return bad.rows() > 0
                ? objects.filter(problems.firstProblem().isNull()).select(selected)
                : objects.select(selected);
    }

    private static Column part(Column object, int position, String name) {
        return new Column(new GetStructField(object.expr(), position, Option.apply(name)));
    }

    private static StructField field(String name, DataType type) {
        return new StructField(name, type, true, Metadata.empty());
    }

    /** A name for what holds a line that is no object. */
    private static String freeName(StructType fields) {
        List<String> taken = List.of(fields.fieldNames());
        String name = "_broken_line";
        while (taken.contains(name)) {
            name = "_" + name;
        }
        return name;
    }
}
