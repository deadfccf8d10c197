package io.lakewarden.jobs.config;

import io.lakewarden.history.HistoryStrategy;
import io.lakewarden.history.HistoryStrategy.AbsoluteChange;
import io.lakewarden.history.HistoryStrategy.BatchNormal;
import io.lakewarden.history.HistoryStrategy.HoltWinters;
import io.lakewarden.history.HistoryStrategy.OnlineNormal;
import io.lakewarden.history.HistoryStrategy.Range;
import io.lakewarden.history.HistoryStrategy.RelativeChange;
import io.lakewarden.yaml.Section;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads {@link HistoryStrategy}: its name, and the parameters that it has. */
final class StrategyReader {
    private static final double DEVIATIONS = 3;
    private static final double MOST_DEVIATIONS = 50;
    private static final int HIGHEST_ORDER = 10;
    private static final int LONGEST_SEASON = 1_000;

    private final Section check;

    private StrategyReader(Section check) {
        this.check = check;
    }

    private enum Name {
        RANGE,
        ABSOLUTE_CHANGE,
        RELATIVE_CHANGE,
        BATCH_NORMAL,
        ONLINE_NORMAL,
        HOLT_WINTERS
    }

    /**
     * The strategy of a check.
     *
     * @param season how many windows are one round of the calendar, where their length says so
     */
    static Optional<HistoryStrategy> read(Section check, OptionalInt season) {
        Optional<Name> name = check.required("strategy", "what is expected, such as batch_normal")
                .flatMap(it -> it.choice(Name.class));
        if (name.isEmpty()) {
            // Its parameters are not to blame.
            Stream.of("min", "max", "max_decrease", "max_increase", "order", "lower", "upper", "season")
                    .forEach(check::field);
            return Optional.empty();
        }
        StrategyReader reader = new StrategyReader(check);
        return switch (name.get()) {
            case RANGE -> reader.range();
            case ABSOLUTE_CHANGE, RELATIVE_CHANGE -> reader.change(name.get());
            case BATCH_NORMAL, ONLINE_NORMAL -> reader.normal(name.get());
            case HOLT_WINTERS -> reader.season(season).map(HoltWinters::new);
        };
    }

    private Optional<HistoryStrategy> range() {
        OptionalDouble min = number("min", -Double.MAX_VALUE, Double.MAX_VALUE, "a number");
        OptionalDouble max = number("max", -Double.MAX_VALUE, Double.MAX_VALUE, "a number");
        if (!either("min", "max")) {
            return Optional.empty();
        }
        if (min.isPresent() && max.isPresent() && min.getAsDouble() > max.getAsDouble()) {
            check.field("max")
                    .ifPresent(it -> it.problem(it.path() + " is " + max.getAsDouble() + ", below min at "
                            + min.getAsDouble() + "; expected max to be the higher one"));
            return Optional.empty();
        }
        return Optional.of(new Range(min, max));
    }

    private Optional<HistoryStrategy> change(Name name) {
        String expected = name == Name.RELATIVE_CHANGE
                ? "a share of at least 0, such as 0.1 for a tenth"
                : "a number of at least 0";
        OptionalDouble decrease = number("max_decrease", 0, Double.MAX_VALUE, expected);
        OptionalDouble increase = number("max_increase", 0, Double.MAX_VALUE, expected);
        int order = check.field("order")
                .flatMap(it -> it.integer(1, HIGHEST_ORDER))
                .map(Math::toIntExact)
                .orElse(1);
        if (!either("max_decrease", "max_increase")) {
            return Optional.empty();
        }
        return Optional.of(
                name == Name.RELATIVE_CHANGE
                        ? new RelativeChange(decrease, increase, order)
                        : new AbsoluteChange(decrease, increase, order));
    }

    /** Three standard deviations to either side; where one side is named, only that one. */
    private Optional<HistoryStrategy> normal(Name name) {
        String expected = "a number of standard deviations from 0 to 50";
        OptionalDouble lower = number("lower", 0, MOST_DEVIATIONS, expected);
        OptionalDouble upper = number("upper", 0, MOST_DEVIATIONS, expected);
        boolean unsaid = check.field("lower").isEmpty() && check.field("upper").isEmpty();
        OptionalDouble below = unsaid ? OptionalDouble.of(DEVIATIONS) : lower;
        OptionalDouble above = unsaid ? OptionalDouble.of(DEVIATIONS) : upper;
        return Optional.of(name == Name.BATCH_NORMAL ? new BatchNormal(below, above) : new OnlineNormal(below, above));
    }

    private Optional<Integer> season(OptionalInt usual) {
        String expected = "how many windows are one round, such as 7 days, from 2 to " + LONGEST_SEASON;
        if (usual.isPresent() && check.field("season").isEmpty()) {
            return Optional.of(usual.getAsInt());
        }
        return check.required("season", expected)
                .flatMap(it -> it.integer(2, LONGEST_SEASON, expected))
                .map(Math::toIntExact);
    }

    private OptionalDouble number(String key, double least, double most, String expected) {
        return check.field(key)
                .flatMap(it -> it.number(least, most, expected))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    private boolean either(String one, String other) {
        boolean there = check.field(one).isPresent() || check.field(other).isPresent();
        if (!there) {
            check.problem("a check of history lacks '" + one + "' or '" + other + "': how far is expected");
        }
        return there;
    }
}
