package io.lakewarden.rules.check;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.rules.measure.KnownValue;
import io.lakewarden.rules.measure.Measure;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * One number that a rule judges.
 *
 * @param measure what is to be computed
 * @param bounds between which it is right
 * @param subject what the number is, in a clause: {@code the mean of 'age'}; for shares, what holds of the rows:
 *     {@code 'age' is at least 18}
 * @param text how such a number is written
 * @param known what a profile of all the rows knows of it
 */
public record RulePart(
        Measure measure,
        Bounds bounds,
        String subject,
        DoubleFunction<String> text,
        Function<DatasetProfile, Optional<KnownValue>> known) {
    /** A share of rows of which something holds. */
    static RulePart share(Measure measure, Bounds bounds, String claim) {
        return new RulePart(measure, bounds, claim, Texts::percent, profile -> Optional.empty());
    }

    /** A plain number. */
    static RulePart number(Measure measure, Bounds bounds, String subject) {
        return new RulePart(measure, bounds, subject, Texts::number, profile -> Optional.empty());
    }

    /** The same, with what a profile knows. */
    RulePart knownBy(Function<DatasetProfile, Optional<KnownValue>> profile) {
        return new RulePart(measure, bounds, subject, text, profile);
    }

    /** Whether the number is a share of rows. */
    public boolean isShare() {
        return measure instanceof Measure.Completeness
                || measure instanceof Measure.Share
                || measure instanceof Measure.Uniqueness;
    }
}
