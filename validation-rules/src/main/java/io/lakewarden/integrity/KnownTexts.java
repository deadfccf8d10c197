package io.lakewarden.integrity;

import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.FrequentValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** The texts themselves; none of a column that has no texts. */
    static Set<String> names(ColumnProfile column) {
        return column instanceof CategoricalProfile texts
                ? of(texts).values().stream().map(FrequentValue::value).collect(Collectors.toSet())
                : Set.of();
    }

    /** What was not looked at, as the end of a sentence. */
    String caveat() {
        return complete
                ? ""
                : " Only the " + values.size()
                        + " most frequent texts were looked at; the column has too many to keep them all.";
    }
}
