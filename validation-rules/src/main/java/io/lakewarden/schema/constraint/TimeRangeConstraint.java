package io.lakewarden.schema.constraint;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.TemporalProfile;
import io.lakewarden.yaml.Field;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code time_range}: how early and how late dates and timestamps are.
 *
 * @param minimum the earliest allowed
 * @param maximum the latest allowed
 */
public record TimeRangeConstraint(Optional<Instant> minimum, Optional<Instant> maximum) implements ColumnConstraint {
    private static final String KEY = "time_range";

    static final ConstraintKind KIND = new ConstraintKind(
            KEY,
            "the earliest and the latest moment, which are exact",
            "Some date or timestamp is before `min` or after `max`.",
            TimeRangeConstraint::read,
            (column, mostValues) -> propose(column));

    public TimeRangeConstraint {
        Objects.requireNonNull(minimum, "minimum");
        Objects.requireNonNull(maximum, "maximum");
        if (minimum.isPresent() && maximum.isPresent() && minimum.get().isAfter(maximum.get())) {
            throw new IllegalArgumentException("min " + minimum.get() + " is after max " + maximum.get());
        }
    }

    private static Optional<TimeRangeConstraint> read(Field field) {
        return field.section("min, max or both").flatMap(section -> {
            Optional<Field> least = section.field("min");
            Optional<Field> most = section.field("max");
            Optional<Instant> minimum = least.flatMap(TimeRangeConstraint::moment);
            Optional<Instant> maximum = most.flatMap(TimeRangeConstraint::moment);
            section.close();
            if (least.isPresent() != minimum.isPresent() || most.isPresent() != maximum.isPresent()) {
                return Optional.empty();
            }
            if (minimum.isPresent() && maximum.isPresent() && minimum.get().isAfter(maximum.get())) {
                field.problem(field.path() + " has a min that is after its max");
                return Optional.empty();
            }
            return Optional.of(new TimeRangeConstraint(minimum, maximum));
        });
    }

    private static Optional<Instant> moment(Field field) {
        return field.parsed(
                "a date such as 2026-01-31 or a UTC instant such as 2026-01-31T06:00:00Z", TimeRangeConstraint::moment);
    }

    private static Instant moment(String text) {
        try {
            return text.contains("T") ? Instant.parse(text) : midnight(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is neither a date such as 2026-01-31 nor a UTC instant such as 2026-01-31T06:00:00Z",
                    e);
        }
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Time goes on, so that only its beginning is proposed: half of what was seen before the earliest, at midnight. */
    private static Optional<TimeRangeConstraint> propose(ColumnProfile column) {
        if (!(column instanceof TemporalProfile moments)
                || moments.earliest().isEmpty()
                || moments.latest().isEmpty()) {
            return Optional.empty();
        }
        Instant earliest = moments.earliest().get();
        Duration room = Duration.between(earliest, moments.latest().get()).dividedBy(2);
        LocalDate first = LocalDate.ofInstant(earliest.minus(room), ZoneOffset.UTC);
        return Optional.of(new TimeRangeConstraint(Optional.of(midnight(first)), Optional.empty()));
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public SchemaValue value() {
        Map<String, SchemaValue> keys = new LinkedHashMap<>();
        minimum.ifPresent(it -> keys.put("min", new SchemaValue.Scalar(text(it))));
        maximum.ifPresent(it -> keys.put("max", new SchemaValue.Scalar(text(it))));
        return new SchemaValue.Keys(keys);
    }

    private static String text(Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        return midnight(day).equals(moment) ? day.toString() : moment.toString();
    }

    @Override
    public Verdict check(ObservedColumn column) {
        if (!(column.current() instanceof TemporalProfile moments)) {
            return Verdict.ofAnotherKind(column.current(), words(), "moments");
        }
        boolean early = moments.earliest()
                .filter(it -> minimum.filter(it::isBefore).isPresent())
                .isPresent();
        boolean late = moments.latest()
                .filter(it -> maximum.filter(it::isAfter).isPresent())
                .isPresent();
        return early || late
                ? Verdict.broken(
                        seen(moments),
                        words(),
                        Verdict.column(moments) + " has moments from "
                                + text(moments.earliest().orElseThrow()) + " to "
                                + text(moments.latest().orElseThrow()) + "; expected is " + words() + ".")
                : Verdict.HOLDS;
    }

    @Override
    public ColumnConstraint accepting(ColumnProfile column) {
        if (!(column instanceof TemporalProfile moments)) {
            return this;
        }
        Optional<Instant> least =
                minimum.map(it -> moments.earliest().filter(it::isAfter).orElse(it));
        Optional<Instant> most =
                maximum.map(it -> moments.latest().filter(it::isBefore).orElse(it));
        return new TimeRangeConstraint(least, most);
    }

    @Override
    public boolean allowsEverything() {
        return minimum.isEmpty() && maximum.isEmpty();
    }

    private String words() {
        if (minimum.isPresent() && maximum.isPresent()) {
            return text(minimum.get()) + " to " + text(maximum.get());
        }
        return minimum.map(it -> "not before " + text(it))
                .or(() -> maximum.map(it -> "not after " + text(it)))
                .orElse("any time");
    }

    @Override
    public String seen(ColumnProfile column) {
        return column instanceof TemporalProfile moments
                        && moments.earliest().isPresent()
                        && moments.latest().isPresent()
                ? "seen " + text(moments.earliest().get()) + " to "
                        + text(moments.latest().get())
                : "";
    }
}
