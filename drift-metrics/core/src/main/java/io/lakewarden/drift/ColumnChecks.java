package io.lakewarden.drift;

import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.CharacterClass;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By what a column is judged, as its reference asks for it.
 *
 * @param thresholds by statistic, in the order in which they are shown
 * @param primary the one check over the whole distribution that takes part in the family of tests
 */
record ColumnChecks(Map<String, Threshold> thresholds, Optional<String> primary) {
    /** On average: three words. */
    private static final long BLANKS_OF_FREE_TEXT = 2;

    /**
     * The checks of a column. A constant reference has no deviation to measure in: what moved away from it is measured in shares
     * instead. Free texts are measured by what they look like.
     *
     * @param binned whether both sides are counted in the same bins
     */
    static ColumnChecks of(ColumnProfile reference, boolean binned, DriftPolicy policy) {
        Map<String, Threshold> chosen = new LinkedHashMap<>(policy.thresholds(reference.name(), reference.kind()));
        boolean constant = reference.kind() == ColumnKind.NUMERIC
                && binned
                && NormalizedWassersteinDistance.scale(reference).isEmpty();
        if (constant && chosen.remove(DefaultThresholds.NUMERIC_EFFECT) != null) {
            chosen.putIfAbsent(DefaultThresholds.SHARE_EFFECT, DefaultThresholds.SHARE_EFFECT_THRESHOLD);
        }
        if (!binned && isFreeText(reference)) {
            DefaultThresholds.ofFreeText(chosen);
        }
        Optional<String> primary = Stream.concat(policy.chosen(reference.name()).stream(), chosen.keySet().stream())
                .filter(chosen::containsKey)
                .filter(statistic -> !DefaultThresholds.SHARES.contains(statistic))
                .findFirst();
        return new ColumnChecks(chosen, primary);
    }

    /** Texts that people wrote: those of identifiers grow and change without meaning anything. */
    private static boolean isFreeText(ColumnProfile reference) {
        return reference.present() > 0
                && reference instanceof CategoricalProfile texts
                && texts.characters()
                        .filter(all ->
                                all.counts()[CharacterClass.SPACE.index()] >= BLANKS_OF_FREE_TEXT * texts.present())
                        .isPresent();
    }

    /** The primary check where it is an effect, which windows of counts can be measured by. */
    Optional<String> effect() {
        return primary.filter(ColumnChecks::isEffect);
    }

    static boolean isEffect(String statistic) {
        return statistic.equals(DefaultThresholds.NUMERIC_EFFECT) || statistic.equals(DefaultThresholds.SHARE_EFFECT);
    }
}
