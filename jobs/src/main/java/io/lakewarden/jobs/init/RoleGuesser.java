package io.lakewarden.jobs.init;

import io.lakewarden.jobs.config.UserException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Guesses what columns mean to a model, by their names and values. Every column gets one role at the most. */
final class RoleGuesser {
    private static final int FEWEST_ROWS = 50;
    private static final int MOST_CODES = 24;
    private static final int ROWS_PER_CODE = 20;
    private static final double MOSTLY_DIFFERENT = 0.1;

    private final List<ColumnGuess> columns;
    private final int rows;
    private final Set<String> taken = new HashSet<>();
    private final List<Guess> sentences = new ArrayList<>();

    private RoleGuesser(List<ColumnGuess> columns, int rows) {
        this.columns = columns.stream().filter(Columns::isListable).toList();
        this.rows = rows;
    }

    /**
     * The guess.
     *
     * @param rows how many rows were looked at
     * @param time the column that says when, which has its role already
     * @param calendar columns that only repeat what that one says
     * @param split the column that tells reference from current, which is nothing to compare
     */
    static Roles of(
            List<ColumnGuess> columns,
            int rows,
            InitRequest request,
            Optional<ColumnGuess> time,
            CalendarColumns calendar,
            Optional<ColumnGuess> split) {
        RoleGuesser guesser = new RoleGuesser(columns, rows);
        time.map(ColumnGuess::path).ifPresent(guesser.taken::add);
        return guesser.roles(request, calendar, split);
    }

    private Roles roles(InitRequest request, CalendarColumns calendar, Optional<ColumnGuess> split) {
        Optional<String> label = request.label().map(wanted -> asked(wanted, "--label"));
        List<String> predictions = new ArrayList<>(request.predictions().stream()
                .map(wanted -> asked(wanted, "--prediction"))
                .toList());
        List<String> ignored = ignored(calendar, split);
        List<String> ids = ids();
        if (label.isEmpty()) {
            label = guessedLabel();
        } else {
            sentences.add(Guess.sure("label", Words.shown(label.get()) + ", as asked for"));
        }
        if (predictions.isEmpty()) {
            predictions.addAll(guessedPredictions(label));
        } else {
            sentences.add(Guess.sure("prediction", Words.listed(predictions) + ", as asked for"));
        }
        List<String> protectedAttributes = take(column -> Names.isProtected(column.name()));
        if (!protectedAttributes.isEmpty()) {
            sentences.add(Guess.sure("protected", Words.listed(protectedAttributes) + ", by name"));
        }
        List<String> categorical = categorical(ignored, ids);
        return new Roles(ignored, categorical, ids, label, predictions, protectedAttributes, sentences);
    }

    private String asked(String wanted, String option) {
        ColumnGuess column = Columns.named(columns, wanted, option);
        if (!taken.add(column.path())) {
            throw new UserException(
                    option + ": column '" + wanted + "' has another role already; expected one role for each column");
        }
        return column.path();
    }

    private List<String> ignored(CalendarColumns calendar, Optional<ColumnGuess> split) {
        List<String> ignored = new ArrayList<>();
        split.filter(column -> taken.add(column.path())).ifPresent(column -> ignored.add(column.path()));
        List<String> nameless = take(column ->
                column.content() == ColumnContent.EMPTY && column.name().matches("_c[0-9]+"));
        if (!nameless.isEmpty()) {
            ignored.addAll(nameless);
            sentences.add(Guess.sure("ignore", Words.listed(nameless) + ": no name and no value"));
        }
        List<String> dates = take(column -> column.content() == ColumnContent.DATED_TEXT);
        if (!dates.isEmpty()) {
            ignored.addAll(dates);
            sentences.add(Guess.sure("ignore", Words.listed(dates) + ": other times, which are always new"));
        }
        List<String> rising =
                take(column -> calendar.rising().contains(column.path()) && !Names.isLabel(column.name()));
        if (!rising.isEmpty()) {
            ignored.addAll(rising);
            sentences.add(Guess.sure(
                    "ignore", Words.listed(rising) + ": only ever rises with time, so that it moves by itself"));
        }
        List<String> repeating = take(column -> calendar.repeating().contains(column.path()));
        if (!repeating.isEmpty()) {
            ignored.addAll(repeating);
            sentences.add(Guess.sure(
                    "ignore",
                    Words.listed(repeating)
                            + ": only repeats the calendar, so that a window never has all its values"));
        }
        return ignored;
    }

    private List<String> ids() {
        List<String> ids = take(this::isId);
        if (!ids.isEmpty()) {
            sentences.add(Guess.sure(
                    "id",
                    Words.listed(ids) + ": by name, or with another value in each row; profiled, never compared"));
        }
        return ids;
    }

    private boolean isId(ColumnGuess column) {
        boolean kind = column.content() == ColumnContent.WHOLE || column.content() == ColumnContent.TEXT;
        if (!kind || Names.isLabel(column.name()) || Names.isPrediction(column.name())) {
            return false;
        }
        boolean named = Names.isId(column.name()) && column.distinct() > MOSTLY_DIFFERENT * rows;
        boolean different = rows >= FEWEST_ROWS
                && column.isUnique()
                && (column.content() == ColumnContent.TEXT || isSequence(column));
        return named || different;
    }

    /** Numbers that leave few out between the first and the last. */
    private static boolean isSequence(ColumnGuess column) {
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (String text : column.counts().keySet()) {
            long value = Long.parseLong(text);
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return (double) greatest - least < 2.0 * column.distinct();
    }

    private Optional<String> guessedLabel() {
        List<ColumnGuess> candidates = columns.stream()
                .filter(column -> !taken.contains(column.path()) && Names.isLabel(column.name()))
                .toList();
        if (!candidates.isEmpty()) {
            String label = candidates.get(0).path();
            taken.add(label);
            List<String> others =
                    candidates.stream().skip(1).map(ColumnGuess::path).toList();
            sentences.add(Guess.sure(
                    "label",
                    Words.shown(label) + ", by name"
                            + (others.isEmpty()
                                    ? ""
                                    : "; " + Words.listed(others) + " could be as well: name it with --label")));
            return Optional.of(label);
        }
        Optional<ColumnGuess> last = columns.stream()
                .reduce((first, second) -> second)
                .filter(column -> !taken.contains(column.path()) && column.distinct() == 2);
        sentences.add(Guess.sure(
                "label",
                last.map(column -> "none by name; " + Words.shown(column.path())
                                + " is the last column and has two values: if it is the outcome, say so with --label")
                        .orElse("none by name; say which it is with --label COLUMN")));
        return Optional.empty();
    }

    private List<String> guessedPredictions(Optional<String> label) {
        List<String> predictions = take(column -> Names.isPrediction(column.name())
                && !column.content().isTime()
                && (!Names.isProbability(column.name()) || isShare(column)));
        sentences.add(
                predictions.isEmpty()
                        ? Guess.sure("prediction", "none by name; say which it is with --prediction COLUMN")
                        : Guess.sure(
                                "prediction",
                                Words.listed(predictions) + ", by name"
                                        + (label.isPresent() ? "" : "; a label is missing beside it")));
        return predictions;
    }

    private static boolean isShare(ColumnGuess column) {
        return column.content().isNumeric()
                && column.counts().keySet().stream()
                        .filter(Cells::isNumber)
                        .mapToDouble(Double::parseDouble)
                        .allMatch(value -> value >= 0 && value <= 1);
    }

    /** A label or a protected attribute may be a code too. */
    private List<String> categorical(List<String> ignored, List<String> ids) {
        List<String> codes = columns.stream()
                .filter(column -> column.content() == ColumnContent.WHOLE)
                .filter(column -> !ignored.contains(column.path()) && !ids.contains(column.path()))
                .filter(column ->
                        column.distinct() <= MOST_CODES && column.distinct() * (long) ROWS_PER_CODE <= column.present())
                .map(ColumnGuess::path)
                .toList();
        if (!codes.isEmpty()) {
            sentences.add(Guess.sure("categorical", Words.listed(codes) + ": few different whole numbers"));
        }
        return codes;
    }

    private List<String> take(Predicate<ColumnGuess> test) {
        List<String> paths = columns.stream()
                .filter(column -> !taken.contains(column.path()))
                .filter(test)
                .map(ColumnGuess::path)
                .toList();
        taken.addAll(paths);
        return paths;
    }
}
