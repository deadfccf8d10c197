package io.lakewarden.jobs.init;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a column writes times, and which they are.
 *
 * @param pattern how; absent where the source knows without
 * @param instants by text, the moment it means
 * @param evidence why this is the pattern, in one clause
 * @param ambiguous whether another order of day and month fits as well
 */
record TimeForm(Optional<String> pattern, Map<String, Instant> instants, String evidence, boolean ambiguous) {
    TimeForm {
        Objects.requireNonNull(pattern, "pattern");
        instants = Collections.unmodifiableMap(new LinkedHashMap<>(instants));
        Objects.requireNonNull(evidence, "evidence");
    }

    /** The moments of rows, in their order; rows without one are left out. */
    List<Instant> of(List<String> texts) {
        return texts.stream()
                .map(text -> instants.get(text.trim()))
                .filter(Objects::nonNull)
                .toList();
    }
}
