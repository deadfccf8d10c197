package io.lakewarden.yaml;

import java.util.Locale;

/** How the constants of an enum are written in YAML. */
public final class EnumNames {
    private EnumNames() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
