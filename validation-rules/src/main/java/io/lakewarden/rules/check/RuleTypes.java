package io.lakewarden.rules.check;

import io.lakewarden.rules.measure.ColumnMetric;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every type of rule. A new one is its own file and one line here. */
public final class RuleTypes {
    /** In the order in which they are told. */
    public static final List<RuleType> ALL = Stream.concat(
                    Stream.of(
                            CompleteCheck.TYPE,
                            UniqueCheck.TYPE,
                            PrimaryKeyCheck.TYPE,
                            RangeCheck.TYPE,
                            OneOfCheck.TYPE,
                            MatchesCheck.TYPE,
                            SemanticCheck.TYPE,
                            LengthCheck.TYPE,
                            ReadableCheck.TYPE,
                            CompareCheck.TYPE,
                            ExistsInCheck.TYPE,
                            PredicateCheck.TYPE,
                            RowCountCheck.TYPE,
                            FreshCheck.TYPE,
                            QuantileCheck.TYPE,
                            CorrelationCheck.TYPE,
                            AggregateCheck.TYPE,
                            LikeReferenceCheck.TYPE),
                    Arrays.stream(ColumnMetric.values()).map(MetricCheck::type))
            .toList();

    private RuleTypes() {}

    /** The names that rules can have as their {@code check}. */
    public static List<String> names() {
        return ALL.stream().map(RuleType::name).toList();
    }

    /** The type of a name. */
    public static Optional<RuleType> named(String name) {
        return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
    }
}
