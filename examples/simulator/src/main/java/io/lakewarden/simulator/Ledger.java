package io.lakewarden.simulator;

import io.lakewarden.result.Window;
import io.lakewarden.simulator.IncidentKind.Detector;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The known truth about a portfolio. Only text, numbers, enums and lists, so that any serializer can write it.
 *
 * @param seed the seed of the data
 * @param rows applications over all months
 * @param labelPolicy whose outcome is ever known
 * @param referenceWindow the months that serve as reference, as {@code START/END}
 * @param quietWindows the monitored months in which nothing happens, as {@code START/END}
 * @param entries what was done, in order of time
 */
public record Ledger(
        long seed,
        int rows,
        LabelPolicy labelPolicy,
        String referenceWindow,
        List<String> quietWindows,
        List<Entry> entries) {
    public Ledger {
        quietWindows = List.copyOf(quietWindows);
        entries = List.copyOf(entries);
    }

    static Ledger of(long seed, int rows, LabelPolicy labelPolicy, List<MonthPlan> calendar) {
        List<MonthPlan> reference =
                calendar.stream().filter(plan -> !plan.isMonitored()).toList();
        List<String> quiet = calendar.stream()
                .filter(plan -> plan.purpose() == MonthPlan.Purpose.QUIET)
                .map(plan -> plan.window().toString())
                .toList();
        List<Entry> entries = Stream.of(IncidentKind.values())
                .map(kind -> calendar.stream()
                        .filter(plan -> plan.incident(kind).isPresent())
                        .toList())
                .filter(months -> !months.isEmpty())
                .map(Entry::of)
                .toList();
        return new Ledger(seed, rows, labelPolicy, span(reference), quiet, entries);
    }

    private static String span(List<MonthPlan> months) {
        return new Window(
                        months.get(0).window().start(),
                        months.get(months.size() - 1).window().end())
                .toString();
    }

    /**
     * One incident.
     *
     * @param id its name, unique in the ledger
     * @param kind what went wrong
     * @param column where, as a profile names the column
     * @param window from the start of its first month to the end of its last
     * @param unit what the magnitudes measure
     * @param detector what ought to notice it
     * @param months how much in each of its months
     */
    public record Entry(
            String id,
            IncidentKind kind,
            String column,
            String window,
            String unit,
            Detector detector,
            List<MonthMagnitude> months) {
        public Entry {
            months = List.copyOf(months);
        }

        private static Entry of(List<MonthPlan> months) {
            Incident first = months.get(0).incident().orElseThrow();
            return new Entry(
                    first.kind().name().toLowerCase(Locale.ROOT) + "/" + first.column(),
                    first.kind(),
                    first.column(),
                    span(months),
                    first.kind().unit(),
                    first.kind().detector(),
                    months.stream()
                            .map(plan -> new MonthMagnitude(
                                    plan.number(),
                                    plan.window().toString(),
                                    plan.incident().orElseThrow().magnitude()))
                            .toList());
        }
    }

    /**
     * How much of an incident one month has.
     *
     * @param month its number in the calendar, from 1
     * @param window the month, as {@code START/END}
     * @param magnitude in the unit of the entry
     */
    public record MonthMagnitude(int month, String window, double magnitude) {}
}
