package io.lakewarden.benchmarks.drift;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lakewarden.benchmarks.Rate;
import io.lakewarden.benchmarks.drift.StudyResult.Cell;
import io.lakewarden.drift.ColumnDrift;
import io.lakewarden.result.MetricValue.Known;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
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
        return new StudyResult(options.draws(), options.seed(), REFERENCE_ROWS, new DriftStudy(options).cells());
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
                // the windows that limits are set by are not among those that are judged
                SortedMap<String, Double> limits = law.comparesStatistics()
                        ? limits(drawn(table, law, size, Shift.NONE, 1, options.limitDraws(size)))
                        : new TreeMap<>();
                int number = 2;
                for (Shift shift : Shift.of(law)) {
                    int draws = shift.equals(Shift.NONE) ? options.quietDraws(size) : options.draws(size);
                    cells.add(cell(law, size, shift, drawn(table, law, size, shift, number++, draws), limits));
                }
            }
        }
        return cells;
    }

    private List<List<ColumnDrift>> drawn(WatchedTable table, Law law, int size, Shift shift, int number, int draws) {
        return IntStream.range(0, draws)
                .parallel()
                .mapToObj(draw -> table.window(size, shift, seed(law, size, number, draw + 1)))
                .toList();
    }

    /** Distinct for each draw, two apart: a shift draws from the next. */
    private long seed(Law law, int size, int number, int draw) {
        return 2
                * ((((options.seed() * 31 + law.name().hashCode()) * 10_000_019 + size) * 101 + number) * 1_000_003
                        + draw);
    }

    private static Cell cell(
            Law law, int size, Shift shift, List<List<ColumnDrift>> windows, SortedMap<String, Double> limits) {
        SortedMap<String, Rate> atEqualRate = new TreeMap<>();
        limits.forEach((statistic, limit) ->
                atEqualRate.put(statistic, rate(windows, window -> magnitude(window.get(0), statistic) > limit)));
        SortedMap<String, Rate> peerDefaults = new TreeMap<>();
        if (law.comparesStatistics()) {
            for (PeerDefault peer : PeerDefault.values()) {
                peerDefaults.put(peer.toString(), rate(windows, window -> peer.alarms(window.get(0), REFERENCE_ROWS)));
            }
        }
        return new Cell(
                law.toString(),
                size,
                shift.toString(),
                shift.test(law),
                rate(windows, window -> window.get(0).status().isAlert()),
                rate(windows, window -> window.stream()
                        .anyMatch(column -> column.status().isAlert())),
                atEqualRate,
                peerDefaults);
    }

    /** For each statistic the value that quiet windows exceed once in a hundred times, as the order of the draws says it. */
    private static SortedMap<String, Double> limits(List<List<ColumnDrift>> quiet) {
        SortedMap<String, Double> limits = new TreeMap<>();
        int rank = (int) Math.min(quiet.size(), Math.ceil((quiet.size() + 1) * (1 - EQUAL_RATE)));
        for (String statistic : quiet.get(0).get(0).scores().keySet()) {
            double[] sorted = quiet.stream()
                    .mapToDouble(window -> magnitude(window.get(0), statistic))
                    .sorted()
                    .toArray();
            limits.put(statistic, sorted[rank - 1]);
        }
        return limits;
    }

    /** All statistics are 0 without drift and grow with it, some with a sign; one that is unknown finds nothing. */
    private static double magnitude(ColumnDrift column, String statistic) {
        return column.scores().get(statistic).value() instanceof Known known ? Math.abs(known.value()) : 0;
    }

    private static Rate rate(List<List<ColumnDrift>> windows, Predicate<List<ColumnDrift>> alarm) {
        return Rate.of(windows.stream().filter(alarm).count(), windows.size());
    }
}
