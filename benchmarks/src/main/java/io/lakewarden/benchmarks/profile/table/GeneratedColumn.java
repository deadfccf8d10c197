package io.lakewarden.benchmarks.profile.table;

import java.io.Serializable;
import java.util.Locale;

/**
 * One column, whose cells are functions of seed, place and row alone: anybody can ask for any of them at any time and
 * gets what stands in the files.
 *
 * @param recipe what it holds
 * @param place its index in the table
 * @param seed of the table
 */
public record GeneratedColumn(Recipe recipe, int place, long seed) implements Serializable {
    /** The share of cells without a value. */
    public static final double NULLS = 0.02;

    /** A name that is a plain identifier everywhere, so that no competitor stumbles over it. */
    public String name() {
        return String.format(Locale.ROOT, "%s_%d", recipe.word(), place);
    }

    /** The cell of a row, null where it has no value; see {@link Physical} for its class. */
    public Object value(long row) {
        long bits = Draw.mix(Draw.mix(seed * 1_000_003 + place) ^ row);
        return Draw.uniform(Draw.mix(bits ^ 0x5DEECE66DL)) < NULLS ? null : recipe.value(bits);
    }
}
