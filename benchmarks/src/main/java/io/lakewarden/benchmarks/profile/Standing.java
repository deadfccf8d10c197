package io.lakewarden.benchmarks.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How one competitor did in a heat.
 *
 * @param competitor the name of who it is
 * @param version of what it runs on
 * @param coldSeconds of the first run, which is not measured otherwise
 * @param rounds those that were finished
 * @param peakMib the most memory of the process (VmHWM), everything included
 * @param liveHeapMib the most heap in use after a collection; 0 where there is no such heap
 * @param problem why rounds are missing, if any
 */
public record Standing(
        String competitor,
        String version,
        Optional<Double> coldSeconds,
        List<Round> rounds,
        long peakMib,
        long liveHeapMib,
        Optional<String> problem) {
    public Standing {
        rounds = List.copyOf(rounds);
    }

    /** One that could not even start. */
    public static Standing absent(String competitor, String reason) {
        return new Standing(competitor, "", Optional.empty(), List.of(), 0, 0, Optional.of(reason));
    }

    /** Our seconds divided by theirs in each round that both finished: 1.3 means that we take 1.3 times as long. */
    public static List<Double> ratios(Standing ours, Standing theirs) {
        Map<Integer, Double> seconds = theirs.rounds.stream().collect(Collectors.toMap(Round::number, Round::seconds));
        List<Double> ratios = new ArrayList<>();
        for (Round round : ours.rounds) {
            if (seconds.containsKey(round.number())) {
                ratios.add(round.seconds() / seconds.get(round.number()));
            }
        }
        return ratios;
    }
}
