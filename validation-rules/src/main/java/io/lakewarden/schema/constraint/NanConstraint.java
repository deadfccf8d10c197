package io.lakewarden.schema.constraint;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericProfile;
import java.util.Optional;

/**
 * {@code nan}: whether numbers may be "not a number".
 *
 * @param allowed {@code false} allows none
 */
public record NanConstraint(boolean allowed) implements ColumnConstraint {
    private static final String KEY = "nan";

    private static final UnwantedNumbers NUMBERS = new UnwantedNumbers("NaN", "no NaN", NumericProfile::nans);

    static final ConstraintKind KIND = new ConstraintKind(
            KEY,
            "the number of NaN",
            "`nan` is `false` and some number is NaN.",
            field -> field.truth().map(NanConstraint::new),
            (column, mostValues) ->
                    NUMBERS.areAbsentFrom(column) ? Optional.of(new NanConstraint(false)) : Optional.empty());

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public SchemaValue value() {
        return SchemaValue.truth(allowed);
    }

    @Override
    public Verdict check(ObservedColumn column) {
        return allowed ? Verdict.HOLDS : NUMBERS.check(column.current());
    }

    @Override
    public ColumnConstraint accepting(ColumnProfile column) {
        return new NanConstraint(allowed || NUMBERS.areIn(column));
    }

    @Override
    public boolean allowsEverything() {
        return allowed;
    }

    @Override
    public String seen(ColumnProfile column) {
        return "";
    }
}
