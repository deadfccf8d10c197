package io.lakewarden.profile;

import io.lakewarden.result.MetricValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Quantiles from a distribution function. */
final class Quantiles {
    /** The quantiles that are stored, by the names of their metrics. */
    static final Map<String, Double> NAMED = named();

    private Quantiles() {}

    private static Map<String, Double> named() {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("quantile_01", 0.01);
        named.put("quantile_05", 0.05);
        named.put("quantile_10", 0.10);
        named.put("quantile_25", 0.25);
        named.put("median", 0.5);
        named.put("quantile_75", 0.75);
        named.put("quantile_90", 0.90);
        named.put("quantile_95", 0.95);
        named.put("quantile_99", 0.99);
        return Collections.unmodifiableMap(named);
    }

    static MetricValue quantile(Ecdf ecdf, double q, MetricValue minimum, MetricValue maximum) {
        if (!(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("a quantile is asked for at a share in [0, 1], but got " + q);
        }
        long count = ecdf.count();
        if (count == 0) {
            return MetricValue.unknown("there are no finite values");
        }
        double least = minimum.number().orElseThrow();
        double most = maximum.number().orElseThrow();
        if (q == 0 || q == 1) {
            return MetricValue.exactly(q == 0 ? least : most);
        }
        double place = (count - 1) * q;
        long floor = (long) Math.floor(place);
        double value = between(ecdf.orderStatistic(floor), ecdf.orderStatistic(floor + 1), place - floor);
        if (ecdf.rankError() == 0) {
            return MetricValue.exactly(value);
        }
        double slack = ecdf.rankError() * count;
        long low = (long) Math.floor(floor - slack);
        long high = (long) Math.ceil(floor + 1 + slack);
        return MetricValue.between(
                value,
                low < 0 ? least : Math.min(value, ecdf.orderStatistic(low)),
                high >= count ? most : Math.max(value, ecdf.orderStatistic(high)));
    }

    private static double between(double low, double high, double share) {
        double distance = high - low;
        return Double.isFinite(distance) ? low + distance * share : low * (1 - share) + high * share;
    }
}
