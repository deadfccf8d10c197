package io.lakewarden.schema.constraint;

import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.FrequentValue;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code domain}: the values that there may be, and how many of the rows must have one of them.
 *
 * @param values as a categorical profile has them; for numbers any form of the number
 * @param minimumMass the least share of the values that is in the domain, above 0 and up to 1
 */
public record DomainConstraint(List<String> values, double minimumMass) implements ColumnConstraint {
    private static final String KEY = "domain";

    /** A profile keeps no more of a text. */
    private static final int LONGEST_VALUE = 256;

    /** A value of a domain comes again; those of an identifier do not. */
    private static final int ROWS_FOR_EACH_VALUE = 5;

    /** As people look for them: numbers by their size, then texts. */
    private static final Comparator<String> BY_VALUE = Comparator.comparing(
                    (String value) -> number(value).isEmpty())
            .thenComparing(value -> number(value).orElse(0.0))
            .thenComparing(Comparator.naturalOrder());

    static final ConstraintKind KIND = new ConstraintKind(
            KEY,
            "the counts of values: exact up to 1,024 different ones, beyond that bounds on those of frequent values",
            "A larger share than 1 − `min_mass` of the values is not listed. Undecided where only frequent values are known"
                    + " and those outside are not surely too many nor surely few enough.",
            DomainConstraint::read,
            DomainConstraint::propose);

    public DomainConstraint {
        values = List.copyOf(new LinkedHashSet<>(values));
        if (!(minimumMass > 0 && minimumMass <= 1)) {
            throw new IllegalArgumentException("a mass lies above 0 and up to 1, but got " + minimumMass);
        }
    }

    /** A domain that every value is in. */
    public static DomainConstraint of(Collection<String> values) {
        return new DomainConstraint(List.copyOf(values), 1);
    }

    private static Optional<DomainConstraint> read(Field field) {
        if (field.isList()) {
            return values(field).map(DomainConstraint::of);
        }
        return field.section("a list of values, or values and min_mass").flatMap(DomainConstraint::read);
    }

    private static Optional<DomainConstraint> read(Section section) {
        Optional<List<String>> values =
                section.required("values", "the values that there may be").flatMap(DomainConstraint::values);
        Optional<Double> mass = section.field("min_mass")
                .map(it -> it.number(Double.MIN_VALUE, 1, "a share above 0 and up to 1"))
                .orElse(Optional.of(1.0));
        section.close();
        return values.flatMap(list -> mass.map(share -> new DomainConstraint(list, share)));
    }

    private static Optional<List<String>> values(Field field) {
        List<Field> items = field.items();
        List<String> values = items.stream()
                .flatMap(item -> item.literal("a value").filter(value -> isShort(value, item)).stream())
                .toList();
        return values.size() == items.size() ? Optional.of(values) : Optional.empty();
    }

    private static boolean isShort(String value, Field field) {
        boolean known = value.codePointCount(0, value.length()) <= LONGEST_VALUE;
        if (!known) {
            field.problem(field.path() + " is longer than " + LONGEST_VALUE
                    + " characters; profiles shorten such texts, so that no domain can list them");
        }
        return known;
    }

    private static Optional<DomainConstraint> propose(ColumnProfile column, int mostValues) {
        if (!(column instanceof CategoricalProfile texts) || texts.present() == 0) {
            return Optional.empty();
        }
        return texts.exactCounts()
                .map(Map::keySet)
                .filter(values -> values.size() <= mostValues)
                .filter(values -> (long) values.size() * ROWS_FOR_EACH_VALUE <= texts.present())
                .filter(values ->
                        values.stream().allMatch(value -> value.codePointCount(0, value.length()) <= LONGEST_VALUE))
                .map(values -> of(values.stream().sorted(BY_VALUE).toList()));
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public SchemaValue value() {
        if (minimumMass == 1) {
            return SchemaValue.texts(values);
        }
        Map<String, SchemaValue> keys = new LinkedHashMap<>();
        keys.put("min_mass", SchemaValue.number(minimumMass));
        keys.put("values", SchemaValue.texts(values));
        return new SchemaValue.Keys(keys);
    }

    @Override
    public Verdict check(ObservedColumn column) {
        ColumnProfile current = column.current();
        String expected = minimumMass == 1 ? words() : "at least " + Amounts.percent(minimumMass) + " in " + words();
        Optional<OutsideShare> found = outside(current);
        if (found.isEmpty()) {
            return Verdict.ofAnotherKind(current, expected, "values that are counted");
        }
        OutsideShare outside = found.get();
        BigDecimal allowed = BigDecimal.ONE.subtract(BigDecimal.valueOf(minimumMass));
        if (Amounts.exceeds(outside.least(), outside.total(), allowed)) {
            return Verdict.broken(
                    outside.share() + " outside",
                    expected,
                    Verdict.column(current) + " has values outside its domain, "
                            + (outside.least() == outside.most() ? "" : "surely ")
                            + Amounts.percent(outside.least(), outside.total())
                            + (outside.least() == outside.most() ? "" : " or more") + " of them: " + outside.words()
                            + ".");
        }
        return Amounts.exceeds(outside.most(), outside.total(), allowed)
                ? Verdict.undecided(
                        outside.share() + " outside",
                        expected,
                        current,
                        "the profile does not know all of the values, so that " + outside.share()
                                + " of them may be outside")
                : Verdict.HOLDS;
    }

    /** How many values are outside; empty for kinds of columns that have no counted values. */
    Optional<OutsideShare> outside(ColumnProfile column) {
        return OutsideShare.of(column, column instanceof NumericProfile ? numbers(column.type()) : texts());
    }

    private Function<String, Membership> texts() {
        Set<String> known = new HashSet<>(values);
        return value -> known.contains(value) ? Membership.INSIDE : Membership.OUTSIDE;
    }

    private Function<String, Membership> numbers(String type) {
        Set<Double> known =
                values.stream().flatMap(value -> number(value).stream()).collect(Collectors.toSet());
        return value -> {
            double number = Double.parseDouble(value);
            if (!known.contains(number)) {
                return Membership.OUTSIDE;
            }
            return NumberPrecision.isExact(type, number) ? Membership.INSIDE : Membership.UNSURE;
        };
    }

    /** A text that is no number is the value of none. */
    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text) + 0.0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** With the values that it does not have yet, where all are known; otherwise with less mass. */
    @Override
    public ColumnConstraint accepting(ColumnProfile column) {
        Optional<OutsideShare> outside = outside(column);
        if (outside.isEmpty() || check(ObservedColumn.alone(column)).equals(Verdict.HOLDS)) {
            return this;
        }
        boolean allKnown = outside.get().least() == outside.get().most();
        if (!allKnown) {
            return new DomainConstraint(values, mass(outside.get().greatestShare()));
        }
        List<String> more = new ArrayList<>(values);
        outside.get().offenders().stream()
                .map(FrequentValue::value)
                .sorted(BY_VALUE)
                .forEach(more::add);
        return new DomainConstraint(more, minimumMass);
    }

    private static double mass(double outside) {
        return Math.max(0.001, Math.floor((1 - outside) * 1000) / 1000);
    }

    /**
     * For a column that new values come to: those of these columns too, and room outside for twice the largest share that
     * was outside.
     */
    public DomainConstraint open(Collection<ColumnProfile> columns) {
        double largest = columns.stream()
                .flatMap(column -> outside(column).stream())
                .mapToDouble(OutsideShare::greatestShare)
                .max()
                .orElse(0);
        List<String> more = new ArrayList<>(values);
        columns.stream()
                .flatMap(column -> outside(column).stream())
                .flatMap(outside -> outside.offenders().stream())
                .map(FrequentValue::value)
                .filter(value -> value.codePointCount(0, value.length()) <= LONGEST_VALUE)
                .forEach(more::add);
        return new DomainConstraint(more.stream().sorted(BY_VALUE).toList(), mass(largest * 2));
    }

    private String words() {
        int named = 3;
        String some = String.join(
                ", ", values.stream().limit(named).map(Amounts::quoted).toList());
        return values.size() > named ? "one of " + values.size() + " values (" + some + ", …)" : "one of " + some;
    }

    @Override
    public String seen(ColumnProfile column) {
        if (!(column instanceof CategoricalProfile texts)) {
            return "";
        }
        return texts.exactCounts()
                .map(counts -> counts.size() == 1 ? "constant" : counts.size() + " values")
                .orElse("");
    }
}
