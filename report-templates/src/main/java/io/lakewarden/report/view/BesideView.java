package io.lakewarden.report.view;

import io.lakewarden.report.text.Language;
import java.util.Map;

/**
 * Where columns are that the page does not show whole.
 *
 * @param columns how many they are
 * @param folder the folder that they are in
 */
public record BesideView(String columns, String folder) {
    /** In words; null where the page shows every column whole. */
    static BesideView of(Map<Integer, String> elsewhere, Language language) {
        return elsewhere.values().stream()
                .findFirst()
                .map(address ->
                        new BesideView(language.count(elsewhere.size()), address.substring(0, address.indexOf('/'))))
                .orElse(null);
    }
}
