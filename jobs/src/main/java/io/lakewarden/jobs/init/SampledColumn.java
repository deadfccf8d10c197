package io.lakewarden.jobs.init;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A column of the sample, as texts.
 *
 * @param name its name in the file; its path where it lies inside a struct
 * @param path how the monitor file names it
 * @param storedType its type where the storage has one, such as {@code bigint}
 * @param texts the values of all rows in their order; empty for none
 */
record SampledColumn(String name, String path, Optional<String> storedType, List<String> texts) {
    SampledColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(storedType, "storedType");
        texts = Collections.unmodifiableList(texts);
    }

    /** How often each value occurs, without spaces around it; rows without a value are not counted. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String text : texts) {
            String bare = text.trim();
            if (!bare.isEmpty()) {
                counts.merge(bare, 1, Integer::sum);
            }
        }
        return counts;
    }
}
