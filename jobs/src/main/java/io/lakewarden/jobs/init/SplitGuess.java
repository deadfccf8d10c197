package io.lakewarden.jobs.init;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What to hold against what, in data that know no time.
 *
 * @param column the column that tells one from the other; absent where that is not a column's purpose
 * @param trainingFiles the files that are the reference; none where both are in the same files
 * @param reference the predicate of the reference's rows; absent where files say it
 * @param current the predicate of the current rows; absent where files say it
 * @param sentence why
 */
record SplitGuess(
        Optional<ColumnGuess> column,
        List<String> trainingFiles,
        Optional<String> reference,
        Optional<String> current,
        Guess sentence) {
    private static final List<String> AFFIRMED = List.of("1", "true", "yes", "y");
    private static final int MOST_PARTS = 6;
    private static final int MOST_HASHED = 16;
    private static final int FEWEST_ROWS = 60;

    SplitGuess {
        Objects.requireNonNull(column, "column");
        trainingFiles = List.copyOf(trainingFiles);
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(current, "current");
        Objects.requireNonNull(sentence, "sentence");
    }

    /**
     * The guess.
     *
     * @param files the names of the files
     */
    static SplitGuess of(SampledTable table, List<ColumnGuess> columns, List<String> files) {
        List<ColumnGuess> usable = columns.stream().filter(Columns::isListable).toList();
        return byFiles(files)
                .or(() -> usable.stream()
                        .flatMap(column -> byColumn(column).stream())
                        .findFirst())
                .or(() -> usable.stream()
                        .filter(column -> table.whole() && isRising(column))
                        .findFirst()
                        .map(column -> byOrder(column)))
                .orElseGet(() -> byHash(table, usable));
    }

    private static Optional<SplitGuess> byFiles(List<String> files) {
        List<String> training = files.stream()
                .filter(file -> Names.isTraining(file.replaceFirst("\\.[^.]*$", "")))
                .toList();
        return training.isEmpty() || training.size() == files.size()
                ? Optional.empty()
                : Optional.of(new SplitGuess(
                        Optional.empty(),
                        training,
                        Optional.empty(),
                        Optional.empty(),
                        Guess.sure(
                                "reference",
                                Words.listed(training) + ", by name; the other files are held against "
                                        + (training.size() == 1 ? "it" : "them"))));
    }

    private static Optional<SplitGuess> byColumn(ColumnGuess column) {
        if (!Names.isSplit(column.name()) || column.distinct() < 2 || column.distinct() > MOST_PARTS) {
            return Optional.empty();
        }
        boolean yesNo = Names.isTraining(column.name());
        return column.counts().keySet().stream()
                .filter(value -> !value.contains("${"))
                .filter(value ->
                        Names.isTraining(value) || (yesNo && AFFIRMED.contains(value.toLowerCase(Locale.ROOT))))
                .findFirst()
                .map(value -> {
                    String name = Columns.sql(column);
                    String literal = literal(column, value);
                    return new SplitGuess(
                            Optional.of(column),
                            List.of(),
                            Optional.of(name + " = " + literal),
                            Optional.of(name + " <> " + literal),
                            Guess.sure(
                                    "reference",
                                    "the rows whose " + Words.shown(column.name()) + " is " + Words.shown(value)
                                            + "; all others are held against them"));
                });
    }

    private static String literal(ColumnGuess column, String value) {
        return column.content() == ColumnContent.TEXT
                ? "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
                : value;
    }

    /** A number that only rises from row to row, such as that of the row. */
    private static boolean isRising(ColumnGuess column) {
        if (column.content() != ColumnContent.WHOLE || !column.isUnique() || column.distinct() < FEWEST_ROWS) {
            return false;
        }
        long before = Long.MIN_VALUE;
        for (String text : column.column().texts()) {
            long value = Long.parseLong(text.trim());
            if (value < before) {
                return false;
            }
            before = value;
        }
        return true;
    }

    private static SplitGuess byOrder(ColumnGuess column) {
        List<String> texts = column.column().texts();
        String middle = texts.get(texts.size() / 2).trim();
        String name = Columns.sql(column);
        return new SplitGuess(
                Optional.empty(),
                List.of(),
                Optional.of(name + " < " + middle),
                Optional.of(name + " >= " + middle),
                Guess.doubtful(
                        "reference",
                        "no time and no training rows are named: the first half of the rows, in the order of "
                                + Words.shown(column.name())
                                + ", is held against the second; better name your training data"));
    }

    private static SplitGuess byHash(SampledTable table, List<ColumnGuess> columns) {
        String hashed = columns.stream()
                .sorted(Comparator.comparingInt(ColumnGuess::distinct).reversed())
                .limit(MOST_HASHED)
                .map(Columns::sql)
                .collect(Collectors.joining(", "));
        String half = "pmod(xxhash64(" + hashed + "), 2)";
        String few = table.allRows() < FEWEST_ROWS ? "; and there are too few rows to judge anything" : "";
        return new SplitGuess(
                Optional.empty(),
                List.of(),
                Optional.of(half + " = 0"),
                Optional.of(half + " = 1"),
                Guess.doubtful(
                        "reference",
                        "nothing tells training data from others, so a random half of the rows is held against the other"
                                + " half: that shows that all works, and should find no drift. Name your training data"
                                + " under reference.path or reference.where" + few));
    }
}
