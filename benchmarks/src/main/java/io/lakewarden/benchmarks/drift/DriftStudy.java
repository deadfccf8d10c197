package io.lakewarden.benchmarks.drift;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.lakewarden.benchmarks.Rate;
import io.lakewarden.benchmarks.drift.EqualRateBound.Distance;
import io.lakewarden.benchmarks.drift.StudyResult.Bound;
import io.lakewarden.benchmarks.drift.StudyResult.Cell;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Draws windows with and without a shift and counts alarms: of the default verdict, of each statistic at 1 % false alarms,
 * and of what other tools do by default.
 */
public final class DriftStudy {
    /** The rate at which statistics are held against each other. */
    static final double EQUAL_RATE = 0.01;

    private static final int REFERENCE_ROWS = 100_000;

    /** In larger windows the best test misses nothing that a distance finds. */
    private static final int LARGEST_BOUND = 1_000;

    /** A bound is a small difference of rates. */
    private static final int BOUND_DRAWS = 100;

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new Jdk8Module())
            .build();

    private final StudyOptions options;

    private DriftStudy(StudyOptions options) {
        this.options = options;
    }

    /** Prints the table, and writes the result where {@code --output} says. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        StudyOptions options;
        try {
            options = StudyOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("drift-study: " + e.getMessage());
            System.exit(2);
            return;
        }
        StudyResult result = run(options);
        out.print(StudyTable.of(result));
        if (options.output().isPresent()) {
            write(result, options.output().get());
            out.println();
            out.println("written to " + options.output().get());
        }
    }

    static StudyResult run(StudyOptions options) {
        List<Bound> bounds = options.sizes().stream()
                .filter(size -> size <= LARGEST_BOUND)
                .flatMap(size -> Arrays.stream(KnownLaw.values()).map(law -> bound(law, size, options)))
                .toList();
        return new StudyResult(
                options.draws(), options.seed(), REFERENCE_ROWS, new DriftStudy(options).cells(), bounds);
    }

    private static Bound bound(KnownLaw law, int size, StudyOptions options) {
        EqualRateBound bound = new EqualRateBound(law, size, BOUND_DRAWS * options.draws(), options.seed());
        return new Bound(
                law.law().toString(),
                size,
                bound.behind(EnumSet.of(Distance.MEAN, Distance.RANK)),
                bound.behind(EnumSet.allOf(Distance.class)));
    }

    static void write(StudyResult result, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JSON.writeValueAsString(result) + "\n");
    }

    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (Law law : Law.values()) {
            WatchedTable table = new WatchedTable(law, REFERENCE_ROWS, seed(law, 0, 0, 0));
            for (int size : options.sizes()) {
                SortedMap<String, Double> limits = new TreeMap<>();
                int number = 1;
                for (Shift shift : Shift.of(law)) {
                    boolean quiet = shift.equals(Shift.NONE);
                    int draws = quiet ? options.quietDraws(law, size) : options.draws(law, size);
                    List<Outcome> windows = drawn(table, law, size, shift, number++, draws);
                    if (quiet) {
                        // limits are set by other windows than those with a shift
                        limits = limits(windows);
                    }
                    cells.add(cell(law, size, shift, windows, limits));
                }
            }
        }
        return cells;
    }

    private List<Outcome> drawn(WatchedTable table, Law law, int size, Shift shift, int number, int draws) {
        return IntStream.range(0, draws)
                .parallel()
                .mapToObj(draw ->
                        Outcome.of(table.window(size, shift, seed(law, size, number, draw + 1)), law, REFERENCE_ROWS))
                .toList();
    }

    /** Distinct for each draw, two apart: a shift draws from the next. */
    private long seed(Law law, int size, int number, int draw) {
        return 2
                * ((((options.seed() * 31 + law.name().hashCode()) * 10_000_019 + size) * 101 + number) * 1_000_003
                        + draw);
    }

    private static Cell cell(Law law, int size, Shift shift, List<Outcome> windows, SortedMap<String, Double> limits) {
        boolean compared = law.comparesStatistics() && !shift.equals(Shift.NONE);
        SortedMap<String, Rate> atEqualRate = new TreeMap<>();
        if (compared) {
            limits.forEach((statistic, limit) -> atEqualRate.put(
                    statistic, rate(windows, window -> window.magnitudes().get(statistic) > limit)));
        }
        SortedMap<String, Rate> peerDefaults = new TreeMap<>();
        if (law.comparesStatistics()) {
            for (PeerDefault peer : PeerDefault.values()) {
                peerDefaults.put(
                        peer.toString(), rate(windows, window -> window.peers().contains(peer)));
            }
        }
        return new Cell(
                law.toString(),
                size,
                shift.toString(),
                shift.test(law),
                rate(windows, Outcome::verdict),
                rate(windows, Outcome::anyColumn),
                atEqualRate,
                compared ? Optional.of(rivalry(shift.test(law), limits, windows, true)) : Optional.empty(),
                compared ? Optional.of(rivalry(shift.test(law), limits, windows, false)) : Optional.empty(),
                peerDefaults);
    }

    private static Rivalry rivalry(
            String test, SortedMap<String, Double> limits, List<Outcome> windows, boolean ofPeers) {
        SortedMap<String, Double> rivals = new TreeMap<>(limits);
        rivals.keySet().removeIf(statistic -> !statistic.equals(test) && PeerStatistics.contains(statistic) != ofPeers);
        return Rivalry.of(test, rivals, windows);
    }

    /** For each statistic the value that quiet windows exceed once in a hundred times, as the order of the draws says it. */
    private static SortedMap<String, Double> limits(List<Outcome> quiet) {
        SortedMap<String, Double> limits = new TreeMap<>();
        int rank = (int) Math.min(quiet.size(), Math.ceil((quiet.size() + 1) * (1 - EQUAL_RATE)));
        for (String statistic : quiet.get(0).magnitudes().keySet()) {
            double[] sorted = quiet.stream()
                    .mapToDouble(window -> window.magnitudes().get(statistic))
                    .sorted()
                    .toArray();
            limits.put(statistic, sorted[rank - 1]);
        }
        return limits;
    }

    private static Rate rate(List<Outcome> windows, Predicate<Outcome> alarm) {
        return Rate.of(windows.stream().filter(alarm).count(), windows.size());
    }
}
