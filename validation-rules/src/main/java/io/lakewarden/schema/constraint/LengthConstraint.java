package io.lakewarden.schema.constraint;

import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import java.util.Optional;

/**
 * How long texts are, in code points.
 *
 * @param lengths of each text
 */
public record LengthConstraint(WholeBounds lengths) implements ColumnConstraint {
    private static final String KEY = "length";

    static final ConstraintKind KIND = new ConstraintKind(
            KEY,
            "the least and the greatest length of texts, in code points",
            "Some text is shorter than `min` or longer than `max`.",
            field -> WholeBounds.read(field).map(LengthConstraint::new),
            (column, mostValues) -> propose(column));

    private static Optional<LengthConstraint> propose(ColumnProfile column) {
        return column instanceof CategoricalProfile texts
                ? WholeBounds.proposed(texts.minimumLength(), texts.maximumLength())
                        .map(LengthConstraint::new)
                : Optional.empty();
    }

    private static Optional<WholeBounds> found(CategoricalProfile texts) {
        return WholeBounds.seen(texts.minimumLength(), texts.maximumLength());
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public SchemaValue value() {
        return lengths.value();
    }

    @Override
    public Verdict check(ObservedColumn column) {
        if (!(column.current() instanceof CategoricalProfile texts)) {
            return Verdict.ofAnotherKind(column.current(), lengths.words() + " characters", "texts");
        }
        if (found(texts).map(lengths::hold).orElse(true)) {
            return Verdict.HOLDS;
        }
        return Verdict.broken(
                seen(texts),
                lengths.words() + " characters",
                Verdict.column(texts) + " has texts of " + seen(texts) + "; expected are " + lengths.words() + ".");
    }

    @Override
    public ColumnConstraint accepting(ColumnProfile column) {
        return column instanceof CategoricalProfile texts
                ? new LengthConstraint(lengths.holding(texts.minimumLength(), texts.maximumLength()))
                : this;
    }

    @Override
    public boolean allowsEverything() {
        return lengths.isNone();
    }

    @Override
    public String seen(ColumnProfile column) {
        return column instanceof CategoricalProfile texts
                ? found(texts).map(bounds -> bounds.words() + " characters").orElse("")
                : "";
    }
}
