package io.lakewarden.simulator;

import java.util.Objects;

/**
 * What one month suffers.
 *
 * @param kind what goes wrong
 * @param column the column it goes wrong in, as a profile names it
 * @param magnitude how much in this month, in the {@linkplain IncidentKind#unit() unit of the kind}
 */
public record Incident(IncidentKind kind, String column, double magnitude) {
    public Incident {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(column, "column");
    }
}
