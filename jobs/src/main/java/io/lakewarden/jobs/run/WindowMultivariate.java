package io.lakewarden.jobs.run;

import io.lakewarden.drift.SampledScores;
import io.lakewarden.drift.multivariate.AssociationChange;
import io.lakewarden.drift.multivariate.CorrelationChange;
import io.lakewarden.drift.multivariate.Entities;
import io.lakewarden.drift.multivariate.PairChanges;
import io.lakewarden.drift.multivariate.Reconstruction;
import io.lakewarden.drift.multivariate.ReconstructionTest;
import io.lakewarden.drift.multivariate.SeparationTest;
import io.lakewarden.drift.multivariate.Stretches;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.MultivariateConfig;
import io.lakewarden.jobs.config.ReferenceConfig;
import io.lakewarden.jobs.config.TimeConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.store.StoreFiles;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
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
import java.util.function.Predicate;
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
    private static final int SHOWN_PAIRS = 8;

    /** More columns would take more pairs than anybody reads. */
    private static final int MOST_NUMBERS = 100;

    private final MonitorConfig config;
    private final MonitorRows rows;
    private final Supplier<MonitorRows> reference;
    private final PinnedReference pinned;
    private final StoreFiles files;
    private final Map<Window, TableSample> references = new HashMap<>();
    private final Map<Season, Optional<SeparationTest>> seasons = new HashMap<>();

    /** What windows of one length are held against alike: stretches of a reference, told apart by the texts of a column or by all others. */
    private record Season(Window reference, List<Stretches.Stretch> stretches, Optional<String> texts) {}

    WindowMultivariate(
            MonitorConfig config,
            MonitorRows rows,
            Supplier<MonitorRows> reference,
            PinnedReference pinned,
            StoreFiles files) {
        this.config = config;
        this.rows = rows;
        this.reference = reference;
        this.pinned = pinned;
        this.files = files;
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
    public Optional<Predicate<String>> numbers() {
        return Optional.of(number -> {
            String name = number.replaceFirst("\\..*", "");
            return MultivariateNumbers.NAMES.contains(name) || SampledScores.canFill(name);
        });
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
        return judge(window, before, judgement, config.multivariate().get(), findings);
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
        Optional<String> entity = entity(multivariate);
        List<ColumnSpec> features =
                features(multivariate, entity, judgement.reference().get());
        List<ColumnSpec> columns = new ArrayList<>(features);
        entity.ifPresent(it -> columns.add(new ColumnSpec(it, ColumnKind.CATEGORICAL, "")));
        List<ColumnSpec> timed = new ArrayList<>(columns);
        config.time().ifPresent(time -> timed.add(new ColumnSpec(time.column(), ColumnKind.TEMPORAL, "")));
        RowSampler sampler = new RowSampler(multivariate.sample(), multivariate.seed());
        Dataset<Row> current = rows.of(window);
        TableSample is = sampler.draw(current, columns);
        List<String> numeric = numeric(features, judgement.reference().get().whole());
        StoredReconstructions kept = new StoredReconstructions(files, config.monitor(), pinned.id(), multivariate);
        Optional<Reconstruction> stored = isPinned() ? kept.find(before, numeric) : Optional.empty();
        TableSample was;
        try {
            was = references.computeIfAbsent(before, it -> sampler.draw(referenceRows(it), timed));
        } catch (UserException e) {
            return withoutReferenceRows(judgement, findings, stored, is, e.getMessage());
        }
        Optional<String> time = config.time().map(TimeConfig::column);
        int[] order = SampleOrder.of(was, time);
        SampledNumbers numbers = new SampledNumbers(was, is, numeric, order);
        List<String> texts = features.stream()
                .map(ColumnSpec::name)
                .filter(column -> TextClassifier.isFreeText(was, column))
                .toList();
        List<String> others = features.stream()
                .map(ColumnSpec::name)
                .filter(column -> !texts.contains(column))
                .toList();

        MultivariateNumbers measured = new MultivariateNumbers();
        List<Finding> made = new ArrayList<>();
        DomainClassifier classifier =
                new DomainClassifier(current.sparkSession(), multivariate.sample(), multivariate.seed());
        Optional<Separation> separation = classifier.separate(was, is, others, entity);
        Optional<SeparationTest> area =
                separation.flatMap(it -> SeparationTest.of(it.scores(), PERMUTATIONS, multivariate.seed()));
        ReferenceStretches stretches = new ReferenceStretches(was, order);
        List<Stretches.Stretch> chosen = SampleOrder.isKnown(was, time) ? stretches.chosen(before, window) : List.of();
        Optional<SeparationTest> season = area.filter(findings::alarms)
                .flatMap(it ->
                        season(new Season(before, chosen, Optional.empty()), stretches, (rest, stretch) -> classifier
                                .separate(rest, stretch, others, entity)
                                .map(Separation::scores)));
        area.ifPresent(measured::separation);
        season.ifPresent(measured::separationOfReference);
        made.add(findings.separation(area, separation, season));

        Optional<ReconstructionTest> rebuilt = stored.or(() -> fitted(before, numbers, kept))
                .flatMap(it -> ReconstructionTest.of(it, SampledNumbers.of(is, it.columns())));
        rebuilt.ifPresent(measured::reconstruction);
        made.add(findings.reconstruction(rebuilt));

        List<String> categories = SampledCategories.columns(was, is, others);
        int[] asDrawn = SampleOrder.of(is, Optional.empty());
        Optional<Entities> entities = entity.map(it -> Entities.of(was.keys(it, order), is.keys(it, asDrawn)));
        PairChanges changes = new PairChanges(
                        CorrelationChange.of(numbers.referenceByName(), numbers.currentByName(), entities),
                        AssociationChange.of(
                                SampledCategories.of(was, categories, order),
                                SampledCategories.of(is, categories, asDrawn),
                                entities,
                                PERMUTATIONS,
                                multivariate.seed()))
                .heldTogether(config.drift().falseDiscovery());
        ChangedPairs correlations = findings.correlations(changes.correlations());
        ChangedPairs associations = findings.associations(changes.associations());
        measured.pairs(correlations, associations);
        made.add(correlations.finding());
        made.add(associations.finding());

        TextClassifier byTexts = new TextClassifier(
                current.sparkSession(), Math.min(MOST_ROWS_OF_TEXTS, multivariate.sample()), multivariate.seed());
        List<ReportMultivariate.TextSeparation> told = new ArrayList<>();
        for (String column : texts.subList(0, Math.min(MOST_TEXTS, texts.size()))) {
            Optional<SeparationTest> test = byTexts.scores(was, is, column, entity)
                    .flatMap(scores -> SeparationTest.of(scores, PERMUTATIONS, multivariate.seed()));
            Optional<SeparationTest> ofReference = test.filter(findings::alarms)
                    .flatMap(it -> season(
                            new Season(before, chosen, Optional.of(column)),
                            stretches,
                            (rest, stretch) -> byTexts.scores(rest, stretch, column, entity)));
            made.add(findings.text(column, test, ofReference));
            ofReference.ifPresent(it -> measured.textOfReference(column, it));
            test.ifPresent(it -> {
                measured.text(column, it);
                told.add(MultivariateReports.text(column, it, byTexts.rowsPerSide(was, is)));
            });
        }
        SampledScores sampled = new SampledScores(config.drift().significance(), numbers.values());
        Judgement filled = judgement.withDrift(sampled::fill);
        filled.drift().ifPresent(drift -> made.addAll(sampled.judge(drift, MultivariateFindings.SOURCE)));
        return measured.into(filled)
                .withMultivariate(
                        Optional.of(MultivariateReports.of(
                                was,
                                is,
                                entity,
                                area.map(it ->
                                        MultivariateReports.separation(it, separation.orElseThrow(), SHOWN_FEATURES)),
                                rebuilt.map(MultivariateReports::reconstruction),
                                changes,
                                SHOWN_PAIRS,
                                told)),
                        made.stream().map(rows::masked).toList());
    }

    /** The stretch of the reference that stands out most, looked for once for all windows that ask alike. */
    private Optional<SeparationTest> season(
            Season asked, ReferenceStretches stretches, ReferenceStretches.Classifier classifier) {
        return seasons.computeIfAbsent(asked, it -> stretches.most(it.stretches(), classifier));
    }

    /** Fitted to the reference's rows, and kept where the reference stays the same. */
    private Optional<Reconstruction> fitted(Window before, SampledNumbers numbers, StoredReconstructions kept) {
        Optional<Reconstruction> fitted = Reconstruction.fit(numbers.columns(), numbers.referenceInOrder());
        if (isPinned()) {
            fitted.ifPresent(it -> kept.keep(before, it));
        }
        return fitted;
    }

    /** What can be said without the reference's rows: how its stored directions rebuild those of the window. */
    private Judgement withoutReferenceRows(
            Judgement judgement,
            MultivariateFindings findings,
            Optional<Reconstruction> stored,
            TableSample is,
            String reason) {
        Optional<ReconstructionTest> rebuilt =
                stored.flatMap(it -> ReconstructionTest.of(it, SampledNumbers.of(is, it.columns())));
        MultivariateNumbers measured = new MultivariateNumbers();
        rebuilt.ifPresent(measured::reconstruction);
        List<Finding> made = new ArrayList<>(List.of(findings.unread(reason)));
        rebuilt.ifPresent(test -> made.add(findings.reconstruction(rebuilt)));
        return measured.into(judgement).with(made.stream().map(rows::masked).toList());
    }

    /** The column whose rows belong together: the one that is named here, or for all tests where the key has one column. */
    private Optional<String> entity(MultivariateConfig multivariate) {
        List<String> cluster = config.drift().cluster();
        return multivariate.entity().or(() -> Optional.of(cluster)
                .filter(key ->
                        key.size() == 1 && rows.clusterObstacle(key.get(0)).isEmpty())
                .map(key -> key.get(0)));
    }

    /** Whether every window is held against the same rows. */
    private boolean isPinned() {
        return !(config.reference() instanceof ReferenceConfig.Previous);
    }

    /** The columns of numbers on both sides. */
    private static List<String> numeric(List<ColumnSpec> features, DatasetProfile before) {
        return features.stream()
                .filter(column -> column.kind() == ColumnKind.NUMERIC)
                .map(ColumnSpec::name)
                .filter(column -> before.column(column)
                        .filter(it -> it.kind() == ColumnKind.NUMERIC)
                        .isPresent())
                .limit(MOST_NUMBERS)
                .toList();
    }

    /**
     * The inputs of a model that both sides have: no times, identifiers, labels and predictions, and no columns that the storage is laid out by, unless
     * the monitor says that they are inputs.
     */
    private List<ColumnSpec> features(MultivariateConfig multivariate, Optional<String> entity, SlicedProfile before) {
        Map<String, ColumnRole> roles = config.roles();
        Set<String> left = new HashSet<>(multivariate.ignore());
        entity.ifPresent(left::add);
        rows.partitionColumns().stream()
                .filter(column -> !config.columns().protectedAttributes().contains(column))
                .filter(column -> !config.importance().weights().containsKey(column))
                .forEach(left::add);
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
