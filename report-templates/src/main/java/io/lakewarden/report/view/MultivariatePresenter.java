package io.lakewarden.report.view;

import io.lakewarden.report.ReportMultivariate;
import io.lakewarden.report.ReportMultivariate.Correlation;
import io.lakewarden.report.ReportMultivariate.Reconstruction;
import io.lakewarden.report.ReportMultivariate.Separation;
import io.lakewarden.report.ReportMultivariate.TextSeparation;
import io.lakewarden.report.text.Language;
import io.lakewarden.report.text.Text;
import io.lakewarden.report.view.MultivariateView.TogetherRow;
import io.lakewarden.report.view.MultivariateView.TogetherTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Shows how the columns go together: what a classifier makes of them, what their main directions leave out, and changed correlations. */
final class MultivariatePresenter {
    private final Language language;

    private MultivariatePresenter(Language language) {
        this.language = language;
    }

    static MultivariateView of(ReportMultivariate multivariate, Language language) {
        return new MultivariatePresenter(language).view(multivariate);
    }

    private MultivariateView view(ReportMultivariate multivariate) {
        List<TogetherTable> tables = new ArrayList<>();
        multivariate.separation().ifPresent(it -> {
            tables.add(separation(
                    language.text("multivariate.classifier"),
                    "multivariate.classifier.hint",
                    it,
                    List.of(separation(words("multivariate.area"), it))));
            tables.add(features(it));
        });
        multivariate.texts().stream().findFirst().ifPresent(first -> tables.add(texts(first, multivariate.texts())));
        multivariate.reconstruction().ifPresent(it -> tables.add(reconstruction(it)));
        if (!multivariate.correlations().isEmpty()) {
            tables.add(correlations(multivariate));
        }
        if (!multivariate.associations().isEmpty()) {
            tables.add(associations(multivariate));
        }
        return new MultivariateView(
                language.text(
                        "multivariate.sampling",
                        language.count(multivariate.referenceSample()),
                        language.count(multivariate.referenceRows()),
                        language.count(multivariate.currentSample()),
                        language.count(multivariate.currentRows())),
                multivariate
                        .entity()
                        .map(entity -> language.sentence(language.text(
                                "multivariate.entity", language.name(entity).shown())))
                        .orElse(null),
                tables);
    }

    private TogetherTable texts(TextSeparation first, List<TextSeparation> texts) {
        return separation(
                language.text("multivariate.texts"),
                "multivariate.texts.hint",
                first.separation(),
                texts.stream()
                        .map(text -> separation(language.name(text.column()), text.separation()))
                        .toList());
    }

    private TogetherTable separation(String heading, String hint, Separation separation, List<TogetherRow> rows) {
        return new TogetherTable(
                heading,
                language.text(
                        hint, language.count(separation.rowsPerSide()), language.count(separation.permutations())),
                headings(
                        "multivariate.measure",
                        "multivariate.value",
                        "multivariate.interval",
                        "multivariate.by-chance",
                        "multivariate.p-value"),
                rows);
    }

    private TogetherRow separation(Text name, Separation separation) {
        return row(
                name,
                language.score(separation.area()),
                range(separation.lower(), separation.upper()),
                language.text("history.at-most", language.score(separation.chance())),
                language.pValue(separation.pValue()));
    }

    private TogetherTable features(Separation separation) {
        return new TogetherTable(
                language.text("multivariate.features"),
                language.text("multivariate.features.hint"),
                headings("multivariate.column", "multivariate.importance"),
                separation.features().stream()
                        .map(feature -> row(language.name(feature.column()), language.share(feature.importance())))
                        .toList());
    }

    private TogetherTable reconstruction(Reconstruction reconstruction) {
        return new TogetherTable(
                language.text("multivariate.reconstruction"),
                language.text(
                        "multivariate.reconstruction.hint",
                        language.count(reconstruction.directions()),
                        language.count(reconstruction.columns()),
                        language.count(reconstruction.stretches())),
                headings("multivariate.measure", "multivariate.value", "multivariate.stretches", "multivariate.band"),
                List.of(row(
                        words("multivariate.error"),
                        language.score(reconstruction.error()),
                        language.score(reconstruction.expected()),
                        range(reconstruction.lower(), reconstruction.upper()))));
    }

    private TogetherTable correlations(ReportMultivariate multivariate) {
        return new TogetherTable(
                language.text("multivariate.correlations"),
                language.counted("multivariate.correlations.hint", multivariate.pairs()),
                headings(
                        "multivariate.pair",
                        "multivariate.spearman",
                        "multivariate.pearson",
                        "multivariate.size",
                        "multivariate.p-value"),
                multivariate.correlations().stream().map(this::correlation).toList());
    }

    private TogetherRow correlation(Correlation change) {
        return row(
                both(change.first(), change.second()),
                fromTo(change.spearmanBefore(), change.spearmanNow()),
                fromTo(change.pearsonBefore(), change.pearsonNow()),
                language.score(change.size()),
                language.pValue(change.adjusted()));
    }

    private TogetherTable associations(ReportMultivariate multivariate) {
        return new TogetherTable(
                language.text("multivariate.associations"),
                language.counted("multivariate.associations.hint", multivariate.associationPairs()),
                headings("multivariate.pair", "multivariate.cramers-v", "multivariate.size", "multivariate.p-value"),
                multivariate.associations().stream()
                        .map(change -> row(
                                both(change.first(), change.second()),
                                fromTo(change.before(), change.now()),
                                language.score(change.size()),
                                language.pValue(change.adjusted())))
                        .toList());
    }

    private Text both(String first, String second) {
        return language.sentence(language.text(
                "multivariate.both",
                language.name(first).shown(),
                language.name(second).shown()));
    }

    private String fromTo(double before, double now) {
        return language.score(before) + " → " + language.score(now);
    }

    private String range(double from, double to) {
        return language.range(language.score(from), language.score(to));
    }

    private List<String> headings(String... keys) {
        return Stream.of(keys).map(key -> language.text(key)).toList();
    }

    private Text words(String key) {
        return language.name(language.text(key));
    }

    private static TogetherRow row(Text name, String... cells) {
        return new TogetherRow(name, List.of(cells));
    }
}
