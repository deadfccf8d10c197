package io.lakewarden.jobs.store;

import java.util.Locale;

/** Enum constants as values in tables: in snake_case. */
final class Names {
    private Names() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
