package io.lakewarden.drift;

import io.lakewarden.profile.ColumnProfile;
import java.util.Locale;

/** Why a column has no bins. */
final class Comparability {
    private Comparability() {}

    static String whyWithoutBins(ColumnProfile reference) {
        return switch (reference.kind()) {
            case TEMPORAL, COLLECTION, OPAQUE ->
                "distributions of " + reference.kind().name().toLowerCase(Locale.ROOT) + " columns are not compared";
            case NUMERIC -> "the reference has no finite numbers to make bins from";
            case CATEGORICAL ->
                reference.present() == 0
                        ? "the reference has no values to make bins from"
                        : "no value is frequent enough to compare, as in an identifier";
            case BOOLEAN -> "the reference has no values";
        };
    }
}
