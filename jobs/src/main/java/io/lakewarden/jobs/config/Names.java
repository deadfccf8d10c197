package io.lakewarden.jobs.config;

import java.util.Locale;

/** How the constants of an enum are written in a monitor file. */
final class Names {
    private Names() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
