package io.lakewarden.jobs.run;

import io.lakewarden.drift.Threshold;
import io.lakewarden.drift.multivariate.AssociationChange;
import io.lakewarden.drift.multivariate.CorrelationChange;
import io.lakewarden.drift.multivariate.PairChange;
import io.lakewarden.drift.multivariate.ReconstructionTest;
import io.lakewarden.drift.multivariate.SeparationTest;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.MultivariateConfig;
import io.lakewarden.result.Figures;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import io.lakewarden.spark.multivariate.Separation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in one sentence each what is to be thought of how columns go together. */
final class MultivariateFindings {
    static final String SOURCE = "multivariate";

    private static final String CLASSIFIER = "domain_classifier";
    private static final String TEXTS = "text_classifier";
    private static final String RECONSTRUCTION = "reconstruction_error";
    private static final String CORRELATION = "correlation_change";
    private static final String ASSOCIATION = "association_change";
    private static final int NAMED = 3;

    private final MultivariateConfig multivariate;
    private final double significance;
    private final MonitorConfig config;

    MultivariateFindings(MonitorConfig config) {
        this.config = config;
        this.multivariate = config.multivariate().orElseThrow();
        this.significance = config.drift().significance();
    }

    /** Whether the classifier tells both sides apart well enough to matter. */
    boolean alarms(SeparationTest test) {
        return status(DriftPolicies.threshold(multivariate.domainClassifier()), test)
                .isAlert();
    }

    /**
     * Of the classifier: the lower end of the area's interval counts, and only where chance does not reach the area. What the reference does by itself is
     * worth a look, not a stop.
     *
     * @param season how well that stretch of the reference is told apart from the rest of it which stands out most, where that was looked at
     */
    Finding separation(
            Optional<SeparationTest> tested, Optional<Separation> separation, Optional<SeparationTest> season) {
        Threshold threshold = DriftPolicies.threshold(multivariate.domainClassifier());
        String expected = threshold.expectation(Figures::number);
        if (tested.isEmpty() || separation.isEmpty()) {
            return skipped(
                    CLASSIFIER,
                    expected,
                    "No classifier was trained: there is no column for it to go by, or the rows belong to too few entities to hold any out.");
        }
        SeparationTest test = tested.get();
        Optional<SeparationTest> asMuch = asMuch(test, season);
        Status status = status(threshold, test, asMuch);
        String area = area(test);
        String byChance = byChance(test);
        String by = separation.get().importances().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .limit(NAMED)
                .map(entry -> quoted(entry.getKey()) + " (" + Figures.percent(entry.getValue()) + ")")
                .collect(Collectors.joining(", "));
        String sentence = status.isAlert()
                ? "A classifier tells rows of the window from rows of the reference: area under the curve " + area
                        + ", " + byChance + "; mostly by " + by
                        + standsOutAsMuch(asMuch) + "."
                : "A classifier does not tell rows of the window from rows of the reference well enough to matter: area under the"
                        + " curve " + area + ", " + byChance + ".";
        return table(CLASSIFIER, status, area, expected, sentence);
    }

    /** Of a classifier that goes by the texts of one column. */
    Finding text(String column, Optional<SeparationTest> tested, Optional<SeparationTest> season) {
        Threshold threshold = DriftPolicies.threshold(multivariate.domainClassifier());
        if (tested.isEmpty()) {
            return Finding.of(
                    SOURCE,
                    column,
                    TEXTS,
                    Status.SKIPPED,
                    "not looked at",
                    threshold.expectation(Figures::number),
                    "No classifier of the texts of " + quoted(column)
                            + " was trained: the rows belong to too few entities to hold any out.");
        }
        SeparationTest test = tested.get();
        Optional<SeparationTest> asMuch = asMuch(test, season);
        Status status = status(threshold, test, asMuch);
        return Finding.of(
                SOURCE,
                column,
                TEXTS,
                status,
                area(test),
                threshold.expectation(Figures::number),
                "The texts of " + quoted(column) + (status.isAlert() ? " say" : " do not say")
                        + " something else than in the reference"
                        + (status.isAlert() ? "" : ", or not enough to matter")
                        + ": a classifier tells them apart with an area under the curve of " + area(test) + ", "
                        + byChance(test) + (status.isAlert() ? standsOutAsMuch(asMuch) : "") + ".");
    }

    /** The stretch of the reference that stands out as much as the window, if one does. */
    private static Optional<SeparationTest> asMuch(SeparationTest test, Optional<SeparationTest> season) {
        return season.filter(it -> it.area() >= test.lower());
    }

    private static String standsOutAsMuch(Optional<SeparationTest> asMuch) {
        return asMuch.map(it -> "; a stretch of the reference stands out from the rest of it as much ("
                        + Figures.number(it.area()) + ")")
                .orElse("");
    }

    private Status status(Threshold threshold, SeparationTest test, Optional<SeparationTest> asMuch) {
        Status judged = status(threshold, test);
        return judged.isAlert() && asMuch.isPresent() ? Status.WARN : judged;
    }

    private Status status(Threshold threshold, SeparationTest test) {
        return test.pValue() <= Math.max(significance, smallest(test))
                ? threshold.evaluate(MetricValue.between(test.area(), test.lower(), test.upper()))
                : Status.PASS;
    }

    private static double smallest(SeparationTest test) {
        return 1.0 / (1 + test.permutations());
    }

    private static String area(SeparationTest test) {
        return Figures.number(test.area()) + " (" + Figures.number(test.lower()) + " to " + Figures.number(test.upper())
                + ")";
    }

    private static String byChance(SeparationTest test) {
        return "by chance up to " + Figures.number(test.chance()) + ", p "
                + (test.pValue() <= smallest(test) ? "≤ " : "= ") + Figures.number(test.pValue());
    }

    /** Of the reconstruction: what lies outside of the band is told where it has moved far enough. */
    Finding reconstruction(Optional<ReconstructionTest> tested) {
        Threshold threshold = DriftPolicies.threshold(multivariate.reconstructionError());
        if (tested.isEmpty() || tested.get().relativeChange().isEmpty()) {
            return skipped(
                    RECONSTRUCTION,
                    "the reference's own",
                    "Nothing was rebuilt: that needs two columns of numbers that vary, more columns than directions, and twice as many"
                            + " rows of the reference as columns.");
        }
        ReconstructionTest test = tested.get();
        Status status = test.isOutside()
                ? threshold.evaluate(MetricValue.exactly(test.relativeChange().getAsDouble()))
                : Status.PASS;
        String band = Figures.number(test.lower()) + " to " + Figures.number(test.upper());
        String sentence = "Rebuilt from the reference's " + test.directions() + " main "
                + (test.directions() == 1 ? "direction" : "directions") + " of " + test.columns()
                + " columns, rows of the window miss by " + Figures.number(test.error())
                + " standard deviations; stretches of the reference by " + Figures.number(test.expected()) + " (" + band
                + ")"
                + (status.isAlert() ? ": columns go together in another way." : ".");
        return table(RECONSTRUCTION, status, Figures.number(test.error()), band, sentence);
    }

    /** Of all pairs of columns of numbers: the worst of those that are no accident. */
    ChangedPairs correlations(List<CorrelationChange> changes) {
        return changed(CORRELATION, "correlation", "two columns of numbers", changes);
    }

    /** The same of all pairs of columns of categories. */
    ChangedPairs associations(List<AssociationChange> changes) {
        return changed(ASSOCIATION, "association", "two columns of categories", changes);
    }

    /** @param largestFirst all pairs that were compared */
    private ChangedPairs changed(String check, String measure, String needed, List<? extends PairChange> largestFirst) {
        Threshold threshold = DriftPolicies.threshold(multivariate.correlationChange());
        String expected = "changes " + threshold.expectation(Figures::number) + " in Cohen's q";
        if (largestFirst.isEmpty()) {
            return new ChangedPairs(
                    0,
                    0,
                    skipped(
                            check,
                            expected,
                            "No " + measure + " was compared: that needs " + needed
                                    + " that vary, and 30 rows that have both."));
        }
        int count = largestFirst.size();
        List<? extends PairChange> alarms = largestFirst.stream()
                .filter(pair -> pair.pValue() <= significance)
                .filter(pair -> config.drift().falseDiscovery().allows(pair.adjusted()))
                .filter(pair -> status(threshold, pair).isAlert())
                .toList();
        if (alarms.isEmpty()) {
            return new ChangedPairs(
                    count,
                    0,
                    table(
                            check,
                            Status.PASS,
                            "at most " + Figures.number(largestFirst.get(0).size()),
                            expected,
                            "Of " + pairs(count) + " none changed its " + measure
                                    + " by so much; the largest change is "
                                    + told(largestFirst.get(0)) + "."));
        }
        boolean season = alarms.stream().allMatch(PairChange::isWithinReference);
        return new ChangedPairs(
                count,
                alarms.size(),
                table(
                        check,
                        worst(threshold, alarms),
                        pairs(alarms.size()),
                        expected,
                        "The " + measure + " of " + alarms.size() + " of " + pairs(count) + " changed: "
                                + alarms.stream()
                                        .limit(NAMED)
                                        .map(MultivariateFindings::told)
                                        .collect(Collectors.joining("; "))
                                + (alarms.size() > NAMED ? " and others" : "")
                                + (season ? "; stretches of the reference differ from the whole as much." : ".")));
    }

    /** What the reference does by itself is worth a look, not a stop. */
    private static Status worst(Threshold threshold, List<? extends PairChange> alarms) {
        return alarms.stream().anyMatch(pair -> status(threshold, pair) == Status.FAIL && !pair.isWithinReference())
                ? Status.FAIL
                : Status.WARN;
    }

    private static Status status(Threshold threshold, PairChange pair) {
        return threshold.evaluate(MetricValue.exactly(pair.size()));
    }

    private static String told(PairChange pair) {
        return quoted(pair.first()) + " and " + quoted(pair.second()) + " from " + Figures.number(pair.before())
                + " to " + Figures.number(pair.now());
    }

    private static String pairs(int count) {
        return count + (count == 1 ? " pair of columns" : " pairs of columns");
    }

    private static String quoted(String column) {
        return "'" + column + "'";
    }

    Finding partOfTheReference() {
        return skipped(
                "rows",
                "rows of other times",
                "Columns were not compared together: the window is a part of the reference, and rows on both sides would make"
                        + " them look alike.");
    }

    Finding tooFewRows(long minimum) {
        return skipped(
                "rows",
                "at least " + minimum + " rows",
                "Columns were not compared together: that needs " + minimum + " rows on each side.");
    }

    Finding unread(String reason) {
        return table(
                "rows",
                Status.ERROR,
                "not read",
                "rows of the reference",
                "Columns were not compared together: the rows of the reference cannot be read any more (" + reason
                        + ").");
    }

    private static Finding skipped(String check, String expected, String sentence) {
        return table(check, Status.SKIPPED, "not looked at", expected, sentence);
    }

    private static Finding table(String check, Status status, String observed, String expected, String sentence) {
        return Finding.of(SOURCE, Finding.TABLE, check, status, observed, expected, sentence);
    }
}
