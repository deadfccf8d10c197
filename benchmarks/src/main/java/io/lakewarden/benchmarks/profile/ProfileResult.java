package io.lakewarden.benchmarks.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Everything that was measured.
 *
 * @param scale how large the tables are
 * @param rounds how many were asked for of each competitor
 * @param limitSeconds how long each competitor could take on one table in all
 * @param machine what it ran on
 * @param competitors what each computes, by its name
 * @param sizes what was measured on each table
 * @param growth how our own costs grow, by what was grown
 */
record ProfileResult(
        String scale,
        int rounds,
        long limitSeconds,
        MachineFacts machine,
        Map<String, Description> competitors,
        List<SizeResult> sizes,
        SortedMap<String, Growth> growth) {
    /**
     * What a competitor computes.
     *
     * @param version what it runs on
     * @param statistics what it finds out
     * @param errors how wrong that may be
     * @param heapMib the heap that Java gets, where it runs on Java
     */
    record Description(String version, String statistics, String errors, Optional<Integer> heapMib) {}

    /**
     * One table.
     *
     * @param size its name
     * @param rows its rows
     * @param columns its columns
     * @param bytes its files
     * @param ours our own rounds of all heats
     * @param competitors all others, by name
     * @param ratios our seconds divided by theirs, pair by pair; missing where there is no pair
     * @param accuracy how far our profile is from the truth
     */
    record SizeResult(
            String size,
            long rows,
            int columns,
            long bytes,
            Measured ours,
            Map<String, Measured> competitors,
            Map<String, Spread> ratios,
            Optional<JsonNode> accuracy) {}

    /**
     * What was measured of one competitor on one table.
     *
     * @param seconds of a round, missing if none was finished
     * @param coldSeconds of the first run of its process
     * @param cpuSeconds of a round
     * @param peakMemoryMib of its process
     * @param liveHeapMib the most heap in use after a collection, where there is such a heap
     * @param problem why rounds are missing
     */
    record Measured(
            Optional<Spread> seconds,
            Optional<Double> coldSeconds,
            Optional<Spread> cpuSeconds,
            long peakMemoryMib,
            long liveHeapMib,
            Optional<String> problem) {}

    /**
     * How our own costs grow.
     *
     * @param exponent of the median seconds over the size; 1 is linear; missing where a size was not finished
     * @param points one for each size, each in a process of its own
     */
    record Growth(Optional<Double> exponent, List<Point> points) {}

    /**
     * One size.
     *
     * @param size its name
     * @param grown its rows or its columns
     * @param measured of ours
     */
    record Point(String size, long grown, Measured measured) {}
}
