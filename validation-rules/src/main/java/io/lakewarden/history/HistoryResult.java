package io.lakewarden.history;

import io.lakewarden.history.ExpectedBand.Digits;
import io.lakewarden.history.HistoryVerdict.Expected;
import io.lakewarden.history.HistoryVerdict.TooLittle;
import io.lakewarden.history.HistoryVerdict.Undecided;
import io.lakewarden.history.HistoryVerdict.Unexpected;
import io.lakewarden.result.Figures;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.Status;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A value, its history and what is to be thought of it.
 *
 * @param check what was asked
 * @param earlier the windows that were looked at, oldest first; those without a value were left out
 * @param current the window judged
 * @param verdict the outcome
 */
public record HistoryResult(
        HistoryCheck check, List<HistoryPoint> earlier, HistoryPoint current, HistoryVerdict verdict) {
    public HistoryResult {
        Objects.requireNonNull(check, "check");
        earlier = List.copyOf(earlier);
        Objects.requireNonNull(current, "current");
        Objects.requireNonNull(verdict, "verdict");
    }

    /** What was expected, where anything was. */
    public Optional<ExpectedBand> band() {
        if (verdict instanceof Expected expected) {
            return Optional.of(expected.band());
        }
        return verdict instanceof Unexpected unexpected ? Optional.of(unexpected.band()) : Optional.empty();
    }

    /** The judgement. */
    public Status status() {
        if (verdict instanceof Expected) {
            return Status.PASS;
        }
        if (verdict instanceof Unexpected) {
            return check.severity().status();
        }
        return verdict instanceof TooLittle ? Status.SKIPPED : Status.ERROR;
    }

    /** The fact as a finding. */
    public Finding finding() {
        Digits digits = current.value() instanceof Known known && band().isPresent()
                ? Digits.apart(known.value(), band().get())
                : Figures::number;
        return Finding.of(
                HistoryCheck.SOURCE,
                check.findingColumn(),
                check.id(),
                status(),
                observed(digits),
                expected(digits),
                sentence(digits));
    }

    private String observed(Digits digits) {
        if (!(current.value() instanceof Known known)) {
            return "unknown";
        }
        return digits.of(known.value())
                + (known.exact() ? "" : " (" + digits.of(known.lower()) + " to " + digits.of(known.upper()) + ")");
    }

    private String expected(Digits digits) {
        return band().map(band -> band.text(digits))
                .orElse(verdict instanceof TooLittle ? windows(check.minimum()) : "a number");
    }

    private String sentence(Digits digits) {
        StringBuilder sentence = new StringBuilder(judged(digits));
        int without = withoutValue();
        if (without > 0 && check.strategy().least() > 0) {
            sentence.append(
                    without == 1
                            ? " 1 earlier window has no value and was left out."
                            : " " + without + " earlier windows have no value and were left out.");
        }
        if (status() != Status.PASS) {
            check.message().ifPresent(it -> sentence.append(' ').append(it));
            check.owner()
                    .ifPresent(it -> sentence.append(" (Owner: ").append(it).append(".)"));
        }
        return sentence.toString();
    }

    private String judged(Digits digits) {
        if (verdict instanceof TooLittle little) {
            return capital(subject()) + " was not held against its history: "
                    + check.strategy().name() + " needs "
                    + windows(check.minimum()) + (check.strategy().unbroken() ? " without a gap" : "")
                    + ", there " + (little.found() == 1 ? "is " : "are ") + little.found() + ".";
        }
        if (verdict instanceof Undecided undecided) {
            return capital(subject()) + " could not be held against its history: " + undecided.reason() + ".";
        }
        return capital(subject()) + " is " + observed(digits) + "; expected was " + expected(digits) + ", by "
                + check.strategy().name() + over() + ".";
    }

    private String over() {
        int least = check.strategy().least();
        if (check.strategy().latestOnly()) {
            return least == 1 ? " from the latest earlier window" + ofWeekday() : " from the latest " + windows(least);
        }
        return least == 0 ? "" : " over " + basis();
    }

    private String subject() {
        return check.column()
                .map(column -> check.metric() + " of '" + column + "'")
                .orElse("the number of rows");
    }

    private static String capital(String text) {
        return text.startsWith("the ") ? "T" + text.substring(1) : text;
    }

    private String basis() {
        return windows(earlier.size() - withoutValue());
    }

    private String windows(int count) {
        return count + (count == 1 ? " earlier window" : " earlier windows") + ofWeekday();
    }

    private String ofWeekday() {
        return check.sameWeekday() ? " of the same weekday" : "";
    }

    private int withoutValue() {
        return (int) earlier.stream()
                .filter(point -> point.value().number().isEmpty())
                .count();
    }
}
