package io.lakewarden.benchmarks.profile.accuracy;

import io.lakewarden.benchmarks.profile.table.GeneratedColumn;
import io.lakewarden.benchmarks.profile.table.TableSize;
import io.lakewarden.profile.BooleanProfile;
import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.profile.TemporalProfile;

/** Holds a profile against the exact truth, column by column. */
public final class AccuracyCheck {
    /** A value with a larger share of its column must be among the frequent ones. */
    static final double HEAVY_SHARE = 0.002;

    /** More than a profile ever lists. */
    private static final int ALL = 1 << 16;

    private AccuracyCheck() {}

    /** The errors of the profile of a generated table. */
    public static Accuracy check(DatasetProfile profile, TableSize size) {
        return size.table().stream()
                .map(column -> check(profile.column(column.name()).orElseThrow(), column, size.rows()))
                .reduce(Accuracy.none(), Accuracy::and);
    }

    private static Accuracy check(ColumnProfile profile, GeneratedColumn column, long rows) {
        ExactColumn exact = ExactColumn.of(column, rows, Keys.of(column.recipe().physical()));
        ColumnCheck check = new ColumnCheck(column.name(), exact);
        check.equal("count", profile.count(), rows);
        check.equal("nulls", profile.nulls(), rows - exact.count());
        if (profile instanceof NumericProfile numbers) {
            numbers(check, numbers, exact);
        } else if (profile instanceof TemporalProfile times) {
            check.ranks(times.ecdf());
            check.distinct(times.distinct());
        } else if (profile instanceof CategoricalProfile texts) {
            check.distinct(texts.distinct());
            check.frequent(texts.topValues(ALL), Keys::ofText);
        } else if (!(profile instanceof BooleanProfile)) {
            check.wrong("is profiled as " + profile.kind());
        }
        return check.result();
    }

    private static void numbers(ColumnCheck check, NumericProfile found, ExactColumn exact) {
        long[] keys = exact.keys();
        if (keys.length > 1) {
            ExactMoments moments = ExactMoments.of(keys);
            check.equal("min", found.minimum(), Keys.number(keys[0]));
            check.equal("max", found.maximum(), Keys.number(keys[keys.length - 1]));
            check.moment("avg", found.mean(), moments.mean());
            check.moment("stddev", found.standardDeviation(), moments.standardDeviation());
            check.moment("skewness", found.skewness(), moments.skewness());
            check.moment("kurtosis", found.kurtosis(), moments.kurtosis());
        }
        check.ranks(found.ecdf());
        check.distinct(found.distinct());
        check.frequent(found.topValues(ALL), text -> Keys.ofNumber(Double.parseDouble(text)));
    }
}
