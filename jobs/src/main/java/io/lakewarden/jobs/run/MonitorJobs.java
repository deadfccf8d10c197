package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.ReferenceConfig;
import io.lakewarden.jobs.config.RowSelection;
import io.lakewarden.jobs.config.SourceFormat;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.demo.Demo;
import io.lakewarden.jobs.init.InitOutcome;
import io.lakewarden.jobs.init.InitRequest;
import io.lakewarden.jobs.init.Initialization;
import io.lakewarden.jobs.model.ModelImportance;
import io.lakewarden.jobs.run.MonitorRun.Mode;
import io.lakewarden.jobs.site.SiteOutcome;
import io.lakewarden.jobs.site.SiteRequest;
import io.lakewarden.jobs.site.SiteUpdate;
import io.lakewarden.jobs.source.SampledRows;
import io.lakewarden.jobs.source.SourceReader;
import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.jobs.store.StoreFiles;
import io.lakewarden.jobs.store.StoreListener;
import io.lakewarden.result.Window;
import io.lakewarden.schema.Folds;
import java.time.Clock;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** The commands on Spark. The session is opened by the first that needs it, and shared by all that follow. */
public final class MonitorJobs implements Jobs {
    private final Progress progress;
    private final Clock clock;
    private final StoreListener listener;
    private Optional<SparkSession> session = Optional.empty();

    /**
     * Commands that tell {@code progress} what they do.
     *
     * @param clock says when a run started and ended; nothing else in a result depends on it
     * @param listener hears of every step of every commit
     */
    public MonitorJobs(Progress progress, Clock clock, StoreListener listener) {
        this.progress = progress;
        this.clock = clock;
        this.listener = listener;
    }

    @Override
    public RunOutcome run(RunRequest request) {
        return execute(request, Mode.PROFILE_AND_JUDGE);
    }

    @Override
    public RunOutcome profile(RunRequest request) {
        return execute(request, Mode.PROFILE);
    }

    @Override
    public RunOutcome drift(RunRequest request) {
        return execute(request, Mode.JUDGE);
    }

    @Override
    public RunOutcome validate(RunRequest request) {
        if (request.config().rules().rules().isEmpty()) {
            throw new UserException("the monitor '" + request.config().monitor()
                    + "' has no rules to validate by; name a file of them under the key rules");
        }
        return execute(request, Mode.VALIDATE);
    }

    @Override
    public RunOutcome replay(RunRequest request) {
        if (request.config().quarantine().isEmpty()) {
            throw new UserException("the monitor '" + request.config().monitor()
                    + "' has no quarantine to replay; --replay goes with the key quarantine");
        }
        return execute(request, Mode.REPLAY);
    }

    @Override
    public RunOutcome report(RunRequest request) {
        return new StoredReports(StoreFiles.at(request.store()), request).render();
    }

    @Override
    public SiteOutcome site(SiteRequest request) {
        return new SiteUpdate(StoreFiles.at(request.store()), request, progress).run();
    }

    @Override
    public InitOutcome init(InitRequest request) {
        progress.stage("looking at the data");
        try {
            return Initialization.run(request, this::session);
        } finally {
            progress.clear();
        }
    }

    @Override
    public SchemaOutcome inferSchema(SchemaRequest request) {
        SparkSession spark = session();
        ScanProgress scan = ScanProgress.on(spark.sparkContext(), progress);
        try {
            return new SchemaInferenceJob(request).run(() -> folds(request, spark));
        } finally {
            scan.close();
            progress.clear();
        }
    }

    private Folds folds(SchemaRequest request, SparkSession spark) {
        MonitorConfig config = request.config();
        progress.stage("opening the source");
        SourceReader sources = new SourceReader(spark);
        Optional<Window> range = request.range().or(() -> FoldProfiles.range(config));
        RowSelection selection = range.isEmpty() && config.reference() instanceof ReferenceConfig.Rows rows
                ? rows.selection()
                : config.current();
        MonitorRows rows = rows(config, sources, selection, range.isEmpty() ? "reference" : "current");
        DeltaStore store = DeltaStore.open(spark, request.store(), listener);
        return new FoldProfiles(config, store, rows, request.mostFolds(), progress).of(range);
    }

    @Override
    public RunOutcome demo(DemoRequest request) {
        return new Demo(this::session, this, progress).run(request);
    }

    private RunOutcome execute(RunRequest request, Mode mode) {
        SparkSession spark = session();
        ScanProgress scan = ScanProgress.on(spark.sparkContext(), progress);
        try {
            Optional<ModelImportance> model = Importances.open(request.config(), spark);
            return execute(Importances.named(request, model), model, mode, spark);
        } catch (IncrementMismatchException e) {
            return mismatched(request, e);
        } finally {
            scan.close();
            progress.clear();
        }
    }

    private RunOutcome execute(RunRequest request, Optional<ModelImportance> model, Mode mode, SparkSession spark) {
        MonitorConfig config = request.config();
        DeltaStore store = DeltaStore.open(spark, request.store(), listener);
        SourceReader sources = new SourceReader(drawsSamples(request) ? SampledRows.session(spark) : spark);
        requireFilesForSample(request);
        progress.stage("opening the source");
        MonitorRows current = rows(config, sources, config.current(), "current");
        RowSelection selection =
                config.reference() instanceof ReferenceConfig.Rows rows ? rows.selection() : RowSelection.ALL;
        Supplier<MonitorRows> referenceRows = () -> referenceRows(config, sources, selection, current);
        PinnedReference pinned =
                new ReferencePinner(config, store, referenceRows, new RunFactsMaker(config, clock), progress).pin();
        if (pinned.fresh().isEmpty()) {
            ConfiguredColumns.require(config, current, pinned);
        }
        ConfiguredColumns.requireExplainable(request.explained(), pinned);
        PinnedReference reference = request.options()
                .every()
                .map(length -> pinned.inBlocksOf(length, config.windows().orElseThrow()))
                .orElse(pinned);
        Supplier<MonitorRows> skewRows =
                () -> rows(config, sources, config.skew().orElseThrow().selection(), "skew");
        RunRequest weighed = Importances.weighed(request, model, pinned);
        RunFactsMaker facts = new RunFactsMaker(weighed.effective(), clock);
        if (request.options().sample().isPresent()) {
            // The reference is never a sample, and stays where windows that were read whole look for it.
            reference.fresh().ifPresent(fresh -> store.commit(List.of(fresh)));
            return execute(
                    weighed,
                    mode,
                    DeltaStore.open(spark, request.place(), listener),
                    current.sampled(request.options().sample().get()),
                    reference.committed(),
                    referenceRows,
                    skewRows,
                    facts);
        }
        return execute(weighed, mode, store, current, reference, referenceRows, skewRows, facts);
    }

    private RunOutcome execute(
            RunRequest request,
            Mode mode,
            DeltaStore store,
            MonitorRows current,
            PinnedReference reference,
            Supplier<MonitorRows> referenceRows,
            Supplier<MonitorRows> skewRows,
            RunFactsMaker facts) {
        NavigableMap<Window, CommittedWindow> committed = new MonitorRun(
                        request, store, current, reference, referenceRows, skewRows, facts, progress)
                .execute(request.windows(), mode);
        ReportAssembler assembler = new ReportAssembler(request, current, reference);
        return new RunReports(request, store, assembler, progress).write(committed);
    }

    private static RunOutcome mismatched(RunRequest request, IncrementMismatchException mismatch) {
        return new RunOutcome(request.windows().stream()
                .map(window -> new WindowOutcome(
                        window,
                        "",
                        ExitCode.UNEXPECTED,
                        0,
                        OptionalDouble.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.of(mismatch.sentences()
                                .getOrDefault(window, "not stored: another window of the command differs"))))
                .toList());
    }

    private static boolean drawsSamples(RunRequest request) {
        return request.options().sample().isPresent()
                || request.config().multivariate().isPresent();
    }

    /** A sample is drawn by the places of rows in their files. */
    private static void requireFilesForSample(RunRequest request) {
        MonitorConfig config = request.config();
        boolean files = config.source().format() != SourceFormat.JDBC
                || !config.current().paths().isEmpty();
        if (request.options().sample().isPresent() && !files) {
            throw new UserException("--sample draws rows by their places in files, which a table of a database does not"
                    + " have; leave it out, or draw the sample in source.query");
        }
    }

    private static MonitorRows referenceRows(
            MonitorConfig config, SourceReader sources, RowSelection selection, MonitorRows current) {
        MonitorRows rows = selection.equals(config.current()) ? current : rows(config, sources, selection, "reference");
        ConfiguredColumns.require(config, current, rows);
        return rows;
    }

    private static MonitorRows rows(MonitorConfig config, SourceReader sources, RowSelection selection, String place) {
        return new MonitorRows(config, sources.read(config.source(), config.time(), selection, place));
    }

    private SparkSession session() {
        if (session.isEmpty()) {
            progress.stage("starting Spark");
            session = Optional.of(Sessions.open());
        }
        return session.get();
    }

    @Override
    public void close() {
        session.ifPresent(SparkSession::stop);
        session = Optional.empty();
    }
}
