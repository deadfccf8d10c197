package io.lakewarden.jobs.run;

import io.lakewarden.drift.SampledScores;
import io.lakewarden.drift.multivariate.CorrelationChange;
import io.lakewarden.drift.multivariate.ReconstructionTest;
import io.lakewarden.drift.multivariate.SeparationTest;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.MultivariateConfig;
import io.lakewarden.jobs.config.ReferenceConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.report.ReportMultivariate;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Window;
import io.lakewarden.spark.multivariate.DomainClassifier;
import io.lakewarden.spark.multivariate.Separation;
import io.lakewarden.spark.multivariate.TextClassifier;
import io.lakewarden.spark.sample.RowSampler;
import io.lakewarden.spark.sample.TableSample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Holds the columns of windows against the reference together, where the monitor asks for it: on samples of both sides, that of the reference
 * drawn once for all windows.
 */
final class WindowMultivariate implements RowCheck {
    /** No more permutations are needed for the smallest p-value that is asked for. */
    private static final int PERMUTATIONS = 999;

    /** More columns of free text, or more rows of them, take longer than they tell. */
    private static final int MOST_TEXTS = 5;

    private static final int MOST_ROWS_OF_TEXTS = 5_000;
    private static final int SHOWN_FEATURES = 8;
    private static final int SHOWN_CORRELATIONS = 8;

    private final MonitorConfig config;
    private final MonitorRows rows;
    private final Supplier<MonitorRows> reference;
    private final Map<Window, TableSample> references = new HashMap<>();

    WindowMultivariate(MonitorConfig config, MonitorRows rows, Supplier<MonitorRows> reference) {
        this.config = config;
        this.rows = rows;
        this.reference = reference;
    }

    @Override
    public boolean isAsked() {
        return config.multivariate().isPresent();
    }

    @Override
    public String activity() {
        return "comparing columns together";
    }

    @Override
    public boolean made(Finding finding) {
        return finding.source().equals(MultivariateFindings.SOURCE);
    }

    @Override
    public Judgement judge(Window window, Judgement judgement) {
        if (judgement.reference().isEmpty()) {
            return judgement;
        }
        MultivariateFindings findings = new MultivariateFindings(config);
        Window before = judgement.reference().get().whole().window();
        if (overlaps(window, before)) {
            return told(judgement, findings.partOfTheReference());
        }
        long minimum = config.drift().minimumRows();
        if (judgement.profile().rows() < minimum || judgement.reference().get().rows() < minimum) {
            return told(judgement, findings.tooFewRows(minimum));
        }
        try {
            return judge(window, before, judgement, config.multivariate().get(), findings);
        } catch (UserException e) {
            return told(judgement, findings.unread(e.getMessage()));
        }
    }

    /** Rows that are on both sides would make them look alike; references without a time are other rows by what the user says. */
    private boolean overlaps(Window window, Window before) {
        return !(config.reference() instanceof ReferenceConfig.Rows)
                && before.start().isBefore(window.end())
                && window.start().isBefore(before.end());
    }

    private Judgement told(Judgement judgement, Finding finding) {
        return judgement.with(List.of(rows.masked(finding)));
    }

    private Judgement judge(
            Window window,
            Window before,
            Judgement judgement,
            MultivariateConfig multivariate,
            MultivariateFindings findings) {
        List<ColumnSpec> features = features(multivariate, judgement.reference().get());
        List<ColumnSpec> columns = new ArrayList<>(features);
        multivariate.entity().ifPresent(entity -> columns.add(new ColumnSpec(entity, ColumnKind.CATEGORICAL, "")));
        List<ColumnSpec> timed = new ArrayList<>(columns);
        config.time().ifPresent(time -> timed.add(new ColumnSpec(time.column(), ColumnKind.TEMPORAL, "")));
        RowSampler sampler = new RowSampler(multivariate.sample(), multivariate.seed());
        TableSample was = references.computeIfAbsent(before, it -> sampler.draw(referenceRows(it), timed));
        Dataset<Row> current = rows.of(window);
        TableSample is = sampler.draw(current, columns);
        List<String> texts = features.stream()
                .map(ColumnSpec::name)
                .filter(column -> TextClassifier.isFreeText(was, column))
                .toList();
        List<String> others = features.stream()
                .map(ColumnSpec::name)
                .filter(column -> !texts.contains(column))
                .toList();
        SampledNumbers numbers =
                new SampledNumbers(was, is, features, config.time().map(time -> time.column()));

        List<Finding> made = new ArrayList<>();
        Optional<Separation> separation = new DomainClassifier(
                        current.sparkSession(), multivariate.sample(), multivariate.seed())
                .separate(was, is, others, multivariate.entity());
        Optional<SeparationTest> area =
                separation.flatMap(it -> SeparationTest.of(it.scores(), PERMUTATIONS, multivariate.seed()));
        made.add(findings.separation(area, separation));
        Optional<ReconstructionTest> rebuilt = ReconstructionTest.of(numbers.referenceInOrder(), numbers.current());
        made.add(findings.reconstruction(rebuilt));
        List<CorrelationChange> changes = CorrelationChange.of(
                numbers.referenceByName(),
                numbers.currentByName(),
                config.drift().falseDiscovery());
        made.add(findings.correlation(changes));
        TextClassifier byTexts = new TextClassifier(
                current.sparkSession(), Math.min(MOST_ROWS_OF_TEXTS, multivariate.sample()), multivariate.seed());
        List<ReportMultivariate.TextSeparation> told = new ArrayList<>();
        for (String column : texts.subList(0, Math.min(MOST_TEXTS, texts.size()))) {
            byTexts.scores(was, is, column, multivariate.entity())
                    .flatMap(scores -> SeparationTest.of(scores, PERMUTATIONS, multivariate.seed()))
                    .ifPresent(test -> {
                        made.add(findings.text(column, test));
                        told.add(MultivariateReports.text(column, test, byTexts.rowsPerSide(was, is)));
                    });
        }
        SampledScores sampled = new SampledScores(config.drift().significance(), numbers.values());
        Judgement filled = judgement.withDrift(sampled::fill);
        filled.drift().ifPresent(drift -> made.addAll(sampled.judge(drift, MultivariateFindings.SOURCE)));
        return filled.withMultivariate(
                Optional.of(MultivariateReports.of(
                        was,
                        is,
                        multivariate.entity(),
                        area.map(it -> MultivariateReports.separation(it, separation.orElseThrow(), SHOWN_FEATURES)),
                        rebuilt.map(MultivariateReports::reconstruction),
                        changes,
                        SHOWN_CORRELATIONS,
                        told)),
                made.stream().map(rows::masked).toList());
    }

    /** The inputs of a model that both sides have: no times, identifiers, labels and predictions. */
    private List<ColumnSpec> features(MultivariateConfig multivariate, SlicedProfile before) {
        Map<String, ColumnRole> roles = config.roles();
        Set<String> left = new HashSet<>(multivariate.ignore());
        multivariate.entity().ifPresent(left::add);
        return rows.columns().stream()
                .filter(column -> column.kind() == ColumnKind.NUMERIC
                        || column.kind() == ColumnKind.CATEGORICAL
                        || column.kind() == ColumnKind.BOOLEAN)
                .filter(column -> !left.contains(column.name()))
                .filter(column -> switch (roles.getOrDefault(column.name(), ColumnRole.FEATURE)) {
                    case FEATURE, PROTECTED -> true;
                    case ID, TIME, LABEL, PREDICTION -> false;
                })
                .filter(column -> before.whole().column(column.name()).isPresent())
                .toList();
    }

    private Dataset<Row> referenceRows(Window before) {
        if (config.reference() instanceof ReferenceConfig.Previous) {
            return rows.of(before);
        }
        MonitorRows read = reference.get();
        return config.reference() instanceof ReferenceConfig.Pinned pinned ? read.of(pinned.window()) : read.all();
    }
}
