package io.lakewarden.benchmarks;

import io.lakewarden.history.HistoryCheck;
import io.lakewarden.history.HistoryPoint;
import io.lakewarden.history.HistoryReview;
import io.lakewarden.history.HistoryStrategy.BatchNormal;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import io.lakewarden.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The mean and the share of nulls of each input, held against all months before: six standard deviations of these to either
 * side, from six months on. So few months know their deviation badly, and some forty numbers are asked each month.
 */
final class LendingHistory {
    private static final double DEVIATIONS = 6;
    private static final int MONTHS = 6;

    private final Set<String> inputs;
    private final List<DatasetProfile> months;

    /**
     * A history that grows.
     *
     * @param inputs the columns watched
     * @param months those before the first that is judged
     */
    LendingHistory(Set<String> inputs, List<DatasetProfile> months) {
        this.inputs = inputs;
        this.months = new ArrayList<>(months);
    }

    /** Holds a month against those before, and remembers it. */
    List<Finding> next(DatasetProfile month) {
        List<Finding> findings = inputs.stream()
                .flatMap(column -> Stream.of(
                        finding("percent_null", column, month, LendingHistory::nulls),
                        finding("avg", column, month, LendingHistory::mean)))
                .toList();
        months.add(month);
        return findings;
    }

    private Finding finding(
            String metric, String column, DatasetProfile month, Function<ColumnProfile, MetricValue> value) {
        HistoryCheck check = new HistoryCheck(
                metric,
                Optional.of(column),
                new BatchNormal(OptionalDouble.of(DEVIATIONS), OptionalDouble.of(DEVIATIONS)),
                false,
                MONTHS,
                Integer.MAX_VALUE,
                Severity.FAIL,
                Optional.empty(),
                Optional.empty());
        List<HistoryPoint> before =
                months.stream().map(it -> point(it, column, value)).toList();
        return HistoryReview.of(check, before, point(month, column, value)).finding();
    }

    private static HistoryPoint point(DatasetProfile month, String column, Function<ColumnProfile, MetricValue> value) {
        return new HistoryPoint(month.window(), month.column(column).map(value).orElseThrow());
    }

    private static MetricValue nulls(ColumnProfile column) {
        return MetricValue.exactly(100.0 * column.nulls() / column.count());
    }

    private static MetricValue mean(ColumnProfile column) {
        return column instanceof NumericProfile numbers
                ? numbers.mean()
                : MetricValue.unknown("only numbers have a mean");
    }
}
