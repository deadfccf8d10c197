package io.lakewarden.jobs.source;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_csv;

import io.lakewarden.jobs.config.CsvOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.types.CharType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.VarcharType;

/** The types of CSV columns: as configured, and inferred for the others in one more pass, which is left out where there are none. */
final class CsvTypes {
    private CsvTypes() {}

    /**
     * A type for every column.
     *
     * @param configured by column, as the monitor file says
     * @param asText columns that stay text because somebody else reads them
     */
    static Map<String, DataType> of(
            Dataset<Row> texts,
            CsvColumns columns,
            Map<String, String> configured,
            Set<String> asText,
            NullTexts nullTexts,
            CsvOptions options) {
        Map<String, DataType> types = new HashMap<>();
        configured.forEach((name, type) -> types.put(name, parse(name, type)));
        asText.stream().filter(columns.names()::contains).forEach(name -> types.put(name, DataTypes.StringType));
        List<String> untyped = columns.names().stream()
                .filter(name -> !types.containsKey(name))
                .toList();
        if (!untyped.isEmpty()) {
            StructType inferred = infer(texts, columns, Set.copyOf(untyped), nullTexts, options);
            for (int i = 0; i < untyped.size(); i++) {
                types.put(
                        untyped.get(i),
                        inferred.isEmpty()
                                ? DataTypes.StringType
                                : inferred.apply(i).dataType());
            }
        }
        return types;
    }

    static DataType parse(String name, String type) {
        DataType parsed = SparkErrors.explained(
                "source.types: '" + type + "' of column '" + name + "' is no Spark SQL type",
                () -> CatalystSqlParser$.MODULE$.parseDataType(type));
        return parsed instanceof CharType || parsed instanceof VarcharType ? DataTypes.StringType : parsed;
    }

    /** Nothing where there are no rows. Spark infers from lines of CSV; it gets lines in which every null text is empty already. */
    private static StructType infer(
            Dataset<Row> texts, CsvColumns columns, Set<String> untyped, NullTexts nullTexts, CsvOptions options) {
        List<Attribute> attributes = Attributes.of(texts);
        List<Column> cleaned = new ArrayList<>();
        for (int i = 0; i < columns.names().size(); i++) {
            String name = columns.names().get(i);
            if (untyped.contains(name)) {
                Column text = new Column(attributes.get(i));
                Column value = new CsvCells(name, DataTypes.StringType, text, nullTexts.of(name), false).cleaned();
                cleaned.add((options.decimalComma() ? DecimalComma.forInference(value) : value).as("c" + i));
            }
        }
        // Of a single column without a value Spark makes no line at all, and stumbles over it.
        cleaned.add(lit("end"));
        Dataset<String> lines =
                texts.select(to_csv(struct(cleaned.toArray(Column[]::new)))).as(Encoders.STRING());
        return texts.sparkSession()
                .read()
                .option("inferSchema", true)
                .option("timeZone", "UTC")
                .csv(lines)
                .schema();
    }
}
