package io.lakewarden.schema.constraint;

import io.lakewarden.profile.CollectionProfile;
import io.lakewarden.profile.ColumnProfile;
import java.util.Optional;

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
        return column instanceof CollectionProfile collection
                ? WholeBounds.proposed(collection.minimumSize(), collection.maximumSize())
                        .map(ValencyConstraint::new)
                : Optional.empty();
    }

    private static Optional<WholeBounds> found(CollectionProfile collection) {
        return WholeBounds.seen(collection.minimumSize(), collection.maximumSize());
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
        if (found(collection).map(sizes::hold).orElse(true)) {
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
                ? found(collection).map(bounds -> bounds.words() + " elements").orElse("")
                : "";
    }
}
