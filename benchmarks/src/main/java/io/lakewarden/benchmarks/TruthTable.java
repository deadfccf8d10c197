package io.lakewarden.benchmarks;

import io.lakewarden.benchmarks.TruthReport.IncidentRate;
import io.lakewarden.simulator.MonthPlan;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** The report as plain text. */
final class TruthTable {
    private TruthTable() {}

    /** One line for each month. */
    static String calendar(List<MonthPlan> months) {
        StringBuilder text = new StringBuilder();
        for (MonthPlan month : months) {
            text.append(String.format(
                    Locale.ROOT,
                    "%2d  %s  %s%n",
                    month.number(),
                    month.window().toString().substring(0, 7),
                    month.incident()
                            .map(incident -> String.format(
                                    Locale.ROOT,
                                    "%s of %s: %s %s",
                                    word(incident.kind().name()),
                                    incident.column(),
                                    incident.kind().unit(),
                                    incident.magnitude()))
                            .orElse(word(month.purpose().name()))));
        }
        return text.toString();
    }

    /** One line for each rate. */
    static String rates(TruthReport report) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%d portfolios of %,d applications, seeds %d to %d (%s)%n%n",
                report.seeds().size(),
                report.rows(),
                report.seeds().get(0),
                report.seeds().get(report.seeds().size() - 1),
                report.seedsMeaning()));
        text.append(String.format(
                Locale.ROOT, "%-62s %13s %8s  %s%n", "", "count", "rate", "95 % interval (Clopper-Pearson)"));
        for (IncidentRate incident : report.incidents()) {
            text.append(String.format(Locale.ROOT, "%s%n", incident.incident()));
            line(text, "  detected by drift", incident.detected());
            line(text, "  detected by the inferred schema", incident.detectedBySchema());
            line(text, "  detected by rules", incident.detectedByRules());
            line(text, "  detected by the months before", incident.detectedByHistory());
            line(text, "  detected by any of these", incident.detectedByAny());
        }
        line(text, "false alarms: quiet months with an alert of the schema", report.quietMonthsBySchema());
        line(text, "false alarms: quiet months with an alert of rules", report.quietMonthsByRules());
        line(text, "false alarms: quiet months with an alert of history", report.quietMonthsByHistory());
        line(text, "false alarms: quiet months with an alert of any of them", report.quietMonthsByAny());
        line(text, "false alarms: quiet months with drift of any input", report.quietMonths());
        line(text, "false alarms: inputs x quiet months", report.quietColumnMonths());
        line(text, "false alarms: portfolios with any in 9 quiet months", report.quietSeeds());
        line(text, "false alarms: other inputs x months of data incidents", report.unrelatedColumnMonths());
        line(text, "concept drift: months with an alert on any input", report.conceptDriftMonths());
        line(text, "disparity: months with an alert on any input", report.disparityMonths());
        line(text, "disparity: months with an alert on score or decision", report.disparityOutputMonths());
        byColumn(text, "false alarms in all 18 months, by input", report.falseAlarms());
        byColumn(text, "alerts of the schema in quiet months, by column", report.quietAlertsBySchema());
        byColumn(text, "alerts of rules in quiet months, by column", report.quietAlertsByRules());
        byColumn(text, "alerts of history in quiet months, by column", report.quietAlertsByHistory());
        text.append(String.format(Locale.ROOT, "%ndefaults judged with:%n"));
        report.defaults().forEach((name, value) -> text.append(String.format(Locale.ROOT, "  %s: %s%n", name, value)));
        return text.toString();
    }

    private static void byColumn(StringBuilder text, String what, SortedMap<String, Integer> alerts) {
        if (!alerts.isEmpty()) {
            text.append(String.format(Locale.ROOT, "%n%s: %s%n", what, alerts));
        }
    }

    private static void line(StringBuilder text, String what, Rate rate) {
        text.append(String.format(
                Locale.ROOT,
                "%-62s %13s %7.2f%%  %.2f%% to %.2f%%%n",
                what,
                rate.successes() + "/" + rate.trials(),
                100 * rate.share(),
                100 * rate.lower(),
                100 * rate.upper()));
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
