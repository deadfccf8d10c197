package io.lakewarden.jobs.init;

import io.lakewarden.jobs.config.UserException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The column that says when a row happened.
 *
 * @param column the column
 * @param form how it writes times
 * @param sentences why this one, and what else is to be known
 */
record TimeChoice(ColumnGuess column, TimeForm form, List<Guess> sentences) {
    private static final String TOPIC = "time";
    private static final double MOST_MISSING = 0.05;
    private static final long SECONDS_2001 = 1_000_000_000L;
    private static final long SECONDS_2100 = 4_102_444_800L;
    private static final long MILLIS = 1_000;

    TimeChoice {
        sentences = List.copyOf(sentences);
    }

    /** The column asked for, or the likeliest; empty where no column holds times. */
    static Optional<TimeChoice> of(List<ColumnGuess> columns, Optional<String> wanted) {
        return wanted.isPresent() ? Optional.of(asked(columns, wanted.get())) : likeliest(columns);
    }

    private static TimeChoice asked(List<ColumnGuess> columns, String wanted) {
        ColumnGuess column = Columns.named(columns, wanted, "--timestamp");
        TimeForm form = column.time()
                .orElseThrow(() -> new UserException("--timestamp: column '" + wanted
                        + "' holds no dates or times that are understood"
                        + column.counts().keySet().stream()
                                .findFirst()
                                .map(text -> ", such as " + Words.shown(text))
                                .orElse("")
                        + hint(columns)));
        return of(columns, column, form, "as asked for", List.of());
    }

    private static String hint(List<ColumnGuess> columns) {
        List<String> times = columns.stream()
                .filter(it -> it.time().isPresent())
                .map(ColumnGuess::name)
                .toList();
        return times.isEmpty() ? "" : "; there are times in " + Words.listed(times);
    }

    private static Optional<TimeChoice> likeliest(List<ColumnGuess> columns) {
        List<ColumnGuess> candidates = columns.stream()
                .filter(it -> it.time().isPresent() && it.distinct() > 1)
                .filter(it -> !Names.hasWord(it.name(), Names.BIRTHS))
                .sorted(Comparator.comparingInt(TimeChoice::likelihood).reversed())
                .toList();
        return candidates.stream().findFirst().map(column -> {
            List<String> others =
                    candidates.stream().skip(1).map(ColumnGuess::name).toList();
            return of(columns, column, column.time().orElseThrow(), "", others);
        });
    }

    private static int likelihood(ColumnGuess column) {
        boolean complete =
                column.present() >= (1 - MOST_MISSING) * column.column().texts().size();
        return (Names.hasWord(column.name(), Names.TIMES) ? 2 : 0)
                + (complete ? 2 : 0)
                - (Names.hasWord(column.name(), Names.LATER) ? 1 : 0);
    }

    /** Columns that hold a time of day alone, which no time column is put together from. */
    private static Optional<Guess> clocks(List<ColumnGuess> columns) {
        List<String> clocks = columns.stream()
                .filter(column -> column.content() == ColumnContent.TEXT
                        && column.distinct() > 1
                        && column.counts().keySet().stream().allMatch(Cells::isClock))
                .map(ColumnGuess::name)
                .toList();
        return clocks.isEmpty()
                ? Optional.empty()
                : Optional.of(Guess.sure(
                        TOPIC,
                        Words.listed(clocks) + " holds the time of day, which stays apart: windows are of whole days"));
    }

    private static TimeChoice of(
            List<ColumnGuess> columns, ColumnGuess column, TimeForm form, String reason, List<String> others) {
        String written = form.pattern()
                .map(pattern -> "written " + pattern)
                .orElse(column.content() == ColumnContent.DAY ? "dates" : "times in ISO 8601 or of their own type");
        List<Guess> sentences = new ArrayList<>();
        String sentence = Words.shown(column.name()) + ", " + written + (reason.isEmpty() ? "" : ", " + reason)
                + (form.evidence().isEmpty() ? "" : ": " + form.evidence());
        sentences.add(new Guess(TOPIC, sentence, form.ambiguous()));
        long missing = column.column().texts().size() - column.present();
        if (missing > 0) {
            sentences.add(
                    Guess.doubtful(TOPIC, Words.counted(missing, "row") + " of those looked at have no time at all"));
        }
        boolean daysOnly = form.pattern()
                .map(pattern -> !pattern.toLowerCase(Locale.ROOT).contains("h"))
                .orElse(column.content() == ColumnContent.DAY);
        if (daysOnly) {
            clocks(columns).ifPresent(sentences::add);
        }
        if (!others.isEmpty()) {
            sentences.add(Guess.sure(
                    TOPIC, "other times: " + Words.listed(others) + "; choose one of them with --timestamp"));
        }
        return new TimeChoice(column, form, sentences);
    }

    /** What to say where there is no such column: numbers that may be times are not read as such. */
    static Guess none(List<ColumnGuess> columns) {
        List<String> epochs = columns.stream()
                .filter(it -> it.content() == ColumnContent.WHOLE
                        && Names.hasWord(it.name(), Names.TIMES)
                        && it.counts().keySet().stream().allMatch(TimeChoice::isEpoch))
                .map(ColumnGuess::name)
                .toList();
        return epochs.isEmpty()
                ? Guess.sure(TOPIC, "no column holds dates or times")
                : Guess.doubtful(
                        TOPIC,
                        Words.listed(epochs) + (epochs.size() == 1 ? " looks" : " look")
                                + " like seconds since 1970, which time.column does not read: store timestamps instead");
    }

    private static boolean isEpoch(String text) {
        if (!Cells.isWhole(text)) {
            return false;
        }
        long value = Long.parseLong(text);
        long seconds = value > SECONDS_2100 ? value / MILLIS : value;
        return seconds >= SECONDS_2001 && seconds <= SECONDS_2100;
    }
}
