package io.lakewarden.schema;

import io.lakewarden.schema.constraint.ColumnConstraint;
import io.lakewarden.schema.constraint.ConstraintKinds;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is expected of one column.
 *
 * @param name path of the column, as profiles have it
 * @param required {@code required}: whether the column must be there
 * @param in {@code in}: environments that it is expected in beside the usual ones
 * @param notIn {@code not_in}: environments that it is not expected in, so that nothing about it is checked there
 * @param severity {@code severity}: what becomes of a broken constraint, {@link Severity#WARN} or {@link Severity#FAIL}
 * @param constraints at most one of each kind; kept in the order of the kinds
 */
public record ColumnSchema(
        String name,
        boolean required,
        List<String> in,
        List<String> notIn,
        Severity severity,
        List<ColumnConstraint> constraints) {
    public ColumnSchema {
        Objects.requireNonNull(name, "name");
        in = List.copyOf(in);
        notIn = List.copyOf(notIn);
        Objects.requireNonNull(severity, "severity");
        if (severity == Severity.ALLOW) {
            throw new IllegalArgumentException("what a column may break is no constraint");
        }
        constraints = constraints.stream()
                .sorted(Comparator.comparingInt(ConstraintKinds::order))
                .toList();
        Set<String> keys = new HashSet<>();
        constraints.forEach(constraint -> {
            if (!keys.add(constraint.key())) {
                throw new IllegalArgumentException(
                        "column '" + name + "' has two constraints '" + constraint.key() + "'");
            }
        });
    }

    /** A required column, expected everywhere, whose broken constraints fail. */
    public static ColumnSchema of(String name, List<ColumnConstraint> constraints) {
        return new ColumnSchema(name, true, List.of(), List.of(), Severity.FAIL, constraints);
    }

    /** The constraint under a key. */
    public Optional<ColumnConstraint> constraint(String key) {
        return constraints.stream()
                .filter(constraint -> constraint.key().equals(key))
                .findFirst();
    }

    /** Whether it is expected in an environment, of which the table has the usual ones given. */
    boolean isExpectedIn(String environment, List<String> usual) {
        return in.contains(environment) || (usual.contains(environment) && !notIn.contains(environment));
    }
}
