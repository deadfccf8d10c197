package io.lakewarden.jobs.store;

import io.lakewarden.drift.BinningRule;
import io.lakewarden.drift.DriftAnalysis;
import io.lakewarden.drift.DriftPolicy;
import io.lakewarden.drift.Reference;
import io.lakewarden.profile.BooleanColumnBuilder;
import io.lakewarden.profile.CategoricalColumnBuilder;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericColumnBuilder;
import io.lakewarden.profile.ProfileBuilder;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.profile.TemporalColumnBuilder;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Seeded attempts over a small table whose names and values are as hostile as users' are, sliced by such a column. */
final class Attempts {
    static final String MONITOR = "loans";
    static final String REFERENCE_ID = "reference-1";
    static final Window REFERENCE_WINDOW = Window.between(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 7, 1));

    static final String HOSTILE = "a.`b` <i>\n\"'😀 ı";
    static final List<ColumnSpec> COLUMNS = List.of(
            new ColumnSpec("amount", ColumnKind.NUMERIC, "double"),
            new ColumnSpec("empty", ColumnKind.NUMERIC, "double"),
            new ColumnSpec(HOSTILE, ColumnKind.CATEGORICAL, "string"),
            new ColumnSpec(Finding.TABLE, ColumnKind.BOOLEAN, "boolean"),
            new ColumnSpec("when", ColumnKind.TEMPORAL, "timestamp"),
            new ColumnSpec("monitor", ColumnKind.OPAQUE, "binary"));

    /** One slice with the value that is the name of the column too, one that no row is in, and the rest. */
    static final List<Slice> SLICES = List.of(new Slice(HOSTILE, ""), new Slice(HOSTILE, HOSTILE), Slice.rest(HOSTILE));

    private static final List<ColumnSpec> BINNED =
            BinningRule.DEFAULT.freeze(profile(COLUMNS, REFERENCE_WINDOW, 1, 0).whole());
    private static final SlicedProfile REFERENCE = profile(BINNED, REFERENCE_WINDOW, 1, 0);

    private static final Map<String, Attempt> CONTENT = new ConcurrentHashMap<>();

    private Attempts() {}

    static Window month(int month) {
        LocalDate start = LocalDate.of(2026, 1, 1).plusMonths(month - 1L);
        return Window.between(start, start.plusMonths(1));
    }

    /** A month's attempt; equal seeds have equal content under ids of their own. */
    static Attempt month(int month, long seed) {
        Attempt content = CONTENT.computeIfAbsent(month + "/" + seed, key -> compute(month, seed));
        return new Attempt(
                facts(RunKind.WINDOW, month(month), content.profile().rows(), "snapshot-" + seed),
                content.profile(),
                content.blocks(),
                content.comparisons(),
                content.findings());
    }

    private static Attempt compute(int month, long seed) {
        Window window = month(month);
        SlicedProfile profile = profile(BINNED, window, seed, (double) seed);
        SlicedProfile previous = profile(BINNED, month(month - 1), seed - 1, (double) (seed - 1));
        List<Comparison> comparisons = new ArrayList<>(List.of(
                compare(DriftType.BASELINE, REFERENCE.whole(), profile.whole()),
                compare(DriftType.CONSECUTIVE, previous.whole(), profile.whole())));
        for (DatasetProfile slice : profile.slices()) {
            comparisons.add(
                    compare(DriftType.BASELINE, REFERENCE.slice(slice.slice()).orElseThrow(), slice));
        }
        List<Finding> findings = new ArrayList<>(comparisons.get(0).drift().findings());
        findings.add(Finding.of("schema", HOSTILE, "type", Status.WARN, "<b>", HOSTILE, HOSTILE + " changed"));
        return new Attempt(
                facts(RunKind.WINDOW, window, profile.rows(), "snapshot-" + seed),
                profile,
                List.of(),
                comparisons,
                findings);
    }

    private static Comparison compare(DriftType type, DatasetProfile reference, DatasetProfile current) {
        return new Comparison(
                type, reference, current, DriftAnalysis.compare(Reference.of(reference), current, DriftPolicy.DEFAULT));
    }

    /** An attempt over some days of January, compared with nothing. */
    static Attempt days(int first, int last, long seed) {
        LocalDate january = LocalDate.of(2026, 1, 1);
        Window window = Window.between(january.withDayOfMonth(first), january.withDayOfMonth(last));
        SlicedProfile profile = profile(BINNED, window, seed, (double) seed);
        return new Attempt(
                facts(RunKind.WINDOW, window, profile.rows(), "snapshot-" + seed),
                profile,
                List.of(),
                List.of(),
                List.of());
    }

    /** The reference, with one block a month, which has slices too. */
    static Attempt reference() {
        List<SlicedProfile> blocks = new ArrayList<>();
        for (int month = 1; month <= 6; month++) {
            LocalDate start = LocalDate.of(2025, month, 1);
            blocks.add(block(Window.between(start, start.plusMonths(1)), month));
        }
        return new Attempt(
                facts(RunKind.REFERENCE, REFERENCE_WINDOW, REFERENCE.rows(), "snapshot"),
                REFERENCE,
                blocks,
                List.of(),
                List.of());
    }

    private static RunFacts facts(RunKind kind, Window window, long rows, String snapshot) {
        Instant start = Instant.parse("2026-11-01T00:00:00.123456Z");
        return new RunFacts(
                UUID.randomUUID().toString(),
                kind,
                MONITOR,
                window,
                "1 month",
                new RunInputs(
                        "digest", snapshot, Optional.of(REFERENCE_ID), Optional.empty(), "fingerprint-" + snapshot),
                Status.WARN,
                3,
                start,
                start.plusSeconds(2),
                "0.1.0",
                rows);
    }

    private static SlicedProfile block(Window window, long seed) {
        return profile(BINNED, window, seed, 0, ProfileDetail.COUNTS);
    }

    private static SlicedProfile profile(List<ColumnSpec> columns, Window window, long seed, double shift) {
        return profile(columns, window, seed, shift, ProfileDetail.FULL);
    }

    private static SlicedProfile profile(
            List<ColumnSpec> columns, Window window, long seed, double shift, ProfileDetail detail) {
        ProfileBuilder whole = new ProfileBuilder(columns, detail);
        Map<Slice, ProfileBuilder> slices = new HashMap<>();
        SLICES.forEach(slice -> slices.put(slice, new ProfileBuilder(columns, detail)));
        fill(
                seed,
                shift,
                category -> List.of(
                        whole, slices.getOrDefault(new Slice(HOSTILE, category), slices.get(Slice.rest(HOSTILE)))));
        return SlicedProfile.of(
                whole.build(window, Slice.ALL),
                SLICES.stream()
                        .map(slice -> slices.get(slice).build(window, slice))
                        .toList());
    }

    /** Adds rows to whatever takes those of their category. */
    private static void fill(long seed, double shift, Function<String, List<ProfileBuilder>> targets) {
        Random random = new Random(seed);
        for (int row = 0; row < 400; row++) {
            double amount = random.nextGaussian() / 3 + shift;
            String category = random.nextBoolean() ? HOSTILE : "<script>" + random.nextInt(3);
            boolean truth = random.nextInt(5) == 0;
            long when = random.nextLong(1_700_000_000_000_000L);
            for (ProfileBuilder builder : targets.apply(category)) {
                builder.addRow();
                ((NumericColumnBuilder) builder.column(0)).add(amount);
                builder.column(1).addNull();
                ((CategoricalColumnBuilder) builder.column(2)).add(category);
                ((BooleanColumnBuilder) builder.column(3)).add(truth);
                ((TemporalColumnBuilder) builder.column(4)).add(when);
                builder.column(5).addNull();
            }
        }
    }
}
