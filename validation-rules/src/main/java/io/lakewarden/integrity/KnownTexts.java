package io.lakewarden.integrity;

import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.FrequentValue;
import java.util.List;

/**
 * The texts of a column that its profile knows by name.
 *
 * @param values the texts with bounds on their counts, the most frequent first
 * @param complete whether these are all; otherwise they are frequent ones and say nothing about those that are missing
 */
record KnownTexts(List<FrequentValue> values, boolean complete) {
    static KnownTexts of(CategoricalProfile column) {
        return column.exactCounts()
                .map(counts -> new KnownTexts(
                        counts.entrySet().stream()
                                .map(entry -> new FrequentValue(entry.getKey(), entry.getValue(), entry.getValue()))
                                .sorted((left, right) -> Long.compare(right.lower(), left.lower()))
                                .toList(),
                        true))
                .orElseGet(() -> new KnownTexts(column.topValues(Integer.MAX_VALUE), false));
    }

    /** What was not looked at, as the end of a sentence. */
    String caveat() {
        return complete
                ? ""
                : " Only the " + values.size()
                        + " most frequent texts were looked at; the column has too many to keep them all.";
    }
}
