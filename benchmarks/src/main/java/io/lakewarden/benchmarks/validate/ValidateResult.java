package io.lakewarden.benchmarks.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.lakewarden.benchmarks.profile.MachineFacts;
import io.lakewarden.benchmarks.profile.Spread;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that was measured.
 *
 * @param size the table's name
 * @param rows its rows
 * @param bytes its files
 * @param rounds how many were asked for of each competitor
 * @param machine what it ran on
 * @param competitors by name
 * @param ratios seconds divided by seconds of the same round, by what is divided
 * @param verdicts for each rule whether it holds, where all who judged it said the same
 * @param differences the rules of which somebody said something else, or nothing; empty when all agree
 */
record ValidateResult(
        String size,
        long rows,
        long bytes,
        int rounds,
        MachineFacts machine,
        Map<String, Measured> competitors,
        Map<String, Spread> ratios,
        Map<String, Boolean> verdicts,
        List<String> differences) {
    /**
     * What was measured of one competitor.
     *
     * @param work what it does
     * @param seconds of a round, missing if none was finished
     * @param coldSeconds of the first run of its process
     * @param cpuSeconds of a round
     * @param peakMemoryMib of its process
     * @param liveHeapMib the most heap in use after a collection
     * @param counts what Spark did in the last round
     * @param passes rows that scans gave, per row of the table; scans that read no column do not count
     * @param columnsRead cells that scans gave, per row of the table
     * @param problem why rounds are missing
     */
    record Measured(
            String work,
            Optional<Spread> seconds,
            Optional<Double> coldSeconds,
            Optional<Spread> cpuSeconds,
            long peakMemoryMib,
            long liveHeapMib,
            Optional<JsonNode> counts,
            Optional<Double> passes,
            Optional<Double> columnsRead,
            Optional<String> problem) {}
}
