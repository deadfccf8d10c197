package io.lakewarden.jobs.config;

import java.util.List;

/** Which values of a column make slices: {@code slices.NAME}. All other rows are the rest. */
public sealed interface SliceConfig {
    /** How many values one column may have, and all of them together: every slice costs the memory of a profile. */
    int MOST_VALUES = 1_000;

    /**
     * A whole number: the values that are most frequent in the reference.
     *
     * @param count how many, 1 to {@link #MOST_VALUES}; fewer where the reference has no more
     */
    record MostFrequent(int count) implements SliceConfig {
        @Override
        public int most() {
            return count;
        }
    }

    /**
     * A list: these values.
     *
     * @param values as text, as a categorical column has them; different from each other
     */
    record Values(List<String> values) implements SliceConfig {
        public Values {
            values = List.copyOf(values);
        }

        @Override
        public int most() {
            return values.size();
        }
    }

    /**
     * A mapping: the rows for which a predicate is true.
     *
     * @param predicate {@code where}: in Spark SQL
     */
    record Where(String predicate) implements SliceConfig {
        @Override
        public int most() {
            return 1;
        }
    }

    /** How many values make slices at the most. */
    int most();
}
