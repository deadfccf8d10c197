package io.lakewarden.jobs.init;

import io.lakewarden.jobs.config.TimeConfig;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/** Recognizes whole numbers that count seconds or milliseconds since 1970, of moments in this century. */
final class EpochTimes {
    private static final long SECONDS_2001 = 1_000_000_000L;
    private static final long SECONDS_2100 = 4_102_444_800L;
    private static final long MILLIS = 1_000;

    private EpochTimes() {}

    /** How such numbers are to be read; empty where one of them is something else. */
    static Optional<TimeForm> of(Set<String> texts) {
        if (texts.isEmpty() || !texts.stream().allMatch(Cells::isWhole)) {
            return Optional.empty();
        }
        if (areWithin(texts, SECONDS_2001, SECONDS_2100)) {
            return Optional.of(form(texts, TimeConfig.EPOCH_SECONDS, Instant::ofEpochSecond));
        }
        return areWithin(texts, SECONDS_2001 * MILLIS, SECONDS_2100 * MILLIS)
                ? Optional.of(form(texts, TimeConfig.EPOCH_MILLIS, Instant::ofEpochMilli))
                : Optional.empty();
    }

    private static boolean areWithin(Set<String> texts, long least, long greatest) {
        return texts.stream().mapToLong(Long::parseLong).allMatch(value -> value >= least && value <= greatest);
    }

    private static TimeForm form(Set<String> texts, String pattern, LongFunction<Instant> moment) {
        Map<String, Instant> instants = new LinkedHashMap<>();
        texts.forEach(text -> instants.put(text, moment.apply(Long.parseLong(text))));
        String unit = pattern.equals(TimeConfig.EPOCH_SECONDS) ? "seconds" : "milliseconds";
        return new TimeForm(Optional.of(pattern), instants, "numbers that count " + unit + " since 1970", false);
    }
}
