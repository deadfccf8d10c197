package io.lakewarden.schema.constraint;

import io.lakewarden.profile.ColumnProfile;
import java.util.Optional;

/**
 * {@code infinity}: whether numbers may be infinite.
 *
 * @param allowed {@code false} allows none
 */
public record InfinityConstraint(boolean allowed) implements ColumnConstraint {
    private static final String KEY = "infinity";

    private static final UnwantedNumbers NUMBERS = new UnwantedNumbers(
            "infinite", "no infinities", numbers -> numbers.positiveInfinities() + numbers.negativeInfinities());

    static final ConstraintKind KIND = new ConstraintKind(
            KEY,
            "the numbers of +∞ and of −∞",
            "`infinity` is `false` and some number is infinite.",
            field -> field.truth().map(InfinityConstraint::new),
            (column, mostValues) ->
                    NUMBERS.areAbsentFrom(column) ? Optional.of(new InfinityConstraint(false)) : Optional.empty());

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
        return new InfinityConstraint(allowed || NUMBERS.areIn(column));
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
