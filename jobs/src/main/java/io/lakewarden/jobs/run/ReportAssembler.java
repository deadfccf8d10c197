package io.lakewarden.jobs.run;

import io.lakewarden.drift.BinningRule;
import io.lakewarden.drift.ColumnImportance;
import io.lakewarden.drift.DatasetDrift;
import io.lakewarden.drift.DriftPolicy;
import io.lakewarden.drift.FalseDiscovery;
import io.lakewarden.drift.Smoothing;
import io.lakewarden.history.ExpectedBand;
import io.lakewarden.history.HistoryResult;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.ReferenceConfig;
import io.lakewarden.jobs.source.RowSample;
import io.lakewarden.jobs.store.RunFacts;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.report.DatasetInput;
import io.lakewarden.report.NamedText;
import io.lakewarden.report.ReportColumn;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportFoundSlice;
import io.lakewarden.report.ReportHeader;
import io.lakewarden.report.ReportHistory;
import io.lakewarden.report.ReportHistoryPoint;
import io.lakewarden.report.ReportInputs;
import io.lakewarden.report.ReportVerdict;
import io.lakewarden.result.ColumnRole;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes the content of {@code report.json} from what a run found. */
final class ReportAssembler {
    private final MonitorConfig config;
    private final Optional<RowSample> sample;
    private final DriftPolicy policy;
    private final Optional<ColumnImportance> importance;
    private final MonitorRows current;
    private final PinnedReference pinned;

    ReportAssembler(RunRequest request, MonitorRows current, PinnedReference pinned) {
        this.config = request.config();
        this.sample = request.options().sample();
        this.policy = DriftPolicies.of(config);
        this.importance = Importances.of(config);
        this.current = current;
        this.pinned = pinned;
    }

    ReportDocument assemble(CommittedWindow window, Trends trends) {
        Judgement judgement = window.judgement();
        Optional<DatasetProfile> reference = judgement.compared();
        ReportColumns maker = new ReportColumns(policy, trends, window.facts().window());
        List<ReportColumn> columns = maker.of(reference, judgement.profile().whole(), judgement.drift()).stream()
                .map(this::weighed)
                .toList();
        ReportSlices slices = new ReportSlices(judgement, maker::weight);
        Optional<List<ReportFoundSlice>> found = judgement
                .foundSlices()
                .flatMap(SliceSearchOutcome::found)
                .or(() -> window.kept().flatMap(KeptSections::foundSlices));
        ReportDocument document = new ReportDocument(
                header(window),
                ReportVerdict.of(judgement.findings(), columns),
                inputs(window, reference),
                WorstFirst.of(judgement.findings()),
                slices.all(),
                columns,
                details(window),
                notes(columns, judgement.foundSlices(), found.isPresent()));
        ReportDocument full = document.withHistory(
                        judgement.history().stream().map(this::history).toList())
                .withSkew(judgement.skew().map(skew -> new ReportSkews(config, maker).of(skew)))
                .withMovedSlices(slices.furthest())
                .withMultivariate(judgement.multivariate())
                .withOutliers(judgement.outliers())
                .withFoundSlices(found);
        return window.kept().map(kept -> kept.in(full)).orElse(full);
    }

    /** Where the monitor says how much columns matter, an input that it passes over matters nothing. */
    private ReportColumn weighed(ReportColumn column) {
        boolean named = config.importance().weights().containsKey(column.name());
        return importance
                .filter(it -> named || column.role() == ColumnRole.FEATURE)
                .map(it -> column.withImportance(OptionalDouble.of(it.multiple(column.name()))))
                .orElse(column);
    }

    private ReportHistory history(HistoryResult result) {
        List<ReportHistoryPoint> points = new ArrayList<>();
        result.earlier().forEach(point -> points.add(new ReportHistoryPoint(point.window(), point.value())));
        points.add(new ReportHistoryPoint(
                result.current().window(), result.current().value()));
        return new ReportHistory(
                result.check().column(),
                result.check().metric(),
                result.check().strategy().name(),
                result.check().strategy().settings().entrySet().stream()
                        .map(setting -> new NamedText(
                                setting.getKey(), setting.getValue().toString()))
                        .toList(),
                result.check().sameWeekday(),
                result.status(),
                result.band().map(ExpectedBand::lowest).orElse(OptionalDouble.empty()),
                result.band().map(ExpectedBand::highest).orElse(OptionalDouble.empty()),
                points,
                masked(result.finding().sentence()));
    }

    private ReportHeader header(CommittedWindow window) {
        RunFacts facts = window.facts();
        boolean timeless = config.time().isEmpty();
        return new ReportHeader(
                config.monitor(),
                masked(config.title().orElse(config.monitor()))
                        + sample.map(it -> " – " + SampleNotice.name(it)).orElse(""),
                facts.window(),
                timeless
                        ? Optional.of(facts.window()
                                .start()
                                .atOffset(ZoneOffset.UTC)
                                .toLocalDate()
                                .toString())
                        : Optional.empty(),
                facts.runId(),
                facts.finishedAt(),
                facts.granularity(),
                window.kept().map(KeptSections::run));
    }

    private ReportInputs inputs(CommittedWindow window, Optional<DatasetProfile> reference) {
        String format = config.source().format().name().toLowerCase(Locale.ROOT);
        DatasetInput now = new DatasetInput(
                masked(current.description()),
                format,
                Optional.of(window.facts().inputs().sourceSnapshot()),
                window.judgement().profile().rows(),
                sample.map(it -> "a " + SampleNotice.name(it) + " of the ").orElse("")
                        + masked(currentRows(window.facts())),
                Optional.empty());
        return new ReportInputs(
                now,
                reference.map(profile -> new DatasetInput(
                        masked(referencePath()),
                        format,
                        Optional.of(pinned.snapshot()),
                        profile.rows(),
                        masked(referenceRows(profile)),
                        config.reference() instanceof ReferenceConfig.Previous
                                ? Optional.empty()
                                : Optional.of(pinned.pinnedAt()))),
                sample.map(it ->
                        SampleNotice.sentence(it, window.judgement().profile().rows())));
    }

    private String masked(String text) {
        return config.secrets().mask(text);
    }

    private String currentRows(RunFacts facts) {
        String rows = config.time().isPresent()
                ? "rows of " + facts.window() + " by " + config.time().get().column()
                : "all rows";
        return rows
                + config.current()
                        .where()
                        .map(predicate -> " where " + predicate)
                        .orElse("");
    }

    private String referencePath() {
        if (!(config.reference() instanceof ReferenceConfig.Rows rows)) {
            return current.description();
        }
        return rows.selection().paths().isEmpty()
                ? rows.selection()
                        .rows()
                        .flatMap(it -> config.source().jdbc().map(database -> database.description(it)))
                        .orElseGet(current::description)
                : String.join(", ", rows.selection().paths());
    }

    private String referenceRows(DatasetProfile profile) {
        if (config.reference() instanceof ReferenceConfig.Previous previous) {
            return "the " + previous.windows() + " windows before, " + profile.window() + ofSamePhase()
                    + ", in the bins of " + previous.pinned();
        }
        if (config.reference() instanceof ReferenceConfig.Pinned range) {
            return "pinned range " + range.window() + ofSamePhase();
        }
        return "all rows"
                + ((ReferenceConfig.Rows) config.reference())
                        .selection()
                        .where()
                        .map(predicate -> " where " + predicate)
                        .orElse("");
    }

    private String ofSamePhase() {
        return config.drift()
                .same()
                .map(phase -> ", only windows of the same " + phase.word())
                .orElse("");
    }

    private List<NamedText> details(CommittedWindow window) {
        RunFacts facts = window.facts();
        List<NamedText> details = new ArrayList<>();
        details.add(new NamedText("Run id", facts.runId()));
        window.origin().sentence().ifPresent(sentence -> details.add(new NamedText("Profile", sentence)));
        details.add(new NamedText("Reference id", pinned.id()));
        details.add(new NamedText("Configuration", facts.inputs().configurationDigest()));
        details.add(new NamedText("Binning", new BinningRule(config.drift().bins()).id()));
        details.add(new NamedText("Smoothing", Smoothing.DEFAULT.toString()));
        details.add(new NamedText("Significance", Double.toString(config.drift().significance())));
        window.judgement()
                .drift()
                .map(DatasetDrift::tests)
                .ifPresent(tests -> details.add(new NamedText("False discovery rate", familyOf(tests))));
        details.add(new NamedText("Lakewarden", facts.version()));
        details.add(new NamedText("Started", facts.startedAt().toString()));
        details.add(new NamedText(
                "Seconds until judged",
                Long.toString(
                        Duration.between(facts.startedAt(), facts.finishedAt()).toSeconds())));
        return details;
    }

    private String familyOf(int tests) {
        FalseDiscovery held = config.drift().falseDiscovery();
        String columns = tests + (tests == 1 ? " column" : " columns");
        return switch (held.correction()) {
            case NONE -> "not held, for " + columns;
            case BENJAMINI_HOCHBERG -> held.rate() + " over " + columns + ", Benjamini–Hochberg";
            case BENJAMINI_YEKUTIELI -> held.rate() + " over " + columns + ", Benjamini–Yekutieli";
        };
    }

    private List<String> notes(
            List<ReportColumn> columns, Optional<SliceSearchOutcome> search, boolean showsFoundSlices) {
        List<String> notes = new ArrayList<>();
        if (columns.stream().anyMatch(column -> column.season().isPresent())) {
            notes.add("Season: a column marked so differs from the whole reference, but no more than windows of the"
                    + " reference itself do. That is how this data moves through the year, not decay.");
        }
        if (config.sliceSearch().isPresent() && !showsFoundSlices) {
            String reason = search.flatMap(SliceSearchOutcome::obstacle).orElse("rows were not read for this report");
            notes.add(masked(
                    "Slices that nobody named were not looked for: " + reason + (reason.endsWith(".") ? "" : ".")));
        }
        return notes;
    }
}
