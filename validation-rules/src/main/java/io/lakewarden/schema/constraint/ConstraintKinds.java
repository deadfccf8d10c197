package io.lakewarden.schema.constraint;

import java.util.List;

/** Every kind of constraint there is, by explicit list: a new one is one class and one line here. */
public final class ConstraintKinds {
    private static final List<ConstraintKind> ALL = List.of(
            TypeConstraint.KIND,
            PresenceConstraint.KIND,
            ValencyConstraint.KIND,
            DomainConstraint.KIND,
            RangeConstraint.KIND,
            TimeRangeConstraint.KIND,
            NanConstraint.KIND,
            InfinityConstraint.KIND,
            UniqueConstraint.KIND,
            DistinctConstraint.KIND,
            LengthConstraint.KIND,
            FormatConstraint.KIND,
            ComparatorConstraint.DRIFT,
            ComparatorConstraint.SKEW);

    private ConstraintKinds() {}

    /** All kinds, in the order in which a file has them. */
    public static List<ConstraintKind> all() {
        return ALL;
    }

    /** The place of a constraint among those of a column. */
    public static int order(ColumnConstraint constraint) {
        for (int place = 0; place < ALL.size(); place++) {
            if (ALL.get(place).key().equals(constraint.key())) {
                return place;
            }
        }
        throw new IllegalArgumentException("no kind of constraint has the key '" + constraint.key() + "'");
    }
}
