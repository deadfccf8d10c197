package io.lakewarden.drift.preset;

import io.lakewarden.drift.DriftPreset;
import java.util.List;
import java.util.Optional;

/** Every preset there is, by explicit list: a new one is one class and one line here. */
public final class DriftPresets {
    private static final List<DriftPreset> ALL = List.of(new EvidentlyPreset(), new NannymlPreset(), new TfdvPreset());

    private DriftPresets() {}

    /** All of them. */
    public static List<DriftPreset> all() {
        return ALL;
    }

    /** The preset of that name. */
    public static Optional<DriftPreset> named(String name) {
        return ALL.stream().filter(preset -> preset.name().equals(name)).findFirst();
    }

    /** All names, for configuration and its error messages. */
    public static List<String> names() {
        return ALL.stream().map(DriftPreset::name).toList();
    }
}
