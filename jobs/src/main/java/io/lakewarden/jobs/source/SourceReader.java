package io.lakewarden.jobs.source;

import io.lakewarden.jobs.config.RowSelection;
import io.lakewarden.jobs.config.SourceConfig;
import io.lakewarden.jobs.config.SourceFormat;
import io.lakewarden.jobs.config.TimeConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.spark.profile.DatasetColumns;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Resolves a configured source to one exact snapshot: a Delta version or a list of files. Whatever the user can put
 * right is a {@link UserException} that names the key in the monitor file.
 */
public final class SourceReader {
    private final SparkSession session;

    /** A reader on a session, whose time zone is UTC and which knows Delta where a source is a Delta table. */
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
        Dataset<Row> data = time.map(it -> TimeColumn.prepare(table.data(), it)).orElse(table.data());
        if (source.where().isPresent()) {
            data = Predicates.where(data, source.where().get(), "source.where");
        }
        if (selection.where().isPresent()) {
            data = Predicates.where(data, selection.where().get(), place + ".where");
        }
        return new ResolvedSource(
                data, table.snapshot(), table.description(), time.map(TimeConfig::column), table.findings());
    }

    private Table table(SourceConfig source, Optional<TimeConfig> time, RowSelection selection) {
        SourceFormat format = selection.format().orElse(source.format());
        List<String> paths = selection.paths().isEmpty() ? source.paths() : selection.paths();
        return switch (format) {
            case CSV ->
                CsvTable.read(
                        session,
                        paths,
                        source.options(),
                        source.types(),
                        time.filter(it -> it.pattern().isPresent())
                                .map(TimeConfig::column)
                                .map(Set::of)
                                .orElse(Set.of()));
            case PARQUET -> ParquetTable.read(session, paths);
            case DELTA ->
                DeltaTableVersion.read(
                        session, paths, selection.paths().isEmpty() ? source.version() : OptionalLong.empty());
        };
    }

    private static void requireDistinctColumns(Table table) {
        try {
            DatasetColumns.of(table.data().schema(), Set.of(), Set.of());
        } catch (IllegalArgumentException e) {
            throw new UserException("source: in " + table.description() + ", " + e.getMessage(), e);
        }
    }
}
