package io.lakewarden.jobs.run;

import io.lakewarden.history.HistoryResult;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.run.WindowProfiles.Gathered;
import io.lakewarden.jobs.store.Attempt;
import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.jobs.store.Fingerprint;
import io.lakewarden.jobs.store.KeptDrift;
import io.lakewarden.jobs.store.RunFacts;
import io.lakewarden.jobs.store.RunKind;
import io.lakewarden.jobs.store.StoredRun;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Window;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One command over the windows of one monitor: gathers profiles, judges window after window, commits everything at once.
 * Later windows that stand in the store and took from a window which has changed are judged again from their stored
 * profiles, so that the tables are those of a clean run in order.
 */
final class MonitorRun {
    private final RunRequest request;
    private final MonitorConfig config;
    private final DeltaStore store;
    private final MonitorRows current;
    private final PinnedReference reference;
    private final RunFactsMaker facts;
    private final Progress progress;
    private final Neighbours neighbours;
    private final Judge judge;
    private final WindowRules rules;
    private final List<RowCheck> rowChecks;
    private final KeptFindings kept;
    private final KeptReports keptReports;
    private final WindowHistory history;

    MonitorRun(
            RunRequest request,
            DeltaStore store,
            MonitorRows current,
            PinnedReference reference,
            Supplier<MonitorRows> referenceRows,
            Supplier<MonitorRows> skewRows,
            RunFactsMaker facts,
            Progress progress) {
        this.request = request;
        this.config = request.effective();
        this.store = store;
        this.current = current;
        this.reference = reference;
        this.facts = facts;
        this.progress = progress;
        this.neighbours = new Neighbours(config);
        this.judge = new Judge(config);
        this.rules = new WindowRules(config, current);
        this.rowChecks = List.of(
                new WindowIntegrity(config, current, referenceRows),
                new WindowSkew(config, current, reference, skewRows),
                new WindowMultivariate(config, current, referenceRows, reference, store.files()),
                new WindowOutliers(config, current, referenceRows, reference),
                new WindowSliceSearch(config, current, referenceRows, reference));
        this.kept = new KeptFindings(config.monitor(), store);
        this.keptReports = new KeptReports(config, store.files());
        this.history = new WindowHistory(config, current, store, reference.id());
    }

    /** How far a command goes, and where it begins. */
    enum Mode {
        /** Profile the windows, then judge them. */
        PROFILE_AND_JUDGE(true, true, true),
        /** Profile the windows. */
        PROFILE(true, false, false),
        /** Judge the windows, from stored profiles where they stand. */
        JUDGE(false, true, false),
        /** Judge the windows and their rows, from stored profiles where those are of the rows as they are now. */
        VALIDATE(false, true, true),
        /** Judge the windows, and the rows that quarantine holds of them. */
        REPLAY(false, true, true);

        private final boolean scans;
        private final boolean judges;
        private final boolean rows;

        Mode(boolean scans, boolean judges, boolean rows) {
            this.scans = scans;
            this.judges = judges;
            this.rows = rows;
        }

        /** Whether what is judged are rows of the source; those that quarantine holds are not. */
        private boolean readsRows() {
            return judges && rows && this != REPLAY;
        }
    }

    /** Every window that was judged, the requested and those that follow from them, with what was committed. */
    NavigableMap<Window, CommittedWindow> execute(List<Window> windows, Mode mode) {
        List<StoredRun> comparable = comparableRuns();
        List<StoredRun> followers = mode.judges ? followers(windows, comparable) : List.of();
        List<Window> held = mode.judges ? history.after(windows, comparable) : List.of();
        Gathered gathered = gather(windows, comparable, followers, mode);
        if (request.options().verified()) {
            gathered = verified(windows, gathered, comparable);
        }
        progress.stage("judging " + windows.size() + (windows.size() == 1 ? " window" : " windows"));
        if (mode.judges) {
            history.load(union(gathered.byWindow().keySet(), held));
        }
        if (mode.judges && !mode.rows && keepsFindings()) {
            kept.load(windows);
        }
        if (mode.readsRows()) {
            rowChecks.stream().filter(RowCheck::isAsked).forEach(check -> check.load(windows));
        }
        Map<Window, Attempt> attempts = new LinkedHashMap<>();
        NavigableMap<Window, CommittedWindow> committed = new TreeMap<>();
        for (Window window :
                union(windows, followers.stream().map(StoredRun::window).toList())) {
            String runId = RunFactsMaker.newRunId();
            Judgement judgement;
            boolean asked = windows.contains(window);
            if (asked) {
                Judgement judged = withRowChecks(judge(window, gathered, mode), window, mode);
                judgement = withHistory(withRules(judged, window, runId, gathered, mode), window, mode);
            } else if (isStale(window, followers, gathered)) {
                judgement = again(window, gathered, mode);
            } else {
                continue;
            }
            Optional<StoredRun> kept = asked && mode.readsRows() ? Optional.empty() : keptRun(window, comparable, mode);
            attempts.put(window, attempt(window, runId, judgement, gathered, kept));
            committed.put(window, committed(attempts.get(window), judgement, gathered, kept));
        }
        List<Window> stale = history.stale(
                held.stream().filter(window -> !attempts.containsKey(window)).toList(), kept);
        if (!stale.isEmpty()) {
            Set<Window> supporting = new TreeSet<>(stale);
            stale.forEach(window -> supporting.addAll(neighbours.before(window)));
            Gathered later = profiles(comparable).gather(List.of(), supporting);
            for (Window window : stale) {
                Judgement judgement = again(window, later, mode);
                Optional<StoredRun> kept = keptRun(window, comparable, mode);
                attempts.put(window, attempt(window, RunFactsMaker.newRunId(), judgement, later, kept));
                committed.put(window, committed(attempts.get(window), judgement, later, kept));
            }
        }
        commit(attempts.values());
        return committed;
    }

    /** In the order of time: what a window takes from earlier ones is as this command leaves them. */
    private static Set<Window> union(Collection<Window> some, Collection<Window> others) {
        Set<Window> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    /** The judgement of a window whose rows are not read again. */
    private Judgement again(Window window, Gathered gathered, Mode mode) {
        Judgement judged =
                withKeptRowChecks(judge(window, gathered, mode), window).with(kept(window, rules::made));
        return withHistory(judged, window, mode);
    }

    private boolean isStale(Window window, List<StoredRun> followers, Gathered gathered) {
        String now = fingerprint(window, gathered);
        return followers.stream()
                .filter(follower -> follower.window().equals(window))
                .anyMatch(follower -> !follower.facts().inputs().fingerprint().equals(now));
    }

    private CommittedWindow committed(
            Attempt attempt, Judgement judgement, Gathered gathered, Optional<StoredRun> kept) {
        RunFacts run = attempt.facts();
        return new CommittedWindow(
                run,
                judgement,
                gathered.origins().get(run.window()),
                kept.flatMap(keptReports::of),
                keptReports.status(run.window()));
    }

    /** The window's last run against the same reference, whose rows are not read again. */
    private Optional<StoredRun> keptRun(Window window, List<StoredRun> comparable, Mode mode) {
        if (!mode.judges || rowChecks.stream().noneMatch(RowCheck::isAsked)) {
            return Optional.empty();
        }
        return comparable.stream().filter(run -> run.window().equals(window)).findFirst();
    }

    /** The committed runs of these rows over this reference: counts of other bins cannot be compared. */
    private List<StoredRun> comparableRuns() {
        return reference.fresh().isPresent()
                ? List.of()
                : store.runs(config.monitor()).stream()
                        .filter(run -> run.facts().inputs().referenceId().equals(Optional.of(reference.id())))
                        .filter(run -> current.selects(run.facts().inputs().sourceSnapshot()))
                        .toList();
    }

    private Gathered gather(List<Window> windows, List<StoredRun> comparable, List<StoredRun> followers, Mode mode) {
        Collection<Window> supporting = new TreeSet<>();
        if (mode.judges) {
            windows.forEach(window -> supporting.addAll(neighbours.before(window)));
            followers.forEach(follower -> supporting.addAll(neighbours.before(follower.window())));
            followers.forEach(follower -> supporting.add(follower.window()));
        }
        if (!mode.scans) {
            supporting.addAll(windows);
        }
        progress.stage("profiling " + windows.size() + (windows.size() == 1 ? " window" : " windows"));
        return profiles(comparable).gather(scanned(windows, comparable, mode), supporting);
    }

    /** The windows that are profiled whatever stands in the store. */
    private List<Window> scanned(List<Window> windows, List<StoredRun> comparable, Mode mode) {
        if (mode != Mode.VALIDATE) {
            return mode.scans ? windows : List.of();
        }
        Set<Window> ofOtherRows = comparable.stream()
                .filter(run -> !run.facts().inputs().sourceSnapshot().equals(current.snapshot()))
                .map(StoredRun::window)
                .collect(Collectors.toSet());
        return windows.stream().filter(ofOtherRows::contains).toList();
    }

    /** The judgement with what its rows tell, or told when they were last read. */
    private Judgement withRowChecks(Judgement judgement, Window window, Mode mode) {
        if (!mode.readsRows()) {
            return mode.judges ? withKeptRowChecks(judgement, window) : judgement;
        }
        Judgement judged = judgement;
        for (RowCheck check : rowChecks) {
            if (check.isAsked() && judgement.profile().rows() > 0) {
                progress.stage(check.activity() + " in " + window);
                judged = check.judge(window, judged);
            }
        }
        return judged;
    }

    private Judgement withKeptRowChecks(Judgement judgement, Window window) {
        Judgement judged = judgement;
        for (RowCheck check : rowChecks) {
            if (check.isAsked()) {
                judged = judged.with(kept(window, check::made));
            }
        }
        return judged;
    }

    /** The judgement with what rules find in the rows, or found when they were last read. */
    private Judgement withRules(Judgement judgement, Window window, String runId, Gathered gathered, Mode mode) {
        if (!mode.rows) {
            return mode.judges ? judgement.with(kept(window, rules::made)) : judgement;
        }
        if (config.rules().rules().isEmpty()) {
            return judgement;
        }
        progress.stage("judging the rules of " + window);
        Optional<DatasetProfile> reference = judgement.reference().map(SlicedProfile::whole);
        if (mode == Mode.REPLAY) {
            return judgement.with(rules.replay(window, runId, reference));
        }
        Optional<DatasetProfile> profile = Optional.of(judgement.profile().whole())
                .filter(it -> gathered.origins().get(window).snapshot().equals(current.snapshot()));
        return judgement.with(rules.judge(window, runId, profile, reference));
    }

    /** The judgement with what earlier windows let expect of it; that needs its profile and no rows. */
    private Judgement withHistory(Judgement judgement, Window window, Mode mode) {
        if (!mode.judges) {
            return judgement;
        }
        List<HistoryResult> results = history.judge(window, judgement.profile().whole(), judgement.drift());
        return judgement.withHistory(results, history.findings(results));
    }

    /** What was found of rows that are not read again. */
    private List<Finding> kept(Window window, Predicate<Finding> chosen) {
        return keepsFindings() ? kept.of(window, chosen) : List.of();
    }

    private boolean keepsFindings() {
        return !config.rules().rules().isEmpty() || rowChecks.stream().anyMatch(RowCheck::isAsked);
    }

    private WindowProfiles profiles(List<StoredRun> comparable) {
        return new WindowProfiles(request, store, current, reference, comparable);
    }

    /** Scans all windows in full, and says so where that gives the same. */
    private Gathered verified(List<Window> windows, Gathered gathered, List<StoredRun> comparable) {
        progress.stage("holding the increment against a full scan");
        Map<Window, SlicedProfile> scanned = new LinkedHashMap<>();
        profiles(comparable).scan(current, windows, scanned);
        Map<Window, Origin> origins = new LinkedHashMap<>(gathered.origins());
        Map<Window, String> differences = new LinkedHashMap<>();
        for (Window window : windows) {
            IncrementProof proof = IncrementProof.of(gathered.byWindow().get(window), scanned.get(window));
            Origin origin = origins.get(window);
            proof.difference()
                    .ifPresent(
                            difference -> differences.put(
                                    window,
                                    "the increment and a full scan disagree, " + difference
                                            + "; nothing was stored. A full scan replaces the window: leave --incremental out"));
            origins.put(
                    window,
                    Origin.told(
                            origin.snapshot(),
                            origin.sentence().map(it -> it + "; ").orElse("") + proof.sentence()));
        }
        if (!differences.isEmpty()) {
            throw new IncrementMismatchException(differences);
        }
        return new Gathered(gathered.byWindow(), origins, gathered.notices());
    }

    /** Committed windows that took from one of these, nearest first; their results may have to follow. */
    private List<StoredRun> followers(List<Window> windows, List<StoredRun> comparable) {
        return comparable.stream()
                .filter(run -> config.windows()
                        .map(length -> length.holds(run.window()))
                        .orElse(true))
                .filter(run -> !windows.contains(run.window()))
                .filter(run -> neighbours.before(run.window()).stream().anyMatch(windows::contains))
                .toList();
    }

    private Judgement judge(Window window, Gathered gathered, Mode mode) {
        SlicedProfile profile = gathered.byWindow().get(window);
        List<Finding> notices = new ArrayList<>(gathered.notices());
        request.options().sample().ifPresent(sample -> notices.add(SampleNotice.finding(sample, profile.rows())));
        if (!mode.judges || profile.rows() == 0) {
            return Judgement.none(profile, notices);
        }
        return judge.judge(profile, reference, before(window, gathered), notices);
    }

    private List<SlicedProfile> before(Window window, Gathered gathered) {
        return neighbours.before(window).stream().map(gathered.byWindow()::get).toList();
    }

    private Attempt attempt(
            Window window, String runId, Judgement judgement, Gathered gathered, Optional<StoredRun> kept) {
        RunFacts run = facts.facts(
                runId,
                RunKind.WINDOW,
                window,
                facts.inputs(
                        gathered.origins().get(window).snapshot(),
                        Optional.of(reference.id()),
                        Optional.of(reference.runId()),
                        fingerprint(window, gathered)),
                judgement.profile().rows(),
                judgement.status(),
                judgement.exitCode(request.failOn()));
        return new Attempt(
                run,
                judgement.profile(),
                List.of(),
                judgement.comparisons(),
                judgement.findings(),
                kept.map(this::keptDrift).orElse(KeptDrift.NONE));
    }

    private KeptDrift keptDrift(StoredRun run) {
        List<RowCheck> asked = rowChecks.stream().filter(RowCheck::isAsked).toList();
        return store.keptDrift(run, asked.stream().anyMatch(RowCheck::comparesSources), number -> asked.stream()
                .anyMatch(check -> check.measured(number)));
    }

    /** What a window's result was computed from: the reference, the windows before, and itself, each with its slices. */
    private String fingerprint(Window window, Gathered gathered) {
        List<DatasetProfile> profiles = new ArrayList<>(reference.profile().all());
        neighbours.before(window).stream()
                .map(gathered.byWindow()::get)
                .filter(profile -> profile != null)
                .forEach(profile -> profiles.addAll(profile.all()));
        profiles.addAll(gathered.byWindow().get(window).all());
        return Fingerprint.of(profiles);
    }

    private void commit(Collection<Attempt> attempts) {
        progress.stage("storing");
        List<Attempt> all = new ArrayList<>();
        reference.fresh().ifPresent(all::add);
        all.addAll(attempts);
        store.commit(all);
    }
}
