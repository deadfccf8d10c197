package io.lakewarden.benchmarks.width;

import io.lakewarden.benchmarks.Option;
import io.lakewarden.benchmarks.OptionValue;
import io.lakewarden.benchmarks.profile.table.GeneratedColumn;
import io.lakewarden.benchmarks.profile.table.Recipe;
import io.lakewarden.benchmarks.profile.table.TableSize;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the command line of {@link WidthBenchmark} asks for.
 *
 * @param size the table
 * @param driverMib heap of the driver
 * @param executorMib heap of the one executor
 * @param cores of the executor
 * @param months windows of a month that the commands read; with 0 they take the whole table for one window
 * @param work what to run
 * @param data cache of the tables
 * @param folder where logs, stores and event logs go
 * @param target what the build of {@code jobs} left: the jar and a SPARK_HOME
 * @param classes this module's own
 */
record WidthOptions(
        TableSize size,
        int driverMib,
        int executorMib,
        int cores,
        int months,
        List<Work> work,
        Path data,
        Path folder,
        Path target,
        Path classes) {
    private static final TableSize USUAL_SIZE = new TableSize(100_000, 5_000);
    private static final int USUAL_MIB = 2_048;
    private static final int USUAL_CORES = 2;

    /** What runs on the cluster. */
    enum Work {
        /** The profile of all columns and no more: no reference, no store, no report. */
        SCAN,
        /** {@code lakewarden profile}: the reference and a window, stored. */
        PROFILE,
        /** {@code lakewarden run}: the same and judged, with its report. */
        RUN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static List<Work> parse(String words) {
            return Arrays.stream(words.split(",", -1)).map(Work::named).toList();
        }

        private static Work named(String word) {
            return Arrays.stream(values())
                    .filter(work -> work.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("--only takes "
                            + Arrays.stream(values()).map(Work::word).collect(Collectors.joining(", ")) + ", but got '"
                            + word + "'"));
        }
    }

    /**
     * Reads the arguments; {@code --home}, which the shell script gives, is the folder of this module.
     *
     * @throws IllegalArgumentException with one sentence for people
     */
    static WidthOptions parse(String... arguments) {
        TableSize size = USUAL_SIZE;
        int driver = USUAL_MIB;
        int executor = USUAL_MIB;
        int cores = USUAL_CORES;
        int months = 0;
        List<Work> work = List.of(Work.values());
        Path home = Path.of("benchmarks");
        Path data = null;
        Path folder = null;
        for (Option option : Option.in(arguments)) {
            String value = option.value();
            switch (option.name()) {
                case "--size" -> size = TableSize.parse(value);
                case "--driver-memory" -> driver = mebibytes(option.name(), value);
                case "--executor-memory" -> executor = mebibytes(option.name(), value);
                case "--cores" -> cores = OptionValue.count(option.name(), value);
                case "--months" -> months = OptionValue.count(option.name(), value);
                case "--only" -> work = Work.parse(value);
                case "--home" -> home = Path.of(value);
                case "--data" -> data = Path.of(value);
                case "--work" -> folder = Path.of(value);
                default ->
                    throw new IllegalArgumentException("unknown option '" + option.name() + "'; expected --size,"
                            + " --driver-memory, --executor-memory, --cores, --months, --only, --data or --work");
            }
        }
        Path target = home.resolve("target").toAbsolutePath();
        WidthOptions options = new WidthOptions(
                size,
                driver,
                executor,
                cores,
                months,
                work,
                (data == null ? target.resolve("profile-data") : data).toAbsolutePath(),
                (folder == null ? target.resolve("width-work") : folder).toAbsolutePath(),
                home.toAbsolutePath().resolveSibling("jobs").resolve("target"),
                target.resolve("classes"));
        if (months > 0 && options.timeColumn().isEmpty()) {
            throw new IllegalArgumentException(
                    "--months needs a table with a time: wider than " + size.columns() + " columns");
        }
        return options;
    }

    /** The first column of the table that says when; narrow tables have none. */
    Optional<String> timeColumn() {
        return size.table().stream()
                .filter(column -> column.recipe() == Recipe.CREATED_AT)
                .map(GeneratedColumn::name)
                .findFirst();
    }

    private static int mebibytes(String option, String value) {
        int unit = value.endsWith("g") ? 1_024 : 1;
        if (!value.endsWith("g") && !value.endsWith("m")) {
            throw new IllegalArgumentException(option + " takes a size such as 2g or 512m, but got '" + value + "'");
        }
        return Math.multiplyExact(unit, OptionValue.count(option, value.substring(0, value.length() - 1)));
    }
}
