package io.lakewarden.benchmarks.drift;

import io.lakewarden.drift.ColumnDrift;
import io.lakewarden.drift.DriftScore;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.result.MetricValue.Known;
import java.util.Locale;
import java.util.OptionalDouble;

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
                    : value(drift, numeric ? "wasserstein_normalized" : "js_distance") >= 0.1;
        }
    },
    /** NannyML: a Jensen–Shannon distance above 0.1. */
    NANNYML {
        @Override
        boolean alarms(ColumnDrift drift, long referenceRows) {
            return value(drift, "js_distance") > 0.1;
        }
    },
    /** Deepchecks: KS above 0.2, Cramér's V above 0.2. */
    DEEPCHECKS {
        @Override
        boolean alarms(ColumnDrift drift, long referenceRows) {
            return value(drift, drift.kind() == ColumnKind.NUMERIC ? "ks_test" : "cramers_v") > 0.2;
        }
    },
    /** Credit scoring, by custom: a PSI of 0.25 and more. */
    PSI {
        @Override
        boolean alarms(ColumnDrift drift, long referenceRows) {
            return value(drift, "population_stability_index") >= 0.25;
        }
    };

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract boolean alarms(ColumnDrift drift, long referenceRows);

    private static double value(ColumnDrift drift, String statistic) {
        OptionalDouble value = drift.scores().get(statistic).value().number();
        return value.orElse(0);
    }

    private static double pValue(ColumnDrift drift, String statistic) {
        DriftScore score = drift.scores().get(statistic);
        return score.pValue() instanceof Known known ? known.value() : 1;
    }
}
