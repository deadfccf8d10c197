package io.lakewarden.schema.constraint;

import io.lakewarden.profile.CollectionProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.Status;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code valency}: how many elements an array or map has.
 *
 * @param sizes of each array or map that is there
 */
public record ValencyConstraint(WholeBounds sizes) implements ColumnConstraint {
    private static final String KEY = "valency";

    static final ConstraintKind KIND = new ConstraintKind(
            KEY,
            "the least and the greatest number of elements of arrays and maps",
            "Some array or map has fewer elements than `min` or more than `max`.",
            field -> WholeBounds.read(field).map(ValencyConstraint::new),
            (column, mostValues) -> propose(column));

    private static Optional<ValencyConstraint> propose(ColumnProfile column) {
        if (!(column instanceof CollectionProfile collection)
                || !(collection.minimumSize() instanceof Known least)
                || !(collection.maximumSize() instanceof Known greatest)) {
            return Optional.empty();
        }
        long minimum = (long) least.value();
        long maximum = (long) greatest.value();
        return Optional.of(new ValencyConstraint(
                minimum == maximum
                        ? WholeBounds.of(minimum, maximum)
                        : new WholeBounds(
                                minimum > 0 ? OptionalLong.of(1) : OptionalLong.empty(),
                                OptionalLong.of(Room.above(maximum)))));
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public SchemaValue value() {
        return sizes.value();
    }

    @Override
    public Verdict check(ObservedColumn column) {
        if (!(column.current() instanceof CollectionProfile collection)) {
            return Verdict.ofAnotherKind(column.current(), sizes.words() + " elements", "elements");
        }
        if (!(collection.minimumSize() instanceof Known least)
                || !(collection.maximumSize() instanceof Known greatest)
                || sizes.judge(least.value(), greatest.value()) == Status.PASS) {
            return Verdict.HOLDS;
        }
        return Verdict.broken(
                seen(collection),
                sizes.words() + " elements",
                Verdict.column(collection) + " has " + seen(collection) + "; expected are " + sizes.words() + ".");
    }

    @Override
    public ColumnConstraint accepting(ColumnProfile column) {
        return column instanceof CollectionProfile collection
                ? new ValencyConstraint(sizes.holding(collection.minimumSize(), collection.maximumSize()))
                : this;
    }

    @Override
    public boolean allowsEverything() {
        return sizes.isNone();
    }

    @Override
    public String seen(ColumnProfile column) {
        return column instanceof CollectionProfile collection
                        && collection.minimumSize() instanceof Known least
                        && collection.maximumSize() instanceof Known greatest
                ? WholeBounds.of((long) least.value(), (long) greatest.value()).words() + " elements"
                : "";
    }
}
