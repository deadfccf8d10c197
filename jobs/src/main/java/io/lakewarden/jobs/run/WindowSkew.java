package io.lakewarden.jobs.run;

import io.lakewarden.drift.ColumnDrift;
import io.lakewarden.drift.DatasetDrift;
import io.lakewarden.drift.DriftAnalysis;
import io.lakewarden.drift.DriftAnalysis.Pair;
import io.lakewarden.drift.DriftPolicy;
import io.lakewarden.drift.DriftScore;
import io.lakewarden.drift.Reference;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.SkewConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.report.ReportVerdict;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import io.lakewarden.spark.profile.ClusterKey;
import io.lakewarden.spark.skew.FeatureSkew;
import io.lakewarden.spark.skew.KeyedSources;
import io.lakewarden.spark.skew.RowSkew;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Holds windows against the rows of another source in the same window, where the monitor names one. Its profiles have the
 * bins of the pinned reference and are read in one scan for all windows; with a key, the rows themselves are joined too.
 */
final class WindowSkew implements RowCheck {
    private final MonitorConfig config;
    private final MonitorRows here;
    private final PinnedReference reference;
    private final Supplier<MonitorRows> source;
    private final DriftPolicy policy;
    private final Map<Window, SlicedProfile> profiles = new HashMap<>();
    private Optional<MonitorRows> there = Optional.empty();
    private Optional<String> unreadable = Optional.empty();

    /**
     * Against the other source of a monitor.
     *
     * @param source opens it
     */
    WindowSkew(MonitorConfig config, MonitorRows here, PinnedReference reference, Supplier<MonitorRows> source) {
        this.config = config;
        this.here = here;
        this.reference = reference;
        this.source = source;
        this.policy = DriftPolicies.of(config);
    }

    /** Profiles the other source in all windows at once. */
    @Override
    public void load(Collection<Window> windows) {
        if (here.isSample() || windows.isEmpty()) {
            return;
        }
        try {
            there = Optional.of(source.get());
        } catch (UserException e) {
            unreadable = Optional.of(e.getMessage());
            return;
        }
        MonitorRows rows = there.get();
        requireKey(config.skew().get(), rows);
        List<ColumnSpec> columns = reference.freeze(rows.columns());
        Optional<ClusterKey> clusters = ClusterKeys.of(config, rows);
        if (config.time().isPresent()) {
            rows.profile(columns, List.of(), clusters, windows)
                    .sliced()
                    .forEach(profile -> profiles.put(profile.window(), profile));
        } else {
            windows.forEach(label -> profiles.put(label, rows.profileAll(columns, List.of(), clusters, label)));
        }
    }

    private void requireKey(SkewConfig skew, MonitorRows rows) {
        List<String> problems = new ArrayList<>();
        for (String key : skew.key()) {
            KeyedSources.obstacle(rows.all(), key)
                    .ifPresent(obstacle -> problems.add("skew.key: " + obstacle + " in " + rows.description()));
            KeyedSources.obstacle(here.all(), key)
                    .ifPresent(obstacle -> problems.add("skew.key: " + obstacle + " in " + here.description()));
        }
        if (!problems.isEmpty()) {
            throw new UserException(config.secrets().mask(String.join("\n", problems)));
        }
    }

    @Override
    public Judgement judge(Window window, Judgement judgement) {
        if (here.isSample()) {
            return judgement.with(List.of(SkewFindings.table(
                    "sample",
                    Status.SKIPPED,
                    "not looked at",
                    "all rows",
                    "The other source was not looked at: what holds of a sample may not hold of all rows.")));
        }
        if (there.isEmpty()) {
            return judgement.with(
                    List.of(nothing("The window was not held against the other source, which cannot be read ("
                            + unreadable.orElse("it was not opened") + ").")));
        }
        SlicedProfile other = profiles.get(window);
        if (other.rows() == 0) {
            return judgement.with(
                    List.of(nothing("The window was not held against the other source, which has no rows in it.")));
        }
        return judgement.withSkew(outcome(config.skew().get(), there.get(), window, other, judgement.profile()));
    }

    private Finding nothing(String sentence) {
        return here.masked(
                SkewFindings.table("source", Status.ERROR, "nothing to compare", "rows in the window", sentence));
    }

    private SkewOutcome outcome(
            SkewConfig skew, MonitorRows other, Window window, SlicedProfile first, SlicedProfile second) {
        DatasetProfile before = first.whole();
        DatasetProfile current = second.whole();
        DatasetDrift drift = DriftAnalysis.compareTogether(
                        List.of(new Pair(
                                Reference.of(before), current, ClusterKeys.between(config, first.clusters(), second))),
                        policy)
                .get(0);
        List<Finding> findings = new ArrayList<>(SkewFindings.ofDistributions(drift));
        findings.addAll(oneSided(before, current));
        Optional<RowSkew> joined = skew.key().isEmpty()
                ? Optional.empty()
                : Optional.of(KeyedSources.compare(
                        rows(other, window),
                        rows(here, window),
                        skew.key(),
                        compared(skew, before, current),
                        skew.limits().tolerance()));
        joined.ifPresent(rows -> {
            findings.add(SkewFindings.ofJoin(rows, skew.key(), policy.minimumRows()));
            findings.addAll(ofFeatures(skew, rows));
        });
        return new SkewOutcome(
                config.secrets().mask(other.description()),
                other.snapshot(),
                before,
                joined.map(rows -> withRates(skew, drift, rows)).orElse(drift),
                joined,
                findings.stream().map(here::masked).toList());
    }

    private Dataset<Row> rows(MonitorRows rows, Window window) {
        return config.time().isPresent() ? rows.of(window) : rows.all();
    }

    @Override
    public boolean comparesSources() {
        return true;
    }

    /** In the order of the watched table. */
    private List<String> compared(SkewConfig skew, DatasetProfile before, DatasetProfile current) {
        return current.columns().keySet().stream()
                .filter(column -> before.column(column).isPresent())
                .filter(column -> isCompared(column) && !skew.key().contains(column))
                .toList();
    }

    private boolean isCompared(String column) {
        ColumnRole role = policy.role(column);
        return role != ColumnRole.ID && role != ColumnRole.TIME;
    }

    /** Labels and predictions come from one side as a rule; inputs of the model come from both. */
    private List<Finding> oneSided(DatasetProfile before, DatasetProfile current) {
        Set<String> columns = new LinkedHashSet<>(current.columns().keySet());
        columns.addAll(before.columns().keySet());
        return columns.stream()
                .filter(column ->
                        policy.role(column) == ColumnRole.FEATURE || policy.role(column) == ColumnRole.PROTECTED)
                .filter(column -> before.column(column).isEmpty()
                        || current.column(column).isEmpty())
                .map(column ->
                        SkewFindings.oneSided(column, before.column(column).isPresent()))
                .toList();
    }

    private List<Finding> ofFeatures(SkewConfig skew, RowSkew rows) {
        return rows.rows().joined() < policy.minimumRows()
                ? List.of()
                : rows.features().stream()
                        .map(feature -> SkewFindings.ofFeature(feature, skew.limits()))
                        .toList();
    }

    /** The same drift with what the joined rows tell of each column. */
    private DatasetDrift withRates(SkewConfig skew, DatasetDrift drift, RowSkew rows) {
        Map<String, FeatureSkew> features =
                rows.features().stream().collect(Collectors.toMap(FeatureSkew::column, Function.identity()));
        return new DatasetDrift(
                drift.columns().stream()
                        .map(column -> Optional.ofNullable(features.get(column.column()))
                                .map(feature -> withRate(skew, column, feature))
                                .orElse(column))
                        .toList(),
                drift.findings(),
                drift.tests());
    }

    private ColumnDrift withRate(SkewConfig skew, ColumnDrift column, FeatureSkew feature) {
        SortedMap<String, DriftScore> scores = new TreeMap<>(column.scores());
        scores.put(
                "mismatch_rate",
                DriftScore.of(feature.mismatchRate())
                        .with("missing_there", feature.missingThereRate())
                        .with("missing_here", feature.missingHereRate()));
        boolean judged = feature.joined() >= policy.minimumRows();
        return new ColumnDrift(
                column.column(),
                column.kind(),
                column.role(),
                judged
                        ? worse(
                                column.status(),
                                SkewFindings.ofFeature(feature, skew.limits()).status())
                        : column.status(),
                scores,
                column.bins(),
                column.season(),
                column.checks(),
                column.failure());
    }

    private static Status worse(Status one, Status other) {
        return ReportVerdict.worst(List.of(one, other));
    }

    @Override
    public boolean isAsked() {
        return config.skew().isPresent();
    }

    @Override
    public String activity() {
        return "comparing with the other source";
    }

    @Override
    public boolean made(Finding finding) {
        return finding.source().equals(SkewFindings.SOURCE);
    }
}
