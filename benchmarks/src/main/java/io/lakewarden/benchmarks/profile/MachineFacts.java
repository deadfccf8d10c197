package io.lakewarden.benchmarks.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What the figures depend on; nothing that names the machine.
 *
 * @param cores that it has; all competitors are given two
 * @param memoryMib that it has
 * @param processor its model
 * @param system operating system and architecture
 * @param java version of Java
 */
public record MachineFacts(int cores, long memoryMib, String processor, String system, String java) {
    /** Of this machine. */
    public static MachineFacts read() throws IOException {
        return new MachineFacts(
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "")) >> 10,
                field("/proc/cpuinfo", "model name"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.runtime.version"));
    }

    /** For people. */
    public String sentence() {
        return String.format(
                Locale.ROOT, "%d cores (%s), %,d MiB, %s, Java %s", cores, processor, memoryMib, system, java);
    }

    private static String field(String file, String name) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(file));
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).trim())
                .findFirst()
                .orElse("0");
    }
}
