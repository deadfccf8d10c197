package io.lakewarden.benchmarks.report;

import io.lakewarden.benchmarks.Option;
import io.lakewarden.benchmarks.OptionValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What the command line of {@link ReportBenchmark} asks for.
 *
 * @param columns the widths of the tables whose reports are opened
 * @param rounds how often each is opened
 * @param chromium the browser's program
 */
record ReportOptions(List<Integer> columns, int rounds, Path chromium) {
    private static final List<Integer> USUAL_COLUMNS = List.of(17, 500, 3_000);
    private static final int USUAL_ROUNDS = 5;

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException with one sentence for people
     */
    static ReportOptions parse(String... arguments) {
        List<Integer> columns = USUAL_COLUMNS;
        int rounds = USUAL_ROUNDS;
        Path chromium = Path.of("");
        for (Option option : Option.in(arguments)) {
            String value = option.value();
            switch (option.name()) {
                case "--columns" ->
                    columns = Arrays.stream(value.split(",", -1))
                            .map(width -> OptionValue.count(option.name(), width))
                            .toList();
                case "--rounds" -> rounds = OptionValue.count(option.name(), value);
                case "--chromium" -> chromium = Path.of(value);
                default ->
                    throw new IllegalArgumentException(
                            "unknown option '" + option.name() + "'; expected --columns, --rounds or --chromium");
            }
        }
        if (!Files.isRegularFile(chromium) || !Files.isExecutable(chromium)) {
            throw new IllegalArgumentException("no Chromium at '" + chromium
                    + "': install one (Debian's package chromium), or name its program by --chromium FILE");
        }
        return new ReportOptions(columns, rounds, chromium);
    }
}
