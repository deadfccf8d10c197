package io.lakewarden.spark.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.profile.TemporalProfile;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;
import java.util.Map;
import java.util.Set;

/** Holds two profiles of the same rows against each other: to the bit where exact, else within rounding or the stated bound. */
final class SameProfiles {
    private static final Set<String> ROUNDED = Set.of("sum", "avg", "stddev", "stddev_pop", "skewness", "kurtosis");
    private static final double ROUNDING = 1e-12;

    private SameProfiles() {}

    static void assertSame(DatasetProfile actual, DatasetProfile expected) {
        assertThat(actual.rows()).isEqualTo(expected.rows());
        assertThat(actual.specs()).isEqualTo(expected.specs());
        expected.columns()
                .forEach((name, column) -> assertSame(actual.column(name).orElseThrow(), column));
    }

    private static void assertSame(ColumnProfile actual, ColumnProfile expected) {
        Map<String, MetricValue> metrics = actual.metrics();
        expected.metrics().forEach((name, value) -> {
            String what = expected.name() + " " + name;
            if (value instanceof Known known && ROUNDED.contains(name)) {
                assertThat(((Known) metrics.get(name)).value())
                        .as(what)
                        .isCloseTo(known.value(), within(ROUNDING * Math.max(1, Math.abs(known.value()))));
            } else if (value instanceof Known known && known.lower() < known.upper()) {
                Known other = (Known) metrics.get(name);
                assertThat(other.lower()).as(what).isLessThanOrEqualTo(known.upper());
                assertThat(other.upper()).as(what).isGreaterThanOrEqualTo(known.lower());
            } else {
                assertThat(metrics.get(name)).as(what).isEqualTo(value);
            }
        });
        assertThat(actual.bins().map(bins -> bins.total()))
                .isEqualTo(expected.bins().map(bins -> bins.total()));
        assertThat(exactCounts(actual)).as(expected.name()).isEqualTo(exactCounts(expected));
    }

    private static Object exactCounts(ColumnProfile profile) {
        if (profile instanceof NumericProfile number) {
            return number.exactCounts();
        }
        if (profile instanceof TemporalProfile time) {
            return time.ecdf().rankError() == 0
                    ? java.util.Arrays.toString(time.ecdf().cumulativeCounts())
                    : "";
        }
        return profile instanceof CategoricalProfile text ? text.exactCounts() : "";
    }
}
