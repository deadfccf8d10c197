package io.lakewarden.jobs.run;

import io.lakewarden.drift.SeasonNote;
import java.util.Locale;

/** Says in words how much the reference itself moves. */
final class SeasonSentence {
    private SeasonSentence() {}

    static String of(SeasonNote note) {
        String sentence = String.format(
                Locale.ROOT,
                "The reference's own windows lie up to %.3g from the whole (%s); this window lies %.3g from it.",
                note.largestBlock(),
                note.largestBlockWindow(),
                note.current());
        return note.samePhase()
                .map(phase -> sentence
                        + String.format(
                                Locale.ROOT,
                                " At the same time of year (%s) it was %.3g; from that window to this one it is %.3g.",
                                phase.window(),
                                phase.blockToWhole(),
                                phase.currentToBlock()))
                .orElse(sentence);
    }
}
