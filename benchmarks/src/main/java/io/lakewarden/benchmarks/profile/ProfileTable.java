package io.lakewarden.benchmarks.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.lakewarden.benchmarks.profile.ProfileResult.Description;
import io.lakewarden.benchmarks.profile.ProfileResult.Growth;
import io.lakewarden.benchmarks.profile.ProfileResult.Measured;
import io.lakewarden.benchmarks.profile.ProfileResult.Point;
import io.lakewarden.benchmarks.profile.ProfileResult.SizeResult;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The result as plain text. */
final class ProfileTable {
    private ProfileTable() {}

    /** What it runs on. */
    static String machine(MachineFacts machine) {
        return line("%s; every competitor gets two cores", machine.sentence());
    }

    /** One line for each competitor on one table. */
    static String size(SizeResult result) {
        StringBuilder text = new StringBuilder(line(
                "%n%s: %,d rows x %,d columns, %,d MiB of Parquet",
                result.size(), result.rows(), result.columns(), result.bytes() >> 20));
        text.append(line(
                "%-16s %31s %9s %9s %9s %9s  %s",
                "",
                "seconds: median (min - max)",
                "cold",
                "CPU s",
                "peak MiB",
                "live MiB",
                "ours / theirs: median (min - max)"));
        text.append(row("ours", result.ours(), Optional.empty()));
        result.competitors()
                .forEach((id, measured) -> text.append(
                        row(id, measured, Optional.ofNullable(result.ratios().get(id)))));
        result.accuracy().ifPresent(accuracy -> text.append(accuracy(accuracy)));
        return text.toString();
    }

    private static String row(String id, Measured measured, Optional<Spread> ratio) {
        String row = String.format(
                Locale.ROOT,
                "%-16s %31s %9s %9s %,9d %9s  %s",
                id,
                measured.seconds().map(ProfileTable::spread).orElse("-"),
                measured.coldSeconds().map(ProfileTable::figure).orElse("-"),
                measured.cpuSeconds()
                        .map(Spread::median)
                        .map(ProfileTable::figure)
                        .orElse("-"),
                measured.peakMemoryMib(),
                measured.liveHeapMib() == 0 ? "-" : String.format(Locale.ROOT, "%,d", measured.liveHeapMib()),
                ratio.map(ProfileTable::spread).orElse(""));
        return line("%s", (row + measured.problem().map(it -> "  " + it).orElse("")).stripTrailing());
    }

    private static String spread(Spread spread) {
        return figure(spread.median()) + " (" + figure(spread.minimum()) + " - " + figure(spread.maximum()) + ")";
    }

    /** Three digits that say something. */
    private static String figure(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : value >= 0.1 ? 3 : 4;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    private static String accuracy(JsonNode accuracy) {
        StringBuilder text = new StringBuilder(line(
                "accuracy of ours, %d columns: rank error %.3f %% (stated %.3f %%), distinct %.2f %% (%d of %d intervals"
                        + " miss), frequent values %d of %d bounds miss, %d above 0.2 %% not listed, moments %.1e",
                accuracy.path("columns").asInt(),
                100 * accuracy.path("rank_error").asDouble(),
                100 * accuracy.path("stated_rank_error").asDouble(),
                100 * accuracy.path("distinct_error").asDouble(),
                accuracy.path("distinct_outside_bounds").asInt(),
                accuracy.path("distinct_intervals").asInt(),
                accuracy.path("frequent_outside_bounds").asInt(),
                accuracy.path("frequent_values").asInt(),
                accuracy.path("frequent_missed").asInt(),
                accuracy.path("moment_error").asDouble()));
        accuracy.path("wrong").forEach(clause -> text.append(line("  WRONG: %s", clause.asText())));
        return text.toString();
    }

    /** How our own costs grow. */
    static String growth(Map<String, Growth> growth) {
        StringBuilder text = new StringBuilder();
        growth.forEach((grown, result) -> {
            text.append(line(
                    "%nours over %s: seconds grow with exponent %s",
                    grown,
                    result.exponent()
                            .map(it -> String.format(Locale.ROOT, "%.3f", it))
                            .orElse("unknown")));
            for (Point point : result.points()) {
                text.append(row(point.size(), point.measured(), Optional.empty()));
            }
        });
        return text.toString();
    }

    /** What the figures are figures of. */
    static String descriptions(Map<String, Description> competitors) {
        StringBuilder text = new StringBuilder(line("%nwhat each computes, and how wrong it may be:"));
        competitors.forEach((id, description) -> text.append(line(
                "%s%s%s%n    %s%n    %s",
                id,
                description.version().isEmpty() ? "" : " (" + description.version() + ")",
                description.heapMib().map(heap -> ", heap " + heap + " MiB").orElse(""),
                description.statistics(),
                description.errors())));
        return text.toString();
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format + "%n", arguments);
    }
}
