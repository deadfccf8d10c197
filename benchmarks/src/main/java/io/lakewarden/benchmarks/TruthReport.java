package io.lakewarden.benchmarks;

import io.lakewarden.simulator.IncidentKind.Detector;
import io.lakewarden.simulator.Ledger;
import io.lakewarden.simulator.MonthPlan.Purpose;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How monitoring with default settings did against the known truth.
 *
 * @param seedsMeaning whether these seeds were used to choose the defaults
 * @param seeds the portfolios
 * @param rows applications in each portfolio
 * @param defaults the settings that were judged with, by name
 * @param incidents how often each data incident was detected: an alert on its column in its month
 * @param quietMonthsBySchema quiet months with any alert of the inferred schema, on whatever column or on the table
 * @param quietMonthsByRules quiet months with any alert of rules, on whatever column or on the table
 * @param quietMonthsByHistory quiet months with any alert of the months before, on an input
 * @param quietMonthsByAny quiet months with any of these alerts
 * @param quietMonths quiet months with any alert on an input
 * @param quietColumnMonths inputs of quiet months with an alert
 * @param quietSeeds portfolios with any alert on an input in any of their quiet months; the only one of the three whose
 *     trials are fully independent, since the months of a portfolio share its reference
 * @param unrelatedColumnMonths inputs with an alert in months in which something happened to another input
 * @param conceptDriftMonths months of concept drift with any alert on an input
 * @param disparityMonths months of disparity with any alert on an input
 * @param disparityOutputMonths months of disparity with an alert on score or decision, which may move
 * @param falseAlarms alerts in all monitored months on inputs that nothing happened to, by input
 * @param quietAlertsBySchema alerts of the inferred schema in quiet months, by column
 * @param quietAlertsByRules alerts of rules in quiet months, by column
 * @param quietAlertsByHistory alerts of the months before in quiet months, by column
 */
record TruthReport(
        String seedsMeaning,
        List<Long> seeds,
        int rows,
        SortedMap<String, String> defaults,
        List<IncidentRate> incidents,
        Rate quietMonthsBySchema,
        Rate quietMonthsByRules,
        Rate quietMonthsByHistory,
        Rate quietMonthsByAny,
        Rate quietMonths,
        Rate quietColumnMonths,
        Rate quietSeeds,
        Rate unrelatedColumnMonths,
        Rate conceptDriftMonths,
        Rate disparityMonths,
        Rate disparityOutputMonths,
        SortedMap<String, Integer> falseAlarms,
        SortedMap<String, Integer> quietAlertsBySchema,
        SortedMap<String, Integer> quietAlertsByRules,
        SortedMap<String, Integer> quietAlertsByHistory) {
    /**
     * How often one incident was detected.
     *
     * @param incident its id in the ledger
     * @param month its number in the calendar
     * @param magnitude in {@code unit}
     * @param unit what the magnitude measures
     * @param detected by drift, over the portfolios
     * @param detectedBySchema by the inferred schema
     * @param detectedByRules by rules
     * @param detectedByHistory by the months before
     * @param detectedByAny by any of these
     */
    record IncidentRate(
            String incident,
            int month,
            double magnitude,
            String unit,
            Rate detected,
            Rate detectedBySchema,
            Rate detectedByRules,
            Rate detectedByHistory,
            Rate detectedByAny) {}

    static TruthReport of(
            String seedsMeaning,
            List<Long> seeds,
            Ledger ledger,
            SortedMap<String, String> defaults,
            List<List<MonthOutcome>> portfolios) {
        List<MonthOutcome> months = portfolios.stream().flatMap(List::stream).toList();
        Predicate<MonthOutcome> quiet = month -> month.plan().purpose() == Purpose.QUIET;
        Predicate<MonthOutcome> alerted = month -> !month.alertedInputs().isEmpty();
        Predicate<MonthOutcome> bySchema = month -> !month.alertedBySchema().isEmpty();
        Predicate<MonthOutcome> byRules = month -> !month.alertedByRules().isEmpty();
        Predicate<MonthOutcome> byHistory = month -> !month.alertedByHistory().isEmpty();
        return new TruthReport(
                seedsMeaning,
                List.copyOf(seeds),
                ledger.rows(),
                defaults,
                incidents(ledger, months),
                rate(months, quiet, bySchema),
                rate(months, quiet, byRules),
                rate(months, quiet, byHistory),
                rate(months, quiet, bySchema.or(byRules).or(byHistory)),
                rate(months, quiet, alerted),
                columnRate(months, quiet),
                Rate.of(
                        portfolios.stream()
                                .filter(portfolio -> portfolio.stream().anyMatch(quiet.and(alerted)))
                                .count(),
                        portfolios.size()),
                columnRate(months, suffers(Detector.DATA_DRIFT)),
                rate(months, suffers(Detector.PERFORMANCE), alerted),
                rate(months, suffers(Detector.BIAS), alerted),
                rate(months, suffers(Detector.BIAS), month -> !month.alertedOutputs()
                        .isEmpty()),
                byColumn(months.stream(), MonthOutcome::falseAlarms),
                byColumn(months.stream().filter(quiet), MonthOutcome::alertedBySchema),
                byColumn(months.stream().filter(quiet), MonthOutcome::alertedByRules),
                byColumn(months.stream().filter(quiet), MonthOutcome::alertedByHistory));
    }

    private static Predicate<MonthOutcome> suffers(Detector detector) {
        return month -> month.plan()
                .incident()
                .filter(incident -> incident.kind().detector() == detector)
                .isPresent();
    }

    private static List<IncidentRate> incidents(Ledger ledger, List<MonthOutcome> months) {
        return ledger.entries().stream()
                .filter(entry -> entry.detector() == Detector.DATA_DRIFT)
                .flatMap(entry -> entry.months().stream().map(month -> incident(entry, month, months)))
                .toList();
    }

    private static IncidentRate incident(Ledger.Entry entry, Ledger.MonthMagnitude month, List<MonthOutcome> months) {
        Predicate<MonthOutcome> inMonth = outcome -> outcome.plan().number() == month.month();
        Predicate<MonthOutcome> byDrift = MonthOutcome::isDetected;
        return new IncidentRate(
                entry.id(),
                month.month(),
                month.magnitude(),
                entry.unit(),
                rate(months, inMonth, byDrift),
                rate(months, inMonth, MonthOutcome::isDetectedBySchema),
                rate(months, inMonth, MonthOutcome::isDetectedByRules),
                rate(months, inMonth, MonthOutcome::isDetectedByHistory),
                rate(
                        months,
                        inMonth,
                        byDrift.or(MonthOutcome::isDetectedBySchema)
                                .or(MonthOutcome::isDetectedByRules)
                                .or(MonthOutcome::isDetectedByHistory)));
    }

    private static Rate rate(
            List<MonthOutcome> months, Predicate<MonthOutcome> trial, Predicate<MonthOutcome> success) {
        return Rate.of(
                months.stream().filter(trial.and(success)).count(),
                months.stream().filter(trial).count());
    }

    private static Rate columnRate(List<MonthOutcome> months, Predicate<MonthOutcome> trial) {
        List<MonthOutcome> chosen = months.stream().filter(trial).toList();
        return Rate.of(
                chosen.stream().mapToLong(month -> month.falseAlarms().size()).sum(),
                chosen.stream()
                        .mapToLong(month ->
                                month.inputs() - (month.plan().incident().isPresent() ? 1 : 0))
                        .sum());
    }

    private static SortedMap<String, Integer> byColumn(
            Stream<MonthOutcome> months, Function<MonthOutcome, Set<String>> alerts) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        months.forEach(month -> alerts.apply(month).forEach(column -> counts.merge(column, 1, Integer::sum)));
        return counts;
    }
}
