package io.lakewarden.profile;

import io.lakewarden.result.MetricValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Dates and timestamps, in microseconds since 1970 UTC; so are {@code min} and {@code max} of {@link #metrics()}. */
public final class TemporalProfile extends ColumnProfile {
    private final long earliest;
    private final long latest;
    private final Optional<NumberDistribution> distribution;
    private final Optional<HoursOfWeek> hours;

    /** Without values, earliest is after latest. */
    TemporalProfile(
            Cells cells,
            long earliest,
            long latest,
            Optional<NumberDistribution> distribution,
            Optional<HoursOfWeek> hours) {
        super(ColumnKind.TEMPORAL, cells);
        this.earliest = earliest;
        this.latest = latest;
        this.distribution = distribution;
        this.hours = hours;
    }

    /** The first moment. */
    public Optional<Instant> earliest() {
        return present() == 0 ? Optional.empty() : Optional.of(instant(earliest));
    }

    /** The last moment. */
    public Optional<Instant> latest() {
        return present() == 0 ? Optional.empty() : Optional.of(instant(latest));
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** How many different moments there are. */
    public MetricValue distinct() {
        return distribution.isEmpty()
                ? MetricValue.unknown(Cells.COUNTS_ONLY)
                : distribution.get().distinct(present());
    }

    /** The distribution over microseconds since 1970 UTC; empty in a counts-only profile. */
    public Ecdf ecdf() {
        return distribution.map(NumberDistribution::ecdf).orElseGet(Ecdf::empty);
    }

    /** How many moments lie in each hour of the week; empty in a counts-only profile. */
    public Optional<HoursOfWeek> hoursOfWeek() {
        return hours;
    }

    @Override
    public TemporalProfile merge(ColumnProfile other) {
        Cells merged = Cells.merge(this, other);
        return unlessEmpty(
                this,
                (TemporalProfile) other,
                that -> new TemporalProfile(
                        merged,
                        Math.min(earliest, that.earliest),
                        Math.max(latest, that.latest),
                        distribution.flatMap(mine -> that.distribution.map(mine::plus)),
                        hours.flatMap(mine -> that.hours.map(mine::plus))));
    }

    @Override
    void describe(Map<String, MetricValue> metrics) {
        metrics.put("min", Cells.ofValues(present(), (double) earliest));
        metrics.put("max", Cells.ofValues(present(), (double) latest));
        metrics.put("distinct_count", distinct());
    }

    @Override
    void writeState(StateWriter out) {
        out.word(earliest);
        out.word(latest);
        out.optional(distribution, NumberDistribution::writeTo);
        out.optional(hours, HoursOfWeek::writeTo);
    }

    static TemporalProfile read(StateReader in) {
        return new TemporalProfile(
                Cells.read(in),
                in.word(),
                in.word(),
                in.optional(NumberDistribution::read),
                in.optional(HoursOfWeek::read));
    }
}
