package io.lakewarden.jobs.config;

import io.lakewarden.drift.DriftStatistics;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The numbers of a column that the store has: all that profiles of any kind know, and every statistic of drift. */
final class HistoryMetrics {
    /** Shares that the tables add to what profiles know. */
    private static final List<String> SHARES = List.of("percent_nan", "percent_zeros", "percent_distinct");

    private static final List<String> NAMES = names();

    private HistoryMetrics() {}

    private static List<String> names() {
        List<ColumnSpec> kinds = Arrays.stream(ColumnKind.values())
                .map(kind -> new ColumnSpec(kind.name(), kind, ""))
                .toList();
        DatasetProfile empty = DatasetProfile.empty(Window.ofDay(LocalDate.EPOCH), Slice.ALL, kinds);
        return Stream.of(
                        empty.columns().values().stream().flatMap(column -> column.metrics().keySet().stream()),
                        SHARES.stream(),
                        DriftStatistics.names().stream())
                .flatMap(names -> names)
                .distinct()
                .sorted()
                .toList();
    }

    static List<String> all() {
        return NAMES;
    }
}
