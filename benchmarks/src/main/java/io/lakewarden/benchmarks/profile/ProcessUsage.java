package io.lakewarden.benchmarks.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Linux says that a process and its children have used.
 *
 * @param cpuSeconds user and system time
 * @param peakMib the most memory that was resident (VmHWM); of several processes, the sum of their peaks
 */
public record ProcessUsage(double cpuSeconds, long peakMib) {
    /** The unit in which {@code /proc} counts time, the same on every Linux. */
    private static final double TICKS_PER_SECOND = 100;

    static final ProcessUsage NONE = new ProcessUsage(0, 0);

    /** Reads a process that is still there, with all below it. */
    static ProcessUsage of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(ProcessHandle::pid)
                .map(ProcessUsage::read)
                .reduce(
                        NONE,
                        (left, right) ->
                                new ProcessUsage(left.cpuSeconds + right.cpuSeconds, left.peakMib + right.peakMib));
    }

    /** Reads a process without those that it has started, which for a moment may seem as large as itself. */
    public static ProcessUsage alone(ProcessHandle process) {
        return read(process.pid());
    }

    private static ProcessUsage read(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        try {
            return parse(Files.readString(folder.resolve("stat")), Files.readAllLines(folder.resolve("status")));
        } catch (IOException e) {
            // It ended in between; its time counts among that of its parent's children.
            return NONE;
        }
    }

    /** Reads the texts of {@code /proc/PID/stat} and {@code /proc/PID/status}. */
    static ProcessUsage parse(String stat, List<String> status) {
        // The name in parentheses may hold anything, even parentheses and spaces.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = 0;
        for (int user = 11; user < 15; user++) {
            ticks += Long.parseLong(fields[user]);
        }
        long kibibytes = status.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
        return new ProcessUsage(ticks / TICKS_PER_SECOND, kibibytes >> 10);
    }
}
