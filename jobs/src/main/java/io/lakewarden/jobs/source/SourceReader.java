package io.lakewarden.jobs.source;

import io.lakewarden.jobs.config.JdbcConfig;
import io.lakewarden.jobs.config.RowSelection;
import io.lakewarden.jobs.config.SourceConfig;
import io.lakewarden.jobs.config.SourceFormat;
import io.lakewarden.jobs.config.TimeConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.spark.profile.DatasetColumns;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Resolves a configured source to one exact snapshot: a Delta version or a list of files; of a database, to its rows as
 * they are when they are read. Whatever the user can put
 * right is a {@link UserException} that names the key in the monitor file.
 */
public final class SourceReader {
    private final SparkSession session;

    /** A reader on a session, whose time zone is UTC (that of the process too, for databases) and which knows Delta for Delta tables. */
    public SourceReader(SparkSession session) {
        this.session = session;
    }

    /** All rows of the watched table. */
    public ResolvedSource read(SourceConfig source, Optional<TimeConfig> time) {
        return read(source, time, RowSelection.ALL, "source");
    }

    /**
     * Some rows, where what the selection does not say is as in the source.
     *
     * @param time when a row happened; empty where that does not matter for these rows
     * @param selection which rows
     * @param place the selection's key in the monitor file: {@code reference} or {@code current}
     */
    public ResolvedSource read(SourceConfig source, Optional<TimeConfig> time, RowSelection selection, String place) {
        Table table = table(source, time, selection);
        requireDistinctColumns(table);
        Dataset<Row> timed =
                time.map(it -> TimeColumn.prepare(table.data(), it)).orElse(table.data());
        Dataset<Row> data = selected(timed, predicates(source, selection, place));
        String snapshot = SelectedSnapshot.of(selection, table.snapshot());
        return new ResolvedSource(
                data,
                snapshot,
                table.description(),
                time.map(TimeConfig::column),
                table.findings(),
                history(table, snapshot, timed, source, time, predicates(source, selection, place)));
    }

    /** The predicates of a source and of a part of it, by their key in the monitor file. */
    private static Map<String, String> predicates(SourceConfig source, RowSelection selection, String place) {
        Map<String, String> predicates = new LinkedHashMap<>();
        source.where().ifPresent(predicate -> predicates.put("source.where", predicate));
        selection.where().ifPresent(predicate -> predicates.put(place + ".where", predicate));
        return predicates;
    }

    private static Dataset<Row> selected(Dataset<Row> data, Map<String, String> predicates) {
        Dataset<Row> selected = data;
        for (Map.Entry<String, String> predicate : predicates.entrySet()) {
            selected = Predicates.where(selected, predicate.getValue(), predicate.getKey());
        }
        return selected;
    }

    private static SourceHistory history(
            Table table,
            String now,
            Dataset<Row> timed,
            SourceConfig source,
            Optional<TimeConfig> time,
            Map<String, String> predicates) {
        return snapshot -> {
            if (!SelectedSnapshot.selection(snapshot).equals(SelectedSnapshot.selection(now))) {
                return new SourceChanges.Unknown("it was profiled over another selection of rows");
            }
            Optional<String> unsteady = unsteady(timed, predicates);
            if (unsteady.isPresent()) {
                return new SourceChanges.Unknown(unsteady.get() + " may choose other rows each time it is asked");
            }
            TableHistory.TableChanges changes = table.history().since(SelectedSnapshot.table(snapshot), time);
            if (!(changes instanceof TableHistory.Known known)) {
                return new SourceChanges.Unknown(((TableHistory.Unknown) changes).reason());
            }
            Dataset<Row> added = NullValues.removed(known.added(), source.nullValues());
            Dataset<Row> rows = time.map(it -> TimeColumn.read(added, it)).orElse(added);
            ResolvedSource newRows = new ResolvedSource(
                    selected(rows, predicates),
                    now,
                    table.description(),
                    time.map(TimeConfig::column),
                    List.of(),
                    earlier -> new SourceChanges.Unknown("only new rows were read"));
            return new SourceChanges.Known(known.since(), known.lost(), known.gained(), newRows);
        };
    }

    /** The key of the first predicate whose answer for a row depends on more than the row. */
    private static Optional<String> unsteady(Dataset<Row> timed, Map<String, String> predicates) {
        return predicates.entrySet().stream()
                .filter(it -> !Predicates.dependsOnTheRowAlone(
                        Predicates.where(timed, it.getValue(), it.getKey()), it.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Table table(SourceConfig source, Optional<TimeConfig> time, RowSelection selection) {
        SourceFormat format = selection.format().orElse(source.format());
        List<String> paths = selection.paths().isEmpty() ? source.paths() : selection.paths();
        Set<String> timeTexts = timeTexts(source, time);
        return switch (format) {
            case CSV -> CsvTable.read(session, paths, source, timeTexts);
            case JSON -> JsonTable.read(session, paths, source, timeTexts);
            case JDBC -> withoutNullValues(jdbc(source, selection), source);
            case PARQUET -> withoutNullValues(ParquetTable.read(session, paths), source);
            case DELTA ->
                withoutNullValues(
                        DeltaTableVersion.read(
                                session, paths, selection.paths().isEmpty() ? source.version() : OptionalLong.empty()),
                        source);
        };
    }

    /** The columns of text files that stay texts, because times are read from them. */
    private static Set<String> timeTexts(SourceConfig source, Optional<TimeConfig> time) {
        Set<String> texts = new HashSet<>();
        time.filter(it -> it.pattern().isPresent()).map(TimeConfig::column).ifPresent(texts::add);
        // Untyped, 18:00 would be inferred as that time of today; an hour that has a type stays a number.
        time.flatMap(TimeConfig::clock)
                .filter(clock -> !source.types().containsKey(clock))
                .ifPresent(texts::add);
        return texts;
    }

    private Table jdbc(SourceConfig source, RowSelection selection) {
        JdbcConfig database = source.jdbc().orElseThrow();
        return JdbcTable.read(session, database, selection.rows().orElse(database.rows()));
    }

    private static Table withoutNullValues(Table table, SourceConfig source) {
        Dataset<Row> data =
                NullValues.removed(NullValues.requireFit(table.data(), source.nullValues()), source.nullValues());
        return new Table(data, table.snapshot(), table.description(), table.findings(), table.history());
    }

    private static void requireDistinctColumns(Table table) {
        try {
            DatasetColumns.of(table.data().schema(), Set.of(), Set.of());
        } catch (IllegalArgumentException e) {
            throw new UserException("source: in " + table.description() + ", " + e.getMessage(), e);
        }
    }
}
