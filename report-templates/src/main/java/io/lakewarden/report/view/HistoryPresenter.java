package io.lakewarden.report.view;

import io.lakewarden.report.ReportHistory;
import io.lakewarden.report.chart.HistoryChart;
import io.lakewarden.report.text.Language;
import io.lakewarden.report.view.HistoryView.PastRow;
import io.lakewarden.result.Status;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** Shows what was held against earlier windows: what came otherwise first, the rest as the monitor has it. */
final class HistoryPresenter {
    private static final String PERCENT = "percent_";

    private HistoryPresenter() {}

    static List<HistoryView> of(List<ReportHistory> histories, Language language) {
        return histories.stream()
                .sorted(Comparator.comparing(history -> rank(history.status())))
                .map(history -> view(history, language))
                .toList();
    }

    private static int rank(Status status) {
        return switch (status) {
            case FAIL -> 0;
            case WARN -> 1;
            case ERROR -> 2;
            case PASS, SKIPPED -> 3;
        };
    }

    private static HistoryView view(ReportHistory history, Language language) {
        DoubleFunction<String> format = format(history.metric(), language);
        return new HistoryView(
                language.name(history.column().orElseGet(() -> language.text("findings.table"))),
                language.label(history.metric()),
                StatusView.of(history.status(), language),
                strategy(history, language),
                history.settings().isEmpty()
                        ? null
                        : history.settings().stream()
                                .map(setting -> language.name(setting.name()).shown() + ": "
                                        + language.name(setting.value()).shown())
                                .collect(Collectors.joining(", ")),
                language.value(history.current().value(), format),
                HistoryChart.expected(history, format, language),
                history.status() == Status.PASS ? null : language.sentence(history.sentence()),
                HistoryChart.of(history, format, language),
                history.points().stream()
                        .map(point ->
                                new PastRow(language.window(point.window()), language.value(point.value(), format)))
                        .toList());
    }

    private static String strategy(ReportHistory history, Language language) {
        String key = "history.strategy." + history.strategy();
        String strategy = language.keys().contains(key)
                ? language.text(key)
                : language.name(history.strategy()).shown();
        return history.sameWeekday() ? language.text("history.same-weekday", strategy) : strategy;
    }

    /** The store has in percent what is called so. */
    private static DoubleFunction<String> format(String metric, Language language) {
        if (metric.startsWith(PERCENT)) {
            return percent -> language.share(percent / 100);
        }
        return Language.isShare(metric) ? language::share : language::number;
    }
}
