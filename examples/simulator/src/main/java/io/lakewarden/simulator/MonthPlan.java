package io.lakewarden.simulator;

import io.lakewarden.result.Window;
import java.util.Objects;
import java.util.Optional;

/**
 * One month of the portfolio's calendar.
 *
 * @param number from 1, the first month of the reference
 * @param window the calendar month in UTC
 * @param purpose what the month is for
 * @param incident what happens in it; present exactly where the purpose is {@link Purpose#INCIDENT}
 */
public record MonthPlan(int number, Window window, Purpose purpose, Optional<Incident> incident) {
    public MonthPlan {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(purpose, "purpose");
        if (incident.isPresent() != (purpose == Purpose.INCIDENT)) {
            throw new IllegalArgumentException("a month has an incident exactly where that is its purpose");
        }
    }

    /** What a month is for. */
    public enum Purpose {
        /** Training and held-out reference: nothing happens. */
        REFERENCE,
        /** Monitored, and nothing happens: an alert is a false one. */
        QUIET,
        /** Monitored, and something happens. */
        INCIDENT
    }

    /** Whether the month comes after the reference. */
    public boolean isMonitored() {
        return purpose != Purpose.REFERENCE;
    }

    /** The month's incident, where it is of the given kind. */
    Optional<Incident> incident(IncidentKind kind) {
        return incident.filter(found -> found.kind() == kind);
    }
}
