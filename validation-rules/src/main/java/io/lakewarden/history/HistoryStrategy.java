package io.lakewarden.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How a value is held against those of earlier windows: a strategy of Amazon Deequ's with its parameters. Where a limit is
 * absent, that side is not watched; one of the two is there. Below, x is the value, x₋₁ the one before it, and n the number
 * of earlier values.
 */
public sealed interface HistoryStrategy {
    /** Its name in monitor files. */
    String name();

    /** With fewer earlier values it cannot expect anything. */
    int least();

    /** From so many earlier values on it is worth asking, where nobody says otherwise. */
    default int usual() {
        return least();
    }

    /** Whether the earlier windows must follow one another without a gap. */
    default boolean unbroken() {
        return false;
    }

    /** Whether it looks at the latest {@link #least} earlier values alone. */
    default boolean latestOnly() {
        return false;
    }

    /** Its parameters, by their names in monitor files. */
    Map<String, Number> settings();

    /**
     * {@code range}: min ≤ x ≤ max. Needs no history.
     *
     * @param min {@code min}
     * @param max {@code max}
     */
    record Range(OptionalDouble min, OptionalDouble max) implements HistoryStrategy {
        @Override
        public String name() {
            return "range";
        }

        @Override
        public int least() {
            return 0;
        }

        @Override
        public Map<String, Number> settings() {
            Map<String, Number> settings = new LinkedHashMap<>();
            min.ifPresent(it -> settings.put("min", it));
            max.ifPresent(it -> settings.put("max", it));
            return settings;
        }
    }

    /** How far a value lies from one before it; the latest earlier values alone are looked at. */
    sealed interface Change extends HistoryStrategy {
        /** {@code max_decrease}, at least 0. */
        OptionalDouble maxDecrease();

        /** {@code max_increase}, at least 0. */
        OptionalDouble maxIncrease();

        /** {@code order}, at least 1. */
        int order();

        @Override
        default int least() {
            return order();
        }

        @Override
        default boolean latestOnly() {
            return true;
        }

        @Override
        default Map<String, Number> settings() {
            Map<String, Number> settings = new LinkedHashMap<>();
            maxDecrease().ifPresent(it -> settings.put("max_decrease", it));
            maxIncrease().ifPresent(it -> settings.put("max_increase", it));
            settings.put("order", order());
            return settings;
        }
    }

    /**
     * {@code absolute_change}: the difference of an order, −max_decrease ≤ Δx ≤ max_increase, where Δx is x − x₋₁ of order
     * 1, and of order 2 the difference of two such.
     *
     * @param maxDecrease {@code max_decrease}, at least 0
     * @param maxIncrease {@code max_increase}, at least 0
     * @param order {@code order}, at least 1
     */
    record AbsoluteChange(OptionalDouble maxDecrease, OptionalDouble maxIncrease, int order) implements Change {
        @Override
        public String name() {
            return "absolute_change";
        }
    }

    /**
     * {@code relative_change}: 1 − max_decrease ≤ x / x₋ₖ ≤ 1 + max_increase, where k is the order. After 0, anything but 0
     * is an infinite change.
     *
     * @param maxDecrease {@code max_decrease}, at least 0
     * @param maxIncrease {@code max_increase}, at least 0
     * @param order {@code order}, at least 1
     */
    record RelativeChange(OptionalDouble maxDecrease, OptionalDouble maxIncrease, int order) implements Change {
        @Override
        public String name() {
            return "relative_change";
        }
    }

    /**
     * {@code batch_normal}: mean − lower·s ≤ x ≤ mean + upper·s, of the earlier values and their sample standard deviation.
     *
     * @param lower {@code lower}, in standard deviations
     * @param upper {@code upper}, in standard deviations
     */
    record BatchNormal(OptionalDouble lower, OptionalDouble upper) implements HistoryStrategy {
        private static final int USUAL = 8;

        @Override
        public String name() {
            return "batch_normal";
        }

        @Override
        public int least() {
            return 2;
        }

        @Override
        public int usual() {
            return USUAL;
        }

        @Override
        public Map<String, Number> settings() {
            return deviations(lower, upper);
        }
    }

    /**
     * {@code online_normal}: walks through the values from the first to x, each held against mean and standard deviation of
     * those before and itself; one that is out enters neither. Since x pulls both towards itself, k deviations cannot be
     * exceeded with n ≤ k² earlier values.
     *
     * @param lower {@code lower}, in standard deviations
     * @param upper {@code upper}, in standard deviations
     */
    record OnlineNormal(OptionalDouble lower, OptionalDouble upper) implements HistoryStrategy {
        @Override
        public String name() {
            return "online_normal";
        }

        @Override
        public int least() {
            double farthest = Math.max(lower.orElse(0), upper.orElse(0));
            return (int) Math.min(Integer.MAX_VALUE, Math.floor(farthest * farthest) + 1);
        }

        @Override
        public int usual() {
            return Math.max(BatchNormal.USUAL, least());
        }

        @Override
        public Map<String, Number> settings() {
            return deviations(lower, upper);
        }
    }

    /**
     * {@code holt_winters}: additive triple exponential smoothing, fitted to the earlier values; expected is its forecast,
     * ±1.96 standard deviations of the sizes of its earlier errors.
     *
     * @param season {@code season}: so many windows are one round, such as 7 days
     */
    record HoltWinters(int season) implements HistoryStrategy {
        @Override
        public String name() {
            return "holt_winters";
        }

        @Override
        public int least() {
            return 2 * season;
        }

        @Override
        public boolean unbroken() {
            return true;
        }

        @Override
        public Map<String, Number> settings() {
            return Map.of("season", season);
        }
    }

    private static Map<String, Number> deviations(OptionalDouble lower, OptionalDouble upper) {
        Map<String, Number> settings = new LinkedHashMap<>();
        lower.ifPresent(it -> settings.put("lower", it));
        upper.ifPresent(it -> settings.put("upper", it));
        return settings;
    }
}
