package io.lakewarden.report.view;

import io.lakewarden.report.ReportOutliers;
import io.lakewarden.report.text.Language;
import io.lakewarden.report.view.OutliersView.ColumnRow;
import io.lakewarden.report.view.OutliersView.ExampleView;
import io.lakewarden.report.view.OutliersView.NameView;
import io.lakewarden.report.view.OutliersView.RateView;
import io.lakewarden.report.view.OutliersView.ReasonView;

/** Shows rows that are unlike those of the reference. */
final class OutliersPresenter {
    private OutliersPresenter() {}

    static OutliersView of(ReportOutliers outliers, Language language) {
        return new OutliersView(
                outliers.rates().stream().map(rate -> rate(rate, language)).toList(),
                outliers.columns().stream()
                        .map(column -> new ColumnRow(
                                language.name(column.name()),
                                language.name(column.seen()),
                                language.count(column.outside()),
                                language.count(column.beyondFences())))
                        .toList(),
                outliers.examples().stream()
                        .map(example -> example(example, language))
                        .toList(),
                outliers.without().isEmpty()
                        ? null
                        : language.sentence(language.text("outliers.without", String.join(", ", outliers.without()))));
    }

    private static RateView rate(ReportOutliers.Rate rate, Language language) {
        return new RateView(
                way(rate.check(), language),
                StatusView.of(rate.status(), language),
                language.text("outliers.rows-of", language.count(rate.outliers()), language.count(rate.rows())),
                language.value(rate.share(), language::share),
                language.share(rate.expected()));
    }

    private static ExampleView example(ReportOutliers.Example example, Language language) {
        return new ExampleView(
                example.identity().stream()
                        .map(name -> new NameView(language.name(name.name()), language.name(name.value())))
                        .toList(),
                way(example.check(), language),
                example.reasons().stream()
                        .map(reason -> new ReasonView(
                                language.name(reason.column()),
                                language.name(reason.value()),
                                language.name(reason.limit())))
                        .toList());
    }

    private static String way(String check, Language language) {
        String key = "outliers.way." + check;
        return language.keys().contains(key)
                ? language.text(key)
                : language.name(check).shown();
    }
}
