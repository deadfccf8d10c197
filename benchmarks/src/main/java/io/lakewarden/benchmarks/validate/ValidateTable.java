package io.lakewarden.benchmarks.validate;

import io.lakewarden.benchmarks.profile.Spread;
import io.lakewarden.benchmarks.validate.ValidateResult.Measured;
import java.util.Locale;

/** The result as plain text. */
final class ValidateTable {
    private static final double MIB = 1 << 20;

    private ValidateTable() {}

    static String text(ValidateResult result) {
        StringBuilder text = new StringBuilder(line(
                        "%s; every competitor gets two cores", result.machine().sentence()))
                .append(line(
                        "%n%s: %,d rows, %,.0f MiB of Parquet", result.size(), result.rows(), result.bytes() / MIB))
                .append(line(
                        "%-16s %24s %7s %7s %8s %8s %5s %7s %7s %9s %9s %9s",
                        "",
                        "seconds: median (range)",
                        "cold",
                        "CPU s",
                        "peak MiB",
                        "live MiB",
                        "jobs",
                        "passes",
                        "columns",
                        "read MiB",
                        "shuffled",
                        "written"));
        result.competitors().forEach((id, measured) -> text.append(row(id, measured)));
        text.append(line(""));
        result.ratios().forEach((what, ratio) -> text.append(line("%-48s %s", what, spread(ratio))));
        long held = result.verdicts().values().stream().filter(it -> it).count();
        text.append(line(
                "%d rules judged alike by everybody: %d hold, %d do not",
                result.verdicts().size(), held, result.verdicts().size() - held));
        result.differences().forEach(difference -> text.append(line("DIFFERENT: %s", difference)));
        return text.toString();
    }

    private static String row(String id, Measured measured) {
        String row = String.format(
                Locale.ROOT,
                "%-16s %24s %7s %7s %,8d %,8d %5s %7s %7s %9s %9s %9s",
                id,
                measured.seconds().map(ValidateTable::spread).orElse("-"),
                measured.coldSeconds().map(ValidateTable::figure).orElse("-"),
                measured.cpuSeconds().map(it -> figure(it.median())).orElse("-"),
                measured.peakMemoryMib(),
                measured.liveHeapMib(),
                measured.counts().map(it -> it.path("jobs").asText()).orElse("-"),
                measured.passes().map(ValidateTable::figure).orElse("-"),
                measured.columnsRead().map(ValidateTable::figure).orElse("-"),
                mebibytes(measured, "bytes_read"),
                mebibytes(measured, "bytes_shuffled"),
                mebibytes(measured, "bytes_written"));
        return line("%s", (row + measured.problem().map(it -> "  " + it).orElse("")).stripTrailing());
    }

    private static String mebibytes(Measured measured, String count) {
        return measured.counts()
                .map(it -> String.format(Locale.ROOT, "%,.0f", it.path(count).asLong() / MIB))
                .orElse("-");
    }

    private static String spread(Spread spread) {
        return figure(spread.median()) + " (" + figure(spread.minimum()) + " - " + figure(spread.maximum()) + ")";
    }

    /** Three digits that say something. */
    private static String figure(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format + "%n", arguments);
    }
}
