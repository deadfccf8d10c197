package io.lakewarden.jobs.run;

import io.lakewarden.drift.Clusters;
import io.lakewarden.drift.ColumnImportance;
import io.lakewarden.drift.DatasetDrift;
import io.lakewarden.drift.DriftAnalysis;
import io.lakewarden.drift.DriftAnalysis.Pair;
import io.lakewarden.drift.DriftPolicy;
import io.lakewarden.drift.DriftedColumns;
import io.lakewarden.drift.Reference;
import io.lakewarden.drift.Threshold;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.ReferenceConfig;
import io.lakewarden.jobs.config.SchemaConfig;
import io.lakewarden.jobs.config.SchemaFile;
import io.lakewarden.jobs.store.Comparison;
import io.lakewarden.jobs.store.DriftType;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Status;
import io.lakewarden.schema.SchemaCheck;
import io.lakewarden.schema.SchemaObservation;
import io.lakewarden.schema.SchemaValidation;
import io.lakewarden.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares one window with its reference and with the window before, and says what is to be thought of it. */
final class Judge {
    private final MonitorConfig config;
    private final DriftPolicy policy;
    private final Optional<TableSchema> schema;
    private final Optional<ColumnImportance> importance;
    private final Optional<Threshold> driftedColumns;

    Judge(MonitorConfig config) {
        this.config = config;
        this.policy = DriftPolicies.of(config);
        this.driftedColumns = config.drift().driftedColumns().map(DriftPolicies::threshold);
        this.schema = config.schema().map(SchemaFile::load);
        this.importance = Importances.of(config);
    }

    /**
     * Judges a window that has rows. Each slice is held against the same slice of the reference, all their columns as one
     * family of tests, under one budget of false alarms with all rows; what comes out of that is a comparison and no finding.
     *
     * @param before the profiles of the windows just before, oldest first
     * @param notices what reading the data has found already
     */
    Judgement judge(SlicedProfile current, PinnedReference pinned, List<SlicedProfile> before, List<Finding> notices) {
        List<Finding> findings = new ArrayList<>(notices);
        List<Comparison> comparisons = new ArrayList<>();
        ComparedReference compared = ComparedReference.of(config, pinned, before, current.window());
        Optional<SlicedProfile> reference = isPrevious() ? compared.profile() : Optional.of(pinned.profile());
        findings.addAll(compared.missing().stream().toList());
        if (schema.isEmpty()) {
            reference.ifPresent(it -> findings.addAll(SchemaCheck.compare(it.whole(), current.whole())));
        }
        List<Comparison> slices = new ArrayList<>();
        compared.profile().ifPresent(it -> {
            slices.addAll(baselines(compared, current));
            Comparison baseline = weighed(slices.remove(0));
            comparisons.add(baseline);
            findings.addAll(baseline.drift().findings());
            driftedColumns.ifPresent(threshold ->
                    findings.add(DriftedColumns.of(baseline.drift()).judge(threshold)));
            importance.ifPresent(weights -> findings.add(weights.finding(baseline.drift())));
            findings.addAll(notSliced(it, current));
            findings.addAll(notCompared(it, current));
        });
        schema.ifPresent(it -> findings.addAll(validated(it, current, before, reference)));
        if (!before.isEmpty() && before.get(before.size() - 1).rows() > 0) {
            comparisons.add(consecutive(before.get(before.size() - 1), current));
        }
        comparisons.addAll(slices);
        return new Judgement(current, reference, comparisons, findings);
    }

    private List<Finding> validated(
            TableSchema expected,
            SlicedProfile current,
            List<SlicedProfile> before,
            Optional<SlicedProfile> reference) {
        Optional<DatasetProfile> previous = before.isEmpty()
                ? Optional.empty()
                : Optional.of(before.get(before.size() - 1).whole()).filter(profile -> profile.rows() > 0);
        return SchemaValidation.check(
                expected,
                new SchemaObservation(
                        current.whole(),
                        previous,
                        reference.map(SlicedProfile::whole),
                        config.schema().flatMap(SchemaConfig::environment)));
    }

    private boolean isPrevious() {
        return config.reference() instanceof ReferenceConfig.Previous;
    }

    /** All rows first, then the slices. */
    private List<Comparison> baselines(ComparedReference reference, SlicedProfile current) {
        Optional<Clusters> clusters =
                ClusterKeys.between(config, reference.profile().orElseThrow().clusters(), current);
        Pair allRows = new Pair(reference.whole().orElseThrow(), current.whole(), clusters);
        List<Pair> slices = current.slices().stream()
                .flatMap(slice -> reference.slice(slice.slice()).stream().map(was -> new Pair(was, slice, clusters)))
                .toList();
        List<DatasetDrift> drifts = DriftAnalysis.compareSliced(allRows, slices, policy);
        List<Pair> pairs = Stream.concat(Stream.of(allRows), slices.stream()).toList();
        return IntStream.range(0, pairs.size())
                .mapToObj(index -> comparison(DriftType.BASELINE, pairs.get(index), drifts.get(index)))
                .toList();
    }

    private Comparison consecutive(SlicedProfile previous, SlicedProfile current) {
        Pair pair = new Pair(
                Reference.of(previous.whole()),
                current.whole(),
                ClusterKeys.between(config, previous.clusters(), current));
        return comparison(
                DriftType.CONSECUTIVE,
                pair,
                DriftAnalysis.compareTogether(List.of(pair), policy).get(0));
    }

    private Comparison weighed(Comparison comparison) {
        return importance
                .map(it -> comparison.withNumbers(
                        Map.of(ColumnImportance.DRIFTED, it.drifted(comparison.drift())), Map.of()))
                .orElse(comparison);
    }

    private static Comparison comparison(DriftType type, Pair pair, DatasetDrift drift) {
        return new Comparison(type, pair.reference().whole(), pair.current(), drift);
    }

    /** A finding for each key that the reference is sliced by and the window could not be. */
    private static List<Finding> notSliced(SlicedProfile reference, SlicedProfile current) {
        Set<String> keys = keys(reference);
        keys.removeAll(keys(current));
        return keys.stream()
                .map(key -> Finding.of(
                        "slices",
                        key,
                        "present",
                        Status.WARN,
                        "no slices",
                        "the slices of the reference",
                        "The window is not sliced by '" + key
                                + "': it has no such column, or one that does not have one value in each row."))
                .toList();
    }

    /** A finding where the window is held against sub-windows that are too many to be counted by slice. */
    private static List<Finding> notCompared(SlicedProfile reference, SlicedProfile current) {
        return current.sliceNames().isEmpty() || !reference.sliceNames().isEmpty()
                ? List.of()
                : List.of(Finding.of(
                        "slices",
                        Finding.TABLE,
                        "compared",
                        Status.SKIPPED,
                        "not compared",
                        "the same slices of the reference's windows",
                        "Slices were not compared: the reference's windows, slices and columns are too many to be counted"
                                + " each by each."));
    }

    private static Set<String> keys(SlicedProfile profile) {
        return profile.sliceNames().stream().map(Slice::key).collect(Collectors.toCollection(TreeSet::new));
    }
}
