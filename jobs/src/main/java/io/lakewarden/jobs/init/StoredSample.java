package io.lakewarden.jobs.init;

import io.lakewarden.jobs.config.BadRows;
import io.lakewarden.jobs.config.CsvOptions;
import io.lakewarden.jobs.config.JdbcConfig;
import io.lakewarden.jobs.config.SourceConfig;
import io.lakewarden.jobs.config.SourceFormat;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.source.ResolvedSource;
import io.lakewarden.jobs.source.SourceReader;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.result.Finding;
import io.lakewarden.spark.profile.ColumnPath;
import io.lakewarden.spark.profile.DatasetColumns;
import io.lakewarden.spark.profile.ResolvedColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.EvalMode;
import org.apache.spark.sql.types.DataTypes;
import scala.Option;

/** Rows of tables that Spark reads without being told how: Parquet, Delta, JSON lines, and tables of databases. */
final class StoredSample {
    private static final int MOST_CELLS = 4_000_000;
    private static final int MOST_ROWS = 200_000;
    private static final int FEWEST_ROWS = 1_000;
    private static final long SEED = 42;
    private static final Set<ColumnKind> SCALAR =
            Set.of(ColumnKind.NUMERIC, ColumnKind.CATEGORICAL, ColumnKind.BOOLEAN, ColumnKind.TEMPORAL);

    private StoredSample() {}

    /**
     * Reads.
     *
     * @param paths where the data are, unless they are in a database
     * @param database how that is reached
     * @param description the data for people
     */
    static SampledTable read(
            SparkSession session,
            SourceFormat format,
            List<String> paths,
            Optional<JdbcConfig> database,
            String description) {
        SourceConfig source = new SourceConfig(
                format,
                paths,
                OptionalLong.empty(),
                Optional.empty(),
                CsvOptions.DEFAULTS.with(BadRows.COUNT),
                Map.of(),
                Map.of(),
                database);
        ResolvedSource resolved = new SourceReader(session).read(source, Optional.empty());
        Dataset<Row> data = resolved.data();
        List<ColumnSpec> specs = DatasetColumns.of(data.schema(), Set.of(), Set.of()).stream()
                .filter(spec -> SCALAR.contains(spec.kind()))
                .filter(spec -> ResolvedColumn.find(data, spec.name()).isPresent())
                .toList();
        if (specs.isEmpty()) {
            throw new UserException(
                    "there is no column of numbers, texts, times or truths in " + resolved.description());
        }
        Column[] texts = specs.stream()
                .map(spec -> text(ResolvedColumn.find(data, spec.name()).orElseThrow()))
                .toArray(Column[]::new);
        long all = data.count();
        long most = Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, MOST_CELLS / specs.size()));
        Dataset<Row> some = all <= most ? data : data.sample(false, (double) most / all, SEED);
        List<Row> rows = some.select(texts).collectAsList();
        Optional<String> badRows = resolved.findings().stream()
                .filter(finding -> finding.status().isAlert())
                .map(Finding::sentence)
                .findFirst();
        return new SampledTable(
                format, CsvDialect.NONE, columns(specs, rows), rows.size(), all, all <= most, badRows, description);
    }

    private static Column text(ResolvedColumn column) {
        return new Column(
                new Cast(column.column().expr(), DataTypes.StringType, Option.apply("UTC"), EvalMode.LEGACY()));
    }

    private static List<SampledColumn> columns(List<ColumnSpec> specs, List<Row> rows) {
        Map<String, String> shared = new HashMap<>();
        return IntStream.range(0, specs.size())
                .mapToObj(i -> {
                    String path = specs.get(i).name();
                    List<String> names = ColumnPath.names(path);
                    List<String> texts = new ArrayList<>();
                    rows.forEach(row ->
                            texts.add(row.isNullAt(i) ? "" : shared.computeIfAbsent(row.getString(i), text -> text)));
                    return new SampledColumn(
                            names.size() == 1 ? names.get(0) : path,
                            path,
                            Optional.of(specs.get(i).type()),
                            texts);
                })
                .toList();
    }
}
