package io.lakewarden.schema.constraint;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.yaml.Field;
import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of constraint.
 *
 * @param key what it stands under in a schema file
 * @param reads the fields of the profile that it reads
 * @param condition when it is broken, and when the profile cannot tell
 * @param reader reads what stands under the key; gives nothing only where it made a problem
 * @param proposer infers it from a profile
 */
public record ConstraintKind(
        String key,
        String reads,
        String condition,
        Function<Field, Optional<? extends ColumnConstraint>> reader,
        Proposer proposer) {
    /** For kinds that people write and nothing infers. */
    static final Proposer NEVER = (column, mostValues) -> Optional.empty();

    /** Infers one kind of constraint. */
    @FunctionalInterface
    public interface Proposer {
        /**
         * The constraint that the column suggests; empty where it suggests none.
         *
         * @param mostValues how many values a domain may list
         */
        Optional<? extends ColumnConstraint> propose(ColumnProfile column, int mostValues);
    }

    /** Reads the constraint. */
    public Optional<ColumnConstraint> read(Field field) {
        return reader.apply(field).map(it -> it);
    }

    /** Infers the constraint. */
    public Optional<ColumnConstraint> propose(ColumnProfile column, int mostValues) {
        return proposer.propose(column, mostValues).map(it -> it);
    }
}
