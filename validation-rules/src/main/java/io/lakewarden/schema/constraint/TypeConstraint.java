package io.lakewarden.schema.constraint;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.yaml.Field;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * The type in the source, as Spark writes it.
 *
 * @param types any of these, such as {@code decimal(10,2)}; at least one
 */
public record TypeConstraint(List<String> types) implements ColumnConstraint {
    private static final String KEY = "type";

    static final ConstraintKind KIND = new ConstraintKind(
            KEY,
            "the column's type",
            "The type is none of those listed. It warns where one of the two types holds every value of the other.",
            TypeConstraint::read,
            (column, mostValues) -> Optional.of(of(column.type())));

    public TypeConstraint {
        types = List.copyOf(new LinkedHashSet<>(types));
        if (types.isEmpty()) {
            throw new IllegalArgumentException("a column has a type");
        }
    }

    /** One of these types. */
    public static TypeConstraint of(String... types) {
        return new TypeConstraint(List.of(types));
    }

    private static Optional<TypeConstraint> read(Field field) {
        String expected = "a type as Spark writes it, such as int, string or decimal(10,2), or a list of them";
        List<String> types = field.texts(expected);
        if (types.isEmpty() && field.isList() && field.items().isEmpty()) {
            field.problem(field.path() + " is an empty list; expected " + expected);
        }
        return types.isEmpty() ? Optional.empty() : Optional.of(new TypeConstraint(types));
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public SchemaValue value() {
        return types.size() == 1 ? SchemaValue.text(types.get(0)) : SchemaValue.texts(types);
    }

    @Override
    public Verdict check(ObservedColumn column) {
        String now = column.current().type();
        String expected = String.join(" or ", types);
        if (types.contains(now)) {
            return Verdict.HOLDS;
        }
        String sentence = Verdict.column(column.current()) + " is of type " + now + " and not " + expected;
        if (types.stream().anyMatch(type -> TypeWidening.holds(type, now))) {
            return Verdict.doubtful(now, expected, sentence + "; every value of it fits.");
        }
        if (types.stream().anyMatch(type -> TypeWidening.holds(now, type))) {
            return Verdict.doubtful(now, expected, sentence + ", of which it holds every value.");
        }
        return Verdict.broken(now, expected, sentence + ".");
    }

    @Override
    public ColumnConstraint accepting(ColumnProfile column) {
        return types.contains(column.type()) ? this : of(column.type());
    }

    @Override
    public String seen(ColumnProfile column) {
        return "";
    }
}
