package io.lakewarden.benchmarks.profile.worker;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Window;
import io.lakewarden.spark.profile.DatasetColumns;
import io.lakewarden.spark.profile.DatasetProfiler;
import io.lakewarden.spark.profile.ProfileGroups;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Lakewarden's profile of all columns, by the door that all of its commands go through. */
final class OursTask implements Task {
    private static final Window LABEL = Window.ofDay(LocalDate.of(2024, 1, 1));

    private final SparkSession session;
    private final Path folder;

    OursTask(SparkSession session, Path folder) {
        this.session = session;
        this.folder = folder;
    }

    @Override
    public DatasetProfile run() {
        Dataset<Row> data = session.read().parquet(folder.toString());
        return DatasetProfiler.profile(
                        data,
                        DatasetColumns.of(data.schema(), Set.of(), Set.of()),
                        ProfileGroups.all(LABEL, ProfileDetail.FULL))
                .profiles()
                .get(0);
    }
}
