package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.WrittenMonitor;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A table of daily measurements of 2026 in one CSV file, a file for each month, and a monitor on it. January is the
 * reference; in March everything is two degrees warmer.
 */
public final class Measurements {
    private static final int ROWS_PER_MONTH = 600;
    private static final int WARM_MONTH = 3;

    private final Path folder;

    private Measurements(Path folder) {
        this.folder = folder;
    }

    /** Those that were written before. */
    static Measurements at(Path folder) {
        return new Measurements(folder);
    }

    /** Writes January to June. */
    public static Measurements in(Path folder) throws IOException {
        Measurements measurements = new Measurements(Files.createDirectories(folder));
        for (int month = 1; month <= 6; month++) {
            measurements.writeMonth(month, month == WARM_MONTH ? 22 : 20);
        }
        return measurements;
    }

    /** Writes a month anew, around another temperature. */
    public void writeMonth(int month, double mean) throws IOException {
        Random random = new Random(month);
        List<String> lines = new ArrayList<>(List.of("day,temperature,room"));
        for (int row = 0; row < ROWS_PER_MONTH; row++) {
            lines.add(String.format(
                    Locale.ROOT,
                    "2026-%02d-%02d,%.4f,%s",
                    month,
                    1 + row % 28,
                    mean + 2 * random.nextGaussian(),
                    random.nextInt(4) == 0 ? "hall" : "office"));
        }
        Path table = Files.createDirectories(folder.resolve("table"));
        Files.write(table.resolve(String.format(Locale.ROOT, "month-%02d.csv", month)), lines);
    }

    /** Removes a month's file. */
    public void deleteMonth(int month) throws IOException {
        Files.delete(folder.resolve(String.format(Locale.ROOT, "table/month-%02d.csv", month)));
    }

    /** The monitor, with a reference of one's own. */
    public MonitorConfig monitor(String reference) throws IOException {
        return monitor(reference, "");
    }

    /** The monitor, with a reference of one's own and more lines of YAML. */
    MonitorConfig monitor(String reference, String more) throws IOException {
        return WrittenMonitor.load(
                folder,
                """
                monitor: measurements
                source:
                  format: csv
                  path: table
                  types: {day: date, temperature: double, room: string}
                time: {column: day}
                windows: P1M
                reference: {%s}
                %s
                """
                        .formatted(reference, more));
    }

    /** The monitor with January pinned. */
    public MonitorConfig monitor() throws IOException {
        return monitor("pinned: 2026-01-01/2026-02-01");
    }

    /** The same with a slice for the more frequent room. */
    MonitorConfig sliced() throws IOException {
        return monitor("pinned: 2026-01-01/2026-02-01", "slices: {room: 1}");
    }

    /** A request for months of 2026, given by number. */
    public RunRequest request(MonitorConfig config, Path store, int... months) {
        List<Window> windows = IntStream.of(months)
                .mapToObj(month -> {
                    LocalDate start = LocalDate.of(2026, month, 1);
                    return Window.between(start, start.plusMonths(1));
                })
                .toList();
        return new RunRequest(
                config, windows, store.toString(), config.failOn(), Optional.empty(), ProfileOptions.NONE);
    }
}
