package io.lakewarden.drift;

import io.lakewarden.profile.ColumnProfile;
import java.util.Locale;
import java.util.Optional;

/** Why two profiles of a column cannot be compared. */
final class Comparability {
    private Comparability() {}

    /** Why there are no distributions of finite numbers to compare, so many on either side; empty where both have some. */
    static Optional<String> whyWithoutNumbers(long reference, long current) {
        if (reference == 0) {
            return Optional.of("the reference has no finite numbers");
        }
        return current == 0 ? Optional.of("there are no finite numbers") : Optional.empty();
    }

    /** Why a column has no bins. */
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
