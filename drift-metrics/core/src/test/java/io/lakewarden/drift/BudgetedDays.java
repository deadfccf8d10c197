package io.lakewarden.drift;

import io.lakewarden.profile.Binning;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericColumnBuilder;
import io.lakewarden.profile.ProfileBuilder;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Days of numbers that are held to a budget of false alarms. */
final class BudgetedDays {
    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private BudgetedDays() {}

    /** The default policy with a budget. */
    static DriftPolicy held(String budget) {
        DriftPolicy common = DriftPolicy.DEFAULT;
        return new DriftPolicy(
                common.roles(),
                common.thresholds(),
                common.columnThresholds(),
                common.significance(),
                common.falseDiscovery(),
                Optional.of(FalseAlarmBudget.parse(budget)),
                common.minimumRows());
    }

    /** The check of a column of numbers that a budget covers. */
    static DriftCheck primary(ColumnDrift column) {
        return column.checks().stream()
                .filter(check -> check.statistic().equals("wasserstein_normalized"))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a column that could be compared is held to have moved. */
    static boolean isAlarm(DatasetDrift drift) {
        return drift.columns().stream()
                .filter(column -> !column.checks().isEmpty())
                .anyMatch(column -> primary(column).finding().status().isAlert());
    }

    /**
     * The profile of rows with one column for each binning.
     *
     * @param day counted from {@link #FIRST}
     */
    static DatasetProfile profile(
            List<Optional<Binning>> binnings, List<double[]> rows, int day, Slice slice, ProfileDetail detail) {
        ProfileBuilder builder = new ProfileBuilder(
                IntStream.range(0, binnings.size())
                        .mapToObj(column ->
                                new ColumnSpec("c" + column, ColumnKind.NUMERIC, "double", binnings.get(column)))
                        .toList(),
                detail);
        for (double[] row : rows) {
            builder.addRow();
            for (int column = 0; column < row.length; column++) {
                ((NumericColumnBuilder) builder.column(column)).add(row[column]);
            }
        }
        return builder.build(Window.ofDay(FIRST.plusDays(day)), slice);
    }
}
