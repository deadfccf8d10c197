package io.lakewarden.schema.constraint;

import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.TextPattern;
import io.lakewarden.yaml.EnumNames;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code format}: what each text means.
 *
 * @param format {@link TextFormat#ANY} demands nothing
 */
public record FormatConstraint(TextFormat format) implements ColumnConstraint {
    private static final String KEY = "format";

    /** A word of three capital letters may be a currency's by chance. */
    private static final int FEWEST_CURRENCIES = 3;

    static final ConstraintKind KIND = new ConstraintKind(
            KEY,
            "the number of texts of each form, which is exact; for `currency` the counts of values, as for `domain`",
            "Some text is not of the form. Undecided where the profile keeps counts only and, for `currency`, where only"
                    + " frequent values are known.",
            field -> field.choice(TextFormat.class).map(FormatConstraint::new),
            (column, mostValues) -> propose(column));

    public FormatConstraint {
        Objects.requireNonNull(format, "format");
    }

    private static Optional<FormatConstraint> propose(ColumnProfile column) {
        // Numbers and dates that are read as categories have the form of their type.
        boolean text = column.type().equals("string");
        if (!text || !(column instanceof CategoricalProfile texts) || texts.present() == 0) {
            return Optional.empty();
        }
        return Arrays.stream(TextFormat.values())
                .filter(format -> format != TextFormat.ANY)
                .filter(format -> format != TextFormat.CURRENCY || hasSeveralValues(texts))
                .map(FormatConstraint::new)
                .filter(it -> it.check(ObservedColumn.alone(texts)).equals(Verdict.HOLDS))
                .findFirst();
    }

    private static boolean hasSeveralValues(CategoricalProfile texts) {
        return texts.exactCounts()
                .filter(counts -> counts.size() >= FEWEST_CURRENCIES)
                .isPresent();
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public SchemaValue value() {
        return new SchemaValue.Scalar(EnumNames.of(format));
    }

    @Override
    public Verdict check(ObservedColumn column) {
        if (format == TextFormat.ANY) {
            return Verdict.HOLDS;
        }
        if (!(column.current() instanceof CategoricalProfile texts)) {
            return Verdict.ofAnotherKind(column.current(), EnumNames.of(format), "texts");
        }
        return format.pattern().isPresent() ? pattern(texts, format.pattern().get()) : currency(texts);
    }

    private Verdict pattern(CategoricalProfile texts, TextPattern pattern) {
        String expected = EnumNames.of(format);
        Long matches = texts.patterns().get(pattern);
        if (matches == null) {
            return texts.present() == 0
                    ? Verdict.HOLDS
                    : Verdict.undecided("not known", expected, texts, "the profile keeps counts only");
        }
        long others = texts.present() - matches;
        return others == 0
                ? Verdict.HOLDS
                : Verdict.broken(
                        Amounts.percent(others, texts.present()) + " of another form",
                        expected,
                        Verdict.column(texts) + " is not of the form '" + expected + "' in "
                                + Amounts.percent(others, texts.present()) + " of its values ("
                                + Amounts.count(others, "cell") + ").");
    }

    private Verdict currency(CategoricalProfile texts) {
        String expected = EnumNames.of(format);
        OutsideShare outside = OutsideShare.of(texts, TextFormat::currency).orElseThrow();
        if (outside.least() > 0) {
            return Verdict.broken(
                    outside.share() + " no currency",
                    expected,
                    Verdict.column(texts) + " has values that are no codes of currencies: " + outside.words() + ".");
        }
        return outside.most() == 0
                ? Verdict.HOLDS
                : Verdict.undecided(
                        outside.share() + " no currency",
                        expected,
                        texts,
                        "the profile does not know all of the values");
    }

    @Override
    public ColumnConstraint accepting(ColumnProfile column) {
        return check(ObservedColumn.alone(column)).equals(Verdict.HOLDS) ? this : new FormatConstraint(TextFormat.ANY);
    }

    @Override
    public boolean allowsEverything() {
        return format == TextFormat.ANY;
    }

    @Override
    public String seen(ColumnProfile column) {
        return "";
    }
}
