package io.lakewarden.drift;

import io.lakewarden.profile.ColumnKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is judged where nothing is configured: one effect size per kind of column, and shares that should not move. */
final class DefaultThresholds {
    /** Effect on numbers: standard deviations of the reference. */
    static final String NUMERIC_EFFECT = NormalizedWassersteinDistance.NAME;

    /** Effect on categories and booleans, and on numbers whose reference is constant: a share of the rows. */
    static final String SHARE_EFFECT = LInfinityDistance.NAME;

    static final Threshold SHARE_EFFECT_THRESHOLD = FixedThreshold.of(0.02, 0.05);

    /** Shares that should not move; every other statistic tells whether the distribution did. */
    static final Set<String> SHARES =
            Set.of(PercentNullDelta.NAME, PercentNonFiniteDelta.NAME, OutOfRangeShare.NAME, NewCategoryShare.NAME);

    private static final Threshold NEW_CATEGORY_THRESHOLD = FixedThreshold.of(0.005, 0.05);

    /** As credit-risk teams read the PSI of a scorecard: from 0.1 on some change, above 0.25 a large one (Siddiqi, 2006). */
    private static final Threshold SCORECARD_THRESHOLD =
            FixedThreshold.of(PopulationStabilityIndex.MODERATE, PopulationStabilityIndex.LARGE);

    private DefaultThresholds() {}

    /** Free texts are judged by what they look like instead of by their categories. */
    static void ofFreeText(Map<String, Threshold> thresholds) {
        thresholds.remove(SHARE_EFFECT, SHARE_EFFECT_THRESHOLD);
        thresholds.remove(NewCategoryShare.NAME, NEW_CATEGORY_THRESHOLD);
        thresholds.putIfAbsent(VocabularyDistance.NAME, FixedThreshold.warningAt(0.1));
        thresholds.putIfAbsent(CharacterClassDistance.NAME, FixedThreshold.warningAt(0.05));
        thresholds.putIfAbsent(LengthDistance.NAME, FixedThreshold.warningAt(0.1));
    }

    /** What a scorecard adds to the checks of its column; given bands do not end at the reference's range. */
    static void ofScorecard(Scorecard scorecard, Map<String, Threshold> thresholds) {
        thresholds.put(PopulationStabilityIndex.NAME, SCORECARD_THRESHOLD);
        if (scorecard instanceof Scorecard.Bands) {
            thresholds.remove(OutOfRangeShare.NAME);
        }
    }

    static Map<String, Threshold> of(ColumnKind kind) {
        Map<String, Threshold> thresholds = new LinkedHashMap<>();
        switch (kind) {
            case NUMERIC -> thresholds.put(NUMERIC_EFFECT, FixedThreshold.of(0.1, 0.2));
            case CATEGORICAL, BOOLEAN -> thresholds.put(SHARE_EFFECT, SHARE_EFFECT_THRESHOLD);
            case COLLECTION -> thresholds.put(LengthDistance.NAME, FixedThreshold.of(0.05, 0.1));
            case TEMPORAL, OPAQUE -> {
                // dates move with the window, and bytes have no distribution; their nulls are counted like any other's
            }
        }
        thresholds.put(PercentNullDelta.NAME, FixedThreshold.of(0.02, 0.05));
        if (kind == ColumnKind.NUMERIC) {
            thresholds.put(PercentNonFiniteDelta.NAME, FixedThreshold.of(0.02, 0.05));
            thresholds.put(OutOfRangeShare.NAME, FixedThreshold.warningAt(0.01));
        }
        if (kind == ColumnKind.CATEGORICAL) {
            thresholds.put(NewCategoryShare.NAME, NEW_CATEGORY_THRESHOLD);
        }
        return thresholds;
    }
}
