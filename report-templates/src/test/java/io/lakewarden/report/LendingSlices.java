package io.lakewarden.report;

import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Slices as full as real ones: a few channels of every kind, and more regions than a page shows at once. */
final class LendingSlices {
    static final String LONG_VALUE = "partner with a long name ".repeat(10) + "<b>&amp;</b>";

    private static final double REFERENCE_ROWS = 50_218;
    private static final double CURRENT_ROWS = 8_412;

    private LendingSlices() {}

    static List<ReportSlice> all() {
        List<ReportSlice> slices = new ArrayList<>(channels());
        for (int region = 0; region < 24; region++) {
            slices.add(slice("address.`region.code`", "region " + region, 2_000 - region * 70, 300 - region * 12));
        }
        slices.add(slice("address.`region.code`", Slice.REST, 3_000, 900));
        return slices;
    }

    static List<ReportMovedSlice> moved() {
        return List.of(
                movedIncome("web", 0),
                new ReportMovedSlice(
                        "channel",
                        LONG_VALUE,
                        600,
                        "age",
                        ColumnRole.PROTECTED,
                        "wasserstein_normalized",
                        MetricValue.between(0.21, 0.2, 0.22),
                        1.05,
                        0.004));
    }

    /** A channel in which incomes moved. */
    static ReportMovedSlice movedIncome(String channel, double adjusted) {
        return new ReportMovedSlice(
                "channel",
                channel,
                5_400,
                "income",
                ColumnRole.FEATURE,
                "population_stability_index",
                MetricValue.exactly(0.41),
                1.64,
                adjusted);
    }

    static List<ReportFoundSlice> found() {
        return List.of(
                new ReportFoundSlice(
                        "age ≥ 65, channel = " + LONG_VALUE, 900, 160, Optional.of("score"), 0.62, 0.31, -0.9, 0),
                new ReportFoundSlice("channel = branch", 12_000, 2_000, Optional.empty(), 0.239, 0.308, 0.069, 0.0004));
    }

    static List<ReportSlice> channels() {
        return List.of(
                moved(
                        "web",
                        30_000,
                        5_400,
                        Status.FAIL,
                        List.of(
                                column("income", Status.FAIL, Status.FAIL),
                                column("employment_years", Status.FAIL, Status.PASS),
                                column("interest_rate", Status.WARN, Status.WARN),
                                column("debt_to_income", Status.WARN, Status.PASS),
                                column("address.`post.code`", Status.WARN, Status.PASS)),
                        3),
                slice("channel", "branch", 12_000, 2_000),
                moved(LONG_VALUE, 6_000, 600, Status.WARN, List.of(column("age", Status.WARN, Status.PASS)), 0),
                new ReportSlice(
                        "channel",
                        "phone",
                        OptionalLong.of(2_200),
                        12,
                        MetricValue.exactly(2_200 / REFERENCE_ROWS),
                        MetricValue.exactly(12 / CURRENT_ROWS),
                        Status.ERROR,
                        Optional.of("Nothing was compared: the window has 12 rows and 30 are needed."),
                        List.of(),
                        0),
                moved(Slice.REST, 18, 400, Status.FAIL, List.of(column("channel", Status.FAIL, Status.FAIL)), 1));
    }

    private static ReportSlice slice(String key, String value, long reference, long current) {
        return new ReportSlice(
                key,
                value,
                OptionalLong.of(reference),
                current,
                MetricValue.exactly(reference / REFERENCE_ROWS),
                MetricValue.exactly(current / CURRENT_ROWS),
                Status.PASS,
                Optional.empty(),
                List.of(),
                0);
    }

    private static ReportSlice moved(
            String value, long reference, long current, Status status, List<ReportSliceColumn> columns, int more) {
        return new ReportSlice(
                "channel",
                value,
                OptionalLong.of(reference),
                current,
                MetricValue.exactly(reference / REFERENCE_ROWS),
                MetricValue.exactly(current / CURRENT_ROWS),
                status,
                Optional.empty(),
                columns,
                more);
    }

    private static ReportSliceColumn column(String name, Status status, Status all) {
        return new ReportSliceColumn(
                name,
                status,
                all,
                "'" + name
                        + "' moved by at least 0.214 standard deviations, its mean from 3 120 to 3 390; '(2600, 3000]'"
                        + " moved most, from 12.4% to 7.9% of the rows; expected is below 0.2 standard deviations.");
    }
}
