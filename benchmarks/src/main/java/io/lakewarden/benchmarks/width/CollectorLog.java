package io.lakewarden.benchmarks.width;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the log of Java's collector ({@code -Xlog:gc}) says.
 *
 * @param pauseSeconds in which the process stood still
 * @param liveMib the most heap that was still in use once everything had been marked, or after any pause where that never
 *     happened: what the work needed at the most, where the memory of the process shows how much was left lying about
 */
record CollectorLog(double pauseSeconds, long liveMib) {
    private static final Pattern PAUSE =
            Pattern.compile("Pause (Remark|Full)?.*?\\d+M->(\\d+)M\\(\\d+M\\) ([0-9.]+)ms");

    static CollectorLog read(Path file) throws IOException {
        double millis = 0;
        long left = 0;
        long live = 0;
        if (Files.exists(file)) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    Matcher pause = PAUSE.matcher(line);
                    if (pause.find()) {
                        long used = Long.parseLong(pause.group(2));
                        left = Math.max(left, used);
                        live = pause.group(1) == null ? live : Math.max(live, used);
                        millis += Double.parseDouble(pause.group(3));
                    }
                }
            }
        }
        return new CollectorLog(millis / 1e3, live == 0 ? left : live);
    }
}
