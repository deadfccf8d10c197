package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.jobs.store.KeptDrift;
import io.lakewarden.jobs.store.StoredRun;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Window;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Judges windows by their rows, where {@link Judge} goes by profiles: by the monitor's rules, and by what else it asks of rows. Of windows whose rows are
 * not read, what earlier runs have found and measured in them is kept.
 */
final class RowJudge {
    private final MonitorConfig config;
    private final DeltaStore store;
    private final MonitorRows current;
    private final Progress progress;
    private final WindowRules rules;
    private final List<RowCheck> checks;
    private final KeptFindings keptFindings;
    private final Map<Window, StoredRun> keptRuns = new HashMap<>();
    private final Map<Window, KeptDrift> keptDrift = new HashMap<>();

    RowJudge(
            MonitorConfig config,
            DeltaStore store,
            MonitorRows current,
            PinnedReference reference,
            Supplier<MonitorRows> referenceRows,
            Supplier<MonitorRows> skewRows,
            KeptFindings keptFindings,
            Progress progress) {
        this.config = config;
        this.store = store;
        this.current = current;
        this.progress = progress;
        this.rules = new WindowRules(config, current);
        this.checks = Stream.of(
                        new WindowIntegrity(config, current, referenceRows),
                        new WindowSkew(config, current, reference, skewRows),
                        new WindowMultivariate(config, current, referenceRows, reference, store.files()),
                        new WindowOutliers(config, current, referenceRows, reference),
                        new WindowSliceSearch(config, current, referenceRows, reference))
                .filter(RowCheck::isAsked)
                .toList();
        this.keptFindings = keptFindings;
    }

    /** Does at once what all windows share whose rows are read. */
    void load(Collection<Window> windows) {
        checks.forEach(check -> check.load(windows));
    }

    /**
     * Reads at once what is kept of windows whose rows are not read.
     *
     * @param comparable the committed runs against the same reference
     */
    void keep(Collection<Window> windows, List<StoredRun> comparable) {
        if (keepsFindings()) {
            keptFindings.load(windows);
        }
        if (checks.isEmpty()) {
            return;
        }
        List<StoredRun> runs = comparable.stream()
                .filter(run -> windows.contains(run.window()))
                .toList();
        runs.forEach(run -> keptRuns.put(run.window(), run));
        boolean keepsSkew = checks.stream().anyMatch(RowCheck::comparesSources);
        List<Predicate<String>> numbers =
                checks.stream().flatMap(check -> check.numbers().stream()).toList();
        if (!runs.isEmpty() && (keepsSkew || !numbers.isEmpty())) {
            keptDrift.putAll(store.keptDrift(config.monitor(), runs, keepsSkew, number -> numbers.stream()
                    .anyMatch(made -> made.test(number))));
        }
    }

    /**
     * The judgement with what the window's rows tell.
     *
     * @param origin where the profile comes from
     */
    Judgement judge(Window window, String runId, Judgement judgement, Origin origin) {
        Judgement judged = judgement;
        if (judgement.profile().rows() > 0) {
            for (RowCheck check : checks) {
                progress.stage(check.activity() + " in " + window);
                judged = check.judge(window, judged);
            }
        }
        if (!hasRules()) {
            return judged;
        }
        stageOfRules(window);
        Optional<DatasetProfile> profile = Optional.of(judged.profile().whole())
                .filter(it -> origin.snapshot().equals(current.snapshot()));
        return judged.with(rules.judge(window, runId, profile, reference(judged)));
    }

    /** The judgement with what the rows tell that quarantine holds of the window, and what is kept of the others. */
    Judgement replay(Window window, String runId, Judgement judgement) {
        Judgement judged = withKeptChecks(window, judgement);
        if (!hasRules()) {
            return judged;
        }
        stageOfRules(window);
        return judged.with(rules.replay(window, runId, reference(judged)));
    }

    /** The judgement with what the window's rows told when they were last read. */
    Judgement kept(Window window, Judgement judgement) {
        return withKeptChecks(window, judgement).with(keptFindings(window, rules::made));
    }

    private Judgement withKeptChecks(Window window, Judgement judgement) {
        Judgement judged = judgement;
        for (RowCheck check : checks) {
            // what was told against another reference is not told against this one
            if (check.comparesSources() || keptRuns.containsKey(window)) {
                judged = judged.with(keptFindings(window, check::made));
            }
        }
        return judged;
    }

    private List<Finding> keptFindings(Window window, Predicate<Finding> chosen) {
        return keepsFindings() ? keptFindings.of(window, chosen) : List.of();
    }

    private boolean keepsFindings() {
        return hasRules() || !checks.isEmpty();
    }

    private boolean hasRules() {
        return !config.rules().rules().isEmpty();
    }

    private void stageOfRules(Window window) {
        progress.stage("judging the rules of " + window);
    }

    private static Optional<DatasetProfile> reference(Judgement judgement) {
        return judgement.reference().map(SlicedProfile::whole);
    }

    /** The run of a window of which something is kept that no finding tells. */
    Optional<StoredRun> keptRun(Window window) {
        return Optional.ofNullable(keptRuns.get(window));
    }

    /** What that run has measured of drift by rows. */
    KeptDrift keptDrift(Window window) {
        return keptDrift.getOrDefault(window, KeptDrift.NONE);
    }
}
