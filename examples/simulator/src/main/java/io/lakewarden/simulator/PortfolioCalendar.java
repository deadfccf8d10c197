package io.lakewarden.simulator;

import io.lakewarden.result.Window;
import io.lakewarden.simulator.MonthPlan.Purpose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The two years: half a year of reference, then incidents with quiet months between them. */
final class PortfolioCalendar {
    static final LocalDate START = LocalDate.of(2024, 1, 1);
    static final int MONTHS = 24;
    static final int REFERENCE_MONTHS = 6;
    /** The selection ratio of women over men while nothing happens. */
    static final double USUAL_SELECTION_RATIO = 0.95;

    private static final Map<Integer, Incident> INCIDENTS = Map.of(
            8, new Incident(IncidentKind.FEATURE_SHIFT, "behaviour_index", 0.25),
            10, new Incident(IncidentKind.UNIT_CHANGE, "requested_amount", 0.10),
            12, new Incident(IncidentKind.MORE_NULLS, "employment_years", 0.03),
            14, new Incident(IncidentKind.NEW_CATEGORY, "purpose", 0.02),
            16, new Incident(IncidentKind.EMPTY_COLUMN, "savings_balance", 1.0),
            18, new Incident(IncidentKind.CONCEPT_DRIFT, "defaulted", -0.03),
            20, new Incident(IncidentKind.DISPARITY, "decision", 0.8933),
            21, new Incident(IncidentKind.DISPARITY, "decision", 0.8367),
            22, new Incident(IncidentKind.DISPARITY, "decision", 0.78));

    private PortfolioCalendar() {}

    static List<MonthPlan> withIncidents() {
        return months(INCIDENTS);
    }

    static List<MonthPlan> undisturbed() {
        return months(Map.of());
    }

    private static List<MonthPlan> months(Map<Integer, Incident> incidents) {
        List<MonthPlan> months = new ArrayList<>();
        for (int number = 1; number <= MONTHS; number++) {
            LocalDate start = START.plusMonths(number - 1);
            Optional<Incident> incident = Optional.ofNullable(incidents.get(number));
            Purpose purpose = number <= REFERENCE_MONTHS
                    ? Purpose.REFERENCE
                    : incident.isPresent() ? Purpose.INCIDENT : Purpose.QUIET;
            months.add(new MonthPlan(number, Window.between(start, start.plusMonths(1)), purpose, incident));
        }
        return List.copyOf(months);
    }
}
