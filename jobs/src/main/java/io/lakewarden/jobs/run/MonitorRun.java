package io.lakewarden.jobs.run;

import io.lakewarden.history.HistoryResult;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.run.WindowProfiles.Gathered;
import io.lakewarden.jobs.store.Attempt;
import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.jobs.store.Fingerprint;
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
    private final RowJudge rowJudge;
    private final KeptFindings keptFindings;
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
        this.keptFindings = new KeptFindings(config.monitor(), store);
        this.rowJudge =
                new RowJudge(config, store, current, reference, referenceRows, skewRows, keptFindings, progress);
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
        REPLAY(false, true, false);

        private final boolean scans;
        private final boolean judges;
        private final boolean readsRows;

        /**
         * A way of running.
         *
         * @param scans whether windows are profiled whatever stands in the store
         * @param judges whether they are judged
         * @param readsRows whether what is judged are rows of the source too; those that quarantine holds are not
         */
        Mode(boolean scans, boolean judges, boolean readsRows) {
            this.scans = scans;
            this.judges = judges;
            this.readsRows = readsRows;
        }
    }

    /** Every window that was judged, the requested and those that follow from them, with what was committed. */
    NavigableMap<Window, CommittedWindow> execute(List<Window> windows, Mode mode) {
        List<StoredRun> comparable = comparableRuns();
        List<StoredRun> followers = mode.judges ? followers(windows, comparable) : List.of();
        List<Window> held = mode.judges ? history.after(windows, comparable) : List.of();
        Gathered gathered = gather(windows, comparable, followers, mode);
        if (request.options().verified()) {
            progress.stage("holding the increment against a full scan");
            gathered = profiles(comparable).verified(windows, gathered);
        }
        progress.stage("judging " + windows.size() + (windows.size() == 1 ? " window" : " windows"));
        List<Window> moved = moved(followers, gathered);
        if (mode.judges) {
            history.load(union(gathered.byWindow().keySet(), held));
            rowJudge.keep(mode.readsRows ? moved : union(windows, moved), comparable);
        }
        if (mode.readsRows) {
            rowJudge.load(windows);
        }
        Map<Window, Attempt> attempts = new LinkedHashMap<>();
        NavigableMap<Window, CommittedWindow> committed = new TreeMap<>();
        for (Window window : union(windows, moved)) {
            String runId = RunFactsMaker.newRunId();
            Judgement judgement =
                    windows.contains(window) ? judged(window, runId, gathered, mode) : again(window, gathered);
            attempts.put(window, attempt(window, runId, judgement, gathered));
            committed.put(window, committed(attempts.get(window), judgement, gathered));
        }
        List<Window> stale = history.stale(
                held.stream().filter(window -> !attempts.containsKey(window)).toList(), keptFindings);
        if (!stale.isEmpty()) {
            Set<Window> supporting = new TreeSet<>(stale);
            stale.forEach(window -> supporting.addAll(neighbours.before(window)));
            Gathered later = profiles(comparable).gather(List.of(), supporting);
            rowJudge.keep(stale, comparable);
            for (Window window : stale) {
                Judgement judgement = again(window, later);
                attempts.put(window, attempt(window, RunFactsMaker.newRunId(), judgement, later));
                committed.put(window, committed(attempts.get(window), judgement, later));
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

    /** Those of the committed windows that followed from something else than what they follow from now. */
    private List<Window> moved(List<StoredRun> followers, Gathered gathered) {
        return followers.stream()
                .filter(run -> !run.facts().inputs().fingerprint().equals(fingerprint(run.window(), gathered)))
                .map(StoredRun::window)
                .toList();
    }

    /** The judgement of a window that was asked for. */
    private Judgement judged(Window window, String runId, Gathered gathered, Mode mode) {
        return switch (mode) {
            case PROFILE -> profiled(window, gathered);
            case JUDGE -> again(window, gathered);
            case REPLAY -> withHistory(window, rowJudge.replay(window, runId, compared(window, gathered)));
            case PROFILE_AND_JUDGE, VALIDATE ->
                withHistory(
                        window,
                        rowJudge.judge(
                                window,
                                runId,
                                compared(window, gathered),
                                gathered.origins().get(window)));
        };
    }

    /** The judgement of a window whose rows are not read again. */
    private Judgement again(Window window, Gathered gathered) {
        return withHistory(window, rowJudge.kept(window, compared(window, gathered)));
    }

    private CommittedWindow committed(Attempt attempt, Judgement judgement, Gathered gathered) {
        RunFacts run = attempt.facts();
        return new CommittedWindow(
                run,
                judgement,
                gathered.origins().get(run.window()),
                rowJudge.keptRun(run.window()).flatMap(keptReports::of),
                keptReports.status(run.window()));
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

    /** The judgement with what earlier windows let expect of it; that needs its profile and no rows. */
    private Judgement withHistory(Window window, Judgement judgement) {
        List<HistoryResult> results = history.judge(window, judgement.profile().whole(), judgement.drift());
        return judgement.withHistory(results, history.findings(results));
    }

    private WindowProfiles profiles(List<StoredRun> comparable) {
        return new WindowProfiles(request, store, current, reference, comparable);
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

    /** The window as it is, held against nothing. */
    private Judgement profiled(Window window, Gathered gathered) {
        SlicedProfile profile = gathered.byWindow().get(window);
        List<Finding> notices = new ArrayList<>(gathered.notices());
        request.options().sample().ifPresent(sample -> notices.add(SampleNotice.finding(sample, profile.rows())));
        return Judgement.none(profile, notices);
    }

    /** The window held against its reference and the windows before by profiles alone. */
    private Judgement compared(Window window, Gathered gathered) {
        Judgement profiled = profiled(window, gathered);
        return profiled.profile().rows() == 0
                ? profiled
                : judge.judge(profiled.profile(), reference, before(window, gathered), profiled.findings());
    }

    private List<SlicedProfile> before(Window window, Gathered gathered) {
        return neighbours.before(window).stream().map(gathered.byWindow()::get).toList();
    }

    private Attempt attempt(Window window, String runId, Judgement judgement, Gathered gathered) {
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
                rowJudge.keptDrift(window));
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
