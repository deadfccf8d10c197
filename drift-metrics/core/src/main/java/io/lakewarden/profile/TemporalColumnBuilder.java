package io.lakewarden.profile;

import java.util.Optional;

/** Collects dates and timestamps. */
public final class TemporalColumnBuilder extends ColumnBuilder {
    private final Optional<NumberDistribution> distribution;
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;

    TemporalColumnBuilder(ColumnSpec spec, ProfileDetail detail) {
        super(spec);
        this.distribution = detail == ProfileDetail.FULL ? Optional.of(new NumberDistribution()) : Optional.empty();
    }

    /** Adds a moment in microseconds since 1970 UTC. */
    public void add(long micros) {
        addValue();
        earliest = Math.min(earliest, micros);
        latest = Math.max(latest, micros);
        if (distribution.isPresent()) {
            distribution.get().add(micros);
        }
    }

    /** Adds the first moments of an array. */
    public void addAll(long[] micros, int count) {
        for (int i = 0; i < count; i++) {
            add(micros[i]);
        }
    }

    /**
     * Adds a moment that occurs so many times; none is as if it were not added.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public void add(long micros, long times) {
        for (long i = requireCount(times); i > 0; i--) {
            add(micros);
        }
    }

    @Override
    public TemporalProfile build() {
        return new TemporalProfile(cells(), earliest, latest, distribution.map(NumberDistribution::copy));
    }
}
