package io.lakewarden.profile;

import java.util.Optional;

/** Collects dates and timestamps, in blocks as {@link NumericColumnBuilder} does. */
public final class TemporalColumnBuilder extends ColumnBuilder {
    private final BlockWorkspace workspace;
    private final NumberBlock block = new NumberBlock(NumberBlock.FULL);
    private final Optional<NumberDistribution> distribution;
    private final HoursOfWeek hours = new HoursOfWeek();
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;

    TemporalColumnBuilder(ColumnSpec spec, ProfileDetail detail, BlockWorkspace workspace) {
        super(spec);
        this.workspace = workspace;
        this.distribution = detail == ProfileDetail.FULL ? Optional.of(new NumberDistribution()) : Optional.empty();
    }

    /** Adds a moment in microseconds since 1970 UTC. */
    public void add(long micros) {
        addValue();
        widen(micros);
        if (distribution.isPresent()) {
            hours.add(micros, 1);
            block.add(micros);
            flushIfFull(distribution.get());
        }
    }

    /** Adds the first moments of an array. */
    public void addAll(long[] micros, int count) {
        addValues(count);
        for (int i = 0; i < count; i++) {
            widen(micros[i]);
        }
        if (distribution.isPresent()) {
            for (int i = 0; i < count; i++) {
                hours.add(micros[i], 1);
            }
            for (int from = 0; from < count; ) {
                from = block.fill(micros, from, count);
                flushIfFull(distribution.get());
            }
        }
    }

    /**
     * Adds a moment that occurs so many times; none is as if it were not added.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public void add(long micros, long times) {
        addValues(times);
        if (times > 0) {
            widen(micros);
            hours.add(micros, times);
            distribution.ifPresent(values -> values.add(micros, times));
        }
    }

    private void widen(long micros) {
        earliest = Math.min(earliest, micros);
        latest = Math.max(latest, micros);
    }

    private void flushIfFull(NumberDistribution values) {
        if (block.isFull()) {
            values.addAll(block, workspace);
            block.clear();
        }
    }

    @Override
    public TemporalProfile build() {
        Optional<NumberDistribution> all = distribution.map(NumberDistribution::copy);
        all.ifPresent(values -> values.addAll(block, workspace));
        return new TemporalProfile(cells(), earliest, latest, all, all.map(values -> hours.plus(new HoursOfWeek())));
    }
}
