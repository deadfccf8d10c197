package io.lakewarden.drift;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * How far one column moved by its primary effect: in each of the reference's blocks and in the window.
 *
 * @param current between the whole reference and the window; empty where the window has too little
 * @param blocks between each block and all others; empty where a block has too little
 */
record BlockEffects(OptionalDouble current, List<OptionalDouble> blocks) {
    /**
     * Measures a column.
     *
     * @param current what the window has of it; empty where that is not compared
     * @param least fewer values are too little
     */
    static BlockEffects of(
            ColumnProfile reference,
            Optional<ColumnProfile> current,
            List<DatasetProfile> blocks,
            String statistic,
            long least) {
        BinEffect effect = BinEffect.of(statistic, reference);
        List<Optional<ColumnProfile>> columns = blocks.stream()
                .map(block -> block.column(reference.name()).filter(column -> column.present() >= least))
                .toList();
        List<Optional<ColumnProfile>> before = merged(columns);
        List<Optional<ColumnProfile>> backwards = new ArrayList<>(columns);
        Collections.reverse(backwards);
        List<Optional<ColumnProfile>> after = merged(backwards);
        List<OptionalDouble> measured = new ArrayList<>();
        for (int block = 0; block < columns.size(); block++) {
            Optional<ColumnProfile> rest = merged(before.get(block), after.get(columns.size() - 1 - block));
            measured.add(between(effect, rest, columns.get(block)));
        }
        return new BlockEffects(
                between(effect, Optional.of(reference), current.filter(column -> column.present() >= least)), measured);
    }

    private static OptionalDouble between(BinEffect effect, Optional<ColumnProfile> from, Optional<ColumnProfile> to) {
        return from.flatMap(was -> to.flatMap(is -> effect.between(was, is)))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    /** For each column, all that come before it. */
    private static List<Optional<ColumnProfile>> merged(List<Optional<ColumnProfile>> columns) {
        List<Optional<ColumnProfile>> before = new ArrayList<>();
        Optional<ColumnProfile> all = Optional.empty();
        for (Optional<ColumnProfile> column : columns) {
            before.add(all);
            all = merged(all, column);
        }
        return before;
    }

    private static Optional<ColumnProfile> merged(Optional<ColumnProfile> one, Optional<ColumnProfile> other) {
        return one.isEmpty() ? other : one.map(it -> other.map(it::merge).orElse(it));
    }

    /** The mean over blocks and window, which could change places; 0 where nothing is known. */
    double mean() {
        return known().average().orElse(0);
    }

    /** Whether most of blocks and window know it. By both together: what is left out must not depend on which is the window. */
    boolean isKnownInMost() {
        return known().count() * 2 > blocks.size() + 1;
    }

    private DoubleStream known() {
        return DoubleStream.concat(current.stream(), blocks.stream().flatMapToDouble(OptionalDouble::stream));
    }
}
