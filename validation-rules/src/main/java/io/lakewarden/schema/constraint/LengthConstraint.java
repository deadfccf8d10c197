package io.lakewarden.schema.constraint;

import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.Status;
import java.util.Optional;
import java.util.OptionalLong;

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
        if (!(column instanceof CategoricalProfile texts)
                || !(texts.minimumLength() instanceof Known least)
                || !(texts.maximumLength() instanceof Known greatest)) {
            return Optional.empty();
        }
        long minimum = (long) least.value();
        long maximum = (long) greatest.value();
        return Optional.of(new LengthConstraint(
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
        return lengths.value();
    }

    @Override
    public Verdict check(ObservedColumn column) {
        if (!(column.current() instanceof CategoricalProfile texts)) {
            return Verdict.ofAnotherKind(column.current(), lengths.words() + " characters", "texts");
        }
        if (!(texts.minimumLength() instanceof Known least)
                || !(texts.maximumLength() instanceof Known greatest)
                || lengths.judge(least.value(), greatest.value()) == Status.PASS) {
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
                        && texts.minimumLength() instanceof Known least
                        && texts.maximumLength() instanceof Known greatest
                ? WholeBounds.of((long) least.value(), (long) greatest.value()).words() + " characters"
                : "";
    }
}
