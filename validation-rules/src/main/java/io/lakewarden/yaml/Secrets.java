package io.lakewarden.yaml;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values that came into a file from the environment by <code>${env:NAME}</code>. Records hold the values, because
 * sources need them; whatever is printed or stored goes through {@link #mask}.
 */
public final class Secrets {
    /** No secrets. */
    public static final Secrets NONE = new Secrets(Map.of());

    private final Map<String, String> valuesByName;

    Secrets(Map<String, String> valuesByName) {
        this.valuesByName = new TreeMap<>(valuesByName);
    }

    /** The text with every secret value replaced by the placeholder it came from. */
    public String mask(String text) {
        List<Map.Entry<String, String>> longestFirst = valuesByName.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getValue().length()))
                .toList();
        String masked = text;
        for (Map.Entry<String, String> secret : longestFirst) {
            masked = masked.replace(secret.getValue(), "${env:" + secret.getKey() + "}");
        }
        return masked;
    }

    @Override
    public String toString() {
        return valuesByName.keySet().toString();
    }
}
