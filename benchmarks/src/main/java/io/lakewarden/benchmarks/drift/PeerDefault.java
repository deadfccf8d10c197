package io.lakewarden.benchmarks.drift;

import io.lakewarden.drift.ColumnDrift;
import io.lakewarden.drift.DriftScore;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.result.MetricValue.Known;
import java.util.Locale;

/**
 * What other tools take for drift when nobody sets anything, as their documentation says it, on the statistics of this
 * project: their own binnings and samples may decide otherwise.
 */
enum PeerDefault {
    /** Evidently 0.7: up to 1,000 reference rows p &lt; 0.05 (KS; χ²), beyond them a distance of 0.1 (Wasserstein; JS). */
    EVIDENTLY {
        @Override
        boolean alarms(ColumnDrift drift, long referenceRows) {
            boolean numeric = drift.kind() == ColumnKind.NUMERIC;
            return referenceRows <= 1_000
                    ? pValue(drift, numeric ? "ks_test" : "chi_squared_test") < 0.05
                    : value(drift) >= 0.1;
        }

        @Override
        String statistic(boolean numeric) {
            return numeric ? "wasserstein_normalized" : "js_distance";
        }
    },
    /** NannyML: a Jensen–Shannon distance above 0.1. */
    NANNYML {
        @Override
        boolean alarms(ColumnDrift drift, long referenceRows) {
            return value(drift) > 0.1;
        }

        @Override
        String statistic(boolean numeric) {
            return "js_distance";
        }
    },
    /** Deepchecks: KS above 0.2, Cramér's V above 0.2. */
    DEEPCHECKS {
        @Override
        boolean alarms(ColumnDrift drift, long referenceRows) {
            return value(drift) > 0.2;
        }

        @Override
        String statistic(boolean numeric) {
            return numeric ? "ks_test" : "cramers_v";
        }
    },
    /** Credit scoring, by custom: a PSI of 0.25 and more. */
    PSI {
        @Override
        boolean alarms(ColumnDrift drift, long referenceRows) {
            return value(drift) >= 0.25;
        }

        @Override
        String statistic(boolean numeric) {
            return "population_stability_index";
        }
    };

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract boolean alarms(ColumnDrift drift, long referenceRows);

    /** The statistic that it decides by where the reference has more than 1,000 rows. */
    abstract String statistic(boolean numeric);

    double value(ColumnDrift drift) {
        return drift.scores()
                .get(statistic(drift.kind() == ColumnKind.NUMERIC))
                .value()
                .number()
                .orElse(0);
    }

    private static double pValue(ColumnDrift drift, String statistic) {
        DriftScore score = drift.scores().get(statistic);
        return score.pValue() instanceof Known known ? known.value() : 1;
    }
}
