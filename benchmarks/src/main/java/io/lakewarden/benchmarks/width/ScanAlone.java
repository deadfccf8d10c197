package io.lakewarden.benchmarks.width;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileCodec;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Window;
import io.lakewarden.spark.profile.DatasetColumns;
import io.lakewarden.spark.profile.DatasetProfiler;
import io.lakewarden.spark.profile.ProfileGroups;
import io.lakewarden.spark.profile.ProfiledGroups;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The profile of all columns of a table and nothing else: the program that is submitted in place of a command. */
public final class ScanAlone {
    private static final Window LABEL = Window.ofDay(LocalDate.of(2024, 1, 1));

    private ScanAlone() {}

    /** Profiles the files in a folder, and prints how many bytes the columns' states have. */
    public static void main(String[] arguments) {
        try (SparkSession session = SparkSession.builder().getOrCreate()) {
            Dataset<Row> data = session.read().parquet(arguments[0]);
            ProfiledGroups found = DatasetProfiler.profile(
                    data,
                    DatasetColumns.of(data.schema(), Set.of(), Set.of()),
                    ProfileGroups.all(LABEL, ProfileDetail.FULL));
            print(found.profiles().get(0));
        }
    }

    private static void print(DatasetProfile profile) {
        Map<String, Integer> sizes = profile.columns().values().stream()
                .collect(Collectors.toMap(ColumnProfile::name, column -> ProfileCodec.encode(column).length));
        Map<ColumnKind, LongSummaryStatistics> kinds = profile.columns().values().stream()
                .collect(Collectors.groupingBy(
                        ColumnProfile::kind,
                        TreeMap::new,
                        Collectors.summarizingLong(column -> sizes.get(column.name()))));
        kinds.forEach((kind, bytes) -> System.out.printf(
                Locale.ROOT,
                "state of %,d %s columns, encoded: mean %.1f KiB, most %.1f KiB%n",
                bytes.getCount(),
                kind,
                bytes.getAverage() / 1_024,
                bytes.getMax() / 1_024.0));
        System.out.printf(
                Locale.ROOT,
                "states together %.1f MiB, the largest of %s%n",
                sizes.values().stream().mapToLong(Integer::longValue).sum() / 1_048_576.0,
                sizes.entrySet().stream()
                        .max(Comparator.comparing(Map.Entry<String, Integer>::getValue))
                        .map(Map.Entry::getKey)
                        .orElse("none"));
    }
}
