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
 * @param form how it, with the clock behind it, writes times
 * @param clock the column with the time of day, where that stands apart
 * @param sentences why this one, and what else is to be known
 */
record TimeChoice(ColumnGuess column, TimeForm form, Optional<ClockColumn> clock, List<Guess> sentences) {
    private static final String TOPIC = "time";
    private static final double MOST_MISSING = 0.05;

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
        Optional<ClockColumn> clock = daysOnly ? ClockColumn.among(columns, column) : Optional.empty();
        clock.ifPresent(it -> sentences.add(Guess.sure(
                TOPIC,
                Words.shown(it.column().name()) + " holds the time of day, written " + it.pattern()
                        + ": both are read as one time")));
        if (!others.isEmpty()) {
            sentences.add(Guess.sure(
                    TOPIC, "other times: " + Words.listed(others) + "; choose one of them with --timestamp"));
        }
        return new TimeChoice(column, clock.map(it -> it.behind(form)).orElse(form), clock, sentences);
    }
}
