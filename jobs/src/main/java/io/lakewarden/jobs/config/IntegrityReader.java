package io.lakewarden.jobs.config;

import io.lakewarden.integrity.IntegrityLimits;
import io.lakewarden.yaml.Section;

/** Reads the limits of {@code integrity}. */
final class IntegrityReader {
    private IntegrityReader() {}

    static IntegrityLimits read(Section integrity) {
        IntegrityLimits defaults = IntegrityLimits.DEFAULTS;
        IntegrityLimits limits = new IntegrityLimits(
                share(integrity, "duplicates", defaults.duplicates()),
                share(integrity, "conflicting_labels", defaults.conflictingLabels()),
                share(integrity, "mixed_types", defaults.mixedTypes()),
                share(integrity, "special_characters", defaults.specialCharacters()),
                share(integrity, "identifier_association", defaults.identifierAssociation()));
        integrity.close();
        return limits;
    }

    private static double share(Section integrity, String key, double otherwise) {
        return integrity
                .field(key)
                .flatMap(it -> it.number(0, 1, "a number from 0 to 1"))
                .orElse(otherwise);
    }
}
