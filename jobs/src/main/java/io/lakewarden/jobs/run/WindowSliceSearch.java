package io.lakewarden.jobs.run;

import io.lakewarden.drift.ClusteredMovement;
import io.lakewarden.drift.DriftPolicy;
import io.lakewarden.drift.SliceMovement;
import io.lakewarden.drift.SliceMovement.Measure;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.SliceSearchConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.profile.BooleanProfile;
import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.FrequentValue;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.report.ReportFoundSlice;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Figures;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Window;
import io.lakewarden.spark.slice.SliceCandidates;
import io.lakewarden.spark.slice.SliceMovements;
import io.lakewarden.spark.slice.SliceSearch;
import io.lakewarden.spark.slice.SliceSearch.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Looks for slices that moved among all values and ranges of some columns, and pairs of them, where the monitor asks for
 * it: by their share of the rows, and by the mean of the prediction, or else the label, against all other rows. All
 * measures are one family of tests. What is found is told and not judged.
 */
final class WindowSliceSearch implements RowCheck {
    private static final int MOST_PARTS = 8;
    private static final double LEAST_SHARE = 0.02;
    private static final double LEAST_MEAN = 0.1;
    private static final double MUCH_FURTHER = 2;
    private static final int LONGEST_VALUE = 256;

    /** Two halves of all rows moved equally far against each other, but for the last digits. */
    private static final Comparator<Tested> FURTHEST_FIRST = Comparator.comparingDouble(
                    (Tested it) -> -Math.rint(it.multiple() * 1e6))
            .thenComparingDouble(it -> -it.own())
            .thenComparing(it -> it.slice().toString());

    private final MonitorConfig config;
    private final MonitorRows rows;
    private final Supplier<MonitorRows> referenceRows;
    private final PinnedReference pinned;
    private final DriftPolicy policy;

    WindowSliceSearch(
            MonitorConfig config, MonitorRows rows, Supplier<MonitorRows> referenceRows, PinnedReference pinned) {
        this.config = config;
        this.rows = rows;
        this.referenceRows = referenceRows;
        this.pinned = pinned;
        this.policy = DriftPolicies.of(config);
    }

    @Override
    public Judgement judge(Window window, Judgement judgement) {
        return judgement.withFoundSlices(search(window));
    }

    /** Nothing is looked for in a sample, or where the rows of the reference cannot be read any more. */
    private SliceSearchOutcome search(Window window) {
        if (rows.isSample()) {
            return SliceSearchOutcome.none("the window was read as a sample");
        }
        MonitorRows before;
        try {
            before = referenceRows.get();
        } catch (UserException e) {
            return SliceSearchOutcome.none("the rows of the reference cannot be read: " + e.getMessage());
        }
        return withoutKey("the window", rows)
                .or(() -> withoutKey("the reference", before))
                .map(SliceSearchOutcome::none)
                .orElseGet(() -> search(
                        config.sliceSearch().orElseThrow(),
                        FoldProfiles.range(config).map(before::of).orElseGet(before::all),
                        rows.of(window)));
    }

    /** Rows that share a key are not independent, and must be told apart by it. */
    private Optional<String> withoutKey(String side, MonitorRows read) {
        return config.drift().cluster().stream()
                .filter(column -> read.clusterObstacle(column).isPresent())
                .findFirst()
                .map(column -> side + " has no '" + column + "' that says which rows belong together");
    }

    private SliceSearchOutcome search(SliceSearchConfig search, Dataset<Row> before, Dataset<Row> now) {
        List<SliceCandidates> candidates = candidates(search);
        Optional<String> target = target();
        SliceMovements movements = SliceSearch.movements(
                before,
                now,
                candidates,
                target,
                search.depth() > 1,
                config.drift().cluster());
        if (movements.bySlice().values().stream().anyMatch(ClusteredMovement::hasTooFewBlocks)) {
            return SliceSearchOutcome.none("rows share so few keys of '"
                    + String.join("', '", config.drift().cluster()) + "' that they cannot be told from chance");
        }
        return SliceSearchOutcome.of(found(search, candidates, target, movements));
    }

    private List<ReportFoundSlice> found(
            SliceSearchConfig search,
            List<SliceCandidates> candidates,
            Optional<String> target,
            SliceMovements movements) {
        List<Tested> tested = new ArrayList<>();
        movements.bySlice().forEach((slice, movement) -> {
            if (movement.whole().reference().rows() + movement.whole().current().rows() >= policy.minimumRows()) {
                measured(slice, movement, Optional.empty()).ifPresent(tested::add);
                target.flatMap(it -> measured(slice, movement, target)).ifPresent(tested::add);
            }
        });
        double[] adjusted = policy.falseDiscovery()
                .adjusted(
                        tested.stream().mapToDouble(it -> it.measure().pValue()).toArray());
        Map<Map.Entry<Found, Optional<String>>, Double> effects = new HashMap<>();
        tested.forEach(it -> effects.put(
                Map.entry(it.slice(), it.target()), Math.abs(it.measure().effect())));
        List<Integer> moved = IntStream.range(0, adjusted.length)
                .filter(test -> tested.get(test).multiple() >= 1
                        && adjusted[test] <= policy.falseDiscovery().rate()
                        && isPlainest(tested.get(test), effects))
                .boxed()
                .sorted(Comparator.comparing(tested::get, FURTHEST_FIRST))
                .toList();
        double significant = moved.stream()
                .mapToDouble(test -> tested.get(test).measure().pValue())
                .max()
                .orElse(0);
        Map<Integer, Tested> told = new LinkedHashMap<>();
        for (int test : moved) {
            if (told.size() < search.top()
                    && told.values().stream()
                            .noneMatch(other -> isExplained(tested.get(test), other, movements, significant))) {
                told.put(test, tested.get(test));
            }
        }
        return told.entrySet().stream()
                .map(it -> report(it.getValue(), candidates, adjusted[it.getKey()]))
                .toList();
    }

    private Optional<Tested> measured(Found slice, ClusteredMovement movement, Optional<String> target) {
        return (target.isEmpty() ? movement.share() : movement.mean(policy.minimumRows()))
                .map(measure -> new Tested(slice, movement.whole(), target, measure));
    }

    /** Whether a slice moved no further than another one makes it: little is left once the other's rows are taken out. */
    private boolean isExplained(Tested tested, Tested other, SliceMovements movements, double significant) {
        return tested.target().equals(other.target())
                && movements
                        .besides(tested.slice(), other.slice())
                        .filter(left -> measured(tested.slice(), left, tested.target())
                                .filter(it -> it.multiple() >= 1
                                        && it.measure().effect()
                                                        * tested.measure().effect()
                                                > 0
                                        && it.measure().pValue() <= significant)
                                .isEmpty())
                        .isPresent();
    }

    /** Whether a pair moved much further than either of its halves; a single part needs no such reason. */
    private static boolean isPlainest(Tested tested, Map<Map.Entry<Found, Optional<String>>, Double> effects) {
        return tested.slice().isSingle()
                || tested.slice().halves().stream()
                        .mapToDouble(half -> effects.getOrDefault(Map.entry(half, tested.target()), 0.0))
                        .allMatch(effect -> Math.abs(tested.measure().effect()) >= MUCH_FURTHER * effect);
    }

    /** One measure of one slice. */
    private record Tested(Found slice, SliceMovement movement, Optional<String> target, Measure measure) {
        double multiple() {
            return Math.abs(measure.effect()) / (target.isPresent() ? LEAST_MEAN : LEAST_SHARE);
        }

        /** The change of the slice alone: of two halves that moved apart, that of the one that moved is larger. */
        double own() {
            return Math.abs(measure.now() - measure.before());
        }
    }

    private ReportFoundSlice report(Tested tested, List<SliceCandidates> candidates, double adjusted) {
        Found slice = tested.slice();
        String name = name(candidates.get(slice.column()), slice.part());
        return new ReportFoundSlice(
                config.secrets()
                        .mask(
                                slice.isSingle()
                                        ? name
                                        : name + ", " + name(candidates.get(slice.otherColumn()), slice.otherPart())),
                tested.movement().reference().rows(),
                tested.movement().current().rows(),
                tested.target(),
                tested.measure().before(),
                tested.measure().now(),
                tested.measure().effect(),
                adjusted);
    }

    private static String name(SliceCandidates column, int part) {
        if (column.edges().isEmpty()) {
            return column.column() + " = " + column.values().get(part);
        }
        if (part == 0) {
            return column.column() + " < " + Figures.number(column.edges().get(0));
        }
        String from = Figures.number(column.edges().get(part - 1));
        return part == column.edges().size()
                ? column.column() + " ≥ " + from
                : from + " ≤ " + column.column() + " < "
                        + Figures.number(column.edges().get(part));
    }

    /** The prediction, or else the label. */
    private Optional<String> target() {
        return config.columns().predictions().stream().findFirst().or(() -> config.columns()
                .label());
    }

    private List<SliceCandidates> candidates(SliceSearchConfig search) {
        DatasetProfile whole = pinned.whole();
        return whole.columns().values().stream()
                .filter(column -> search.columns().isEmpty()
                        ? policy.role(column.name()) == ColumnRole.FEATURE
                                || policy.role(column.name()) == ColumnRole.PROTECTED
                        : search.columns().contains(column.name()))
                .map(WindowSliceSearch::parts)
                .filter(column -> column.size() > 1)
                .limit(SliceSearchConfig.MOST_COLUMNS)
                .toList();
    }

    private static SliceCandidates parts(ColumnProfile column) {
        if (column instanceof NumericProfile numbers) {
            return new SliceCandidates(
                    column.name(),
                    List.of(),
                    DoubleStream.of(0.25, 0.5, 0.75)
                            .mapToObj(numbers::quantile)
                            .map(value -> value.number())
                            .filter(OptionalDouble::isPresent)
                            .map(OptionalDouble::getAsDouble)
                            .distinct()
                            .toList());
        }
        if (column instanceof CategoricalProfile texts) {
            return new SliceCandidates(
                    column.name(),
                    texts.topValues(MOST_PARTS).stream()
                            .map(FrequentValue::value)
                            .filter(value -> value.codePointCount(0, value.length()) <= LONGEST_VALUE)
                            .toList(),
                    List.of());
        }
        return new SliceCandidates(
                column.name(), column instanceof BooleanProfile ? List.of("true", "false") : List.of(), List.of());
    }

    @Override
    public boolean isAsked() {
        return config.sliceSearch().isPresent();
    }

    @Override
    public String activity() {
        return "looking for slices that moved";
    }

    /** What is found is told and is no finding. */
    @Override
    public boolean made(Finding finding) {
        return false;
    }
}
