package io.lakewarden.benchmarks.profile.worker;

import io.lakewarden.drift.BinningRule;
import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.FrequentValue;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Window;
import io.lakewarden.spark.profile.DatasetColumns;
import io.lakewarden.spark.profile.DatasetProfiler;
import io.lakewarden.spark.profile.ProfileGroups;
import io.lakewarden.spark.profile.SliceKey;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Lakewarden's profile of all columns, by the door that all of its commands go through. */
final class OursTask implements Task {
    private static final Window LABEL = Window.ofDay(LocalDate.of(2024, 1, 1));
    private static final int BINS = 10;
    private static final int SLICES = 20;

    private final SparkSession session;
    private final Path folder;
    private final List<ColumnSpec> columns;
    private final ProfileGroups groups;

    private OursTask(SparkSession session, Path folder, List<ColumnSpec> columns, ProfileGroups groups) {
        this.session = session;
        this.folder = folder;
        this.columns = columns;
        this.groups = groups;
    }

    /** The profile of all rows. */
    static OursTask whole(SparkSession session, Path folder) {
        return new OursTask(
                session,
                folder,
                DatasetColumns.of(read(session, folder).schema(), Set.of(), Set.of()),
                ProfileGroups.all(LABEL, ProfileDetail.FULL));
    }

    /** The same, and the counts of bins frozen from it. */
    static OursTask binned(SparkSession session, Path folder) {
        OursTask whole = whole(session, folder);
        return new OursTask(session, folder, new BinningRule(BINS).freeze(whole.run()), whole.groups);
    }

    /** The same, and the profile of each of twenty slices by one column, which together hold every row. */
    static OursTask sliced(SparkSession session, Path folder) {
        OursTask whole = whole(session, folder);
        return new OursTask(session, folder, whole.columns, whole.groups.slicedBy(List.of(key(whole.run()))));
    }

    private static SliceKey key(DatasetProfile profile) {
        Function<CategoricalProfile, List<String>> values = column ->
                column.topValues(SLICES - 1).stream().map(FrequentValue::value).toList();
        // The column of countries has two hundred values, the frequent ones often.
        return profile.columns().values().stream()
                .filter(column -> column.name().startsWith("country"))
                .map(CategoricalProfile.class::cast)
                .map(column -> new SliceKey(column.name(), values.apply(column)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the table has no column of countries to slice by"));
    }

    private static Dataset<Row> read(SparkSession session, Path folder) {
        return session.read().parquet(folder.toString());
    }

    @Override
    public DatasetProfile run() {
        return DatasetProfiler.profile(read(session, folder), columns, groups)
                .profiles()
                .get(0);
    }
}
