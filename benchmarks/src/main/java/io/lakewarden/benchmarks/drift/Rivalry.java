package io.lakewarden.benchmarks.drift;

import io.lakewarden.benchmarks.PairedDifference;
import io.lakewarden.benchmarks.Rate;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * A test against the best of other statistics, on the same windows. The best of two dozen is in part the luckiest, so it is chosen on one half of
 * the windows and met on the other, and the other way round.
 *
 * @param best the statistic that finds the shift most often in the first half; of equal ones the first
 * @param ours how often our test finds it
 * @param theirs how often the statistic does that was the best one in the other half
 * @param behind how much more often that is, window by window
 */
record Rivalry(String best, Rate ours, Rate theirs, PairedDifference behind) {
    /** The rivalry of a test with other statistics at their limits, over at least two windows; its own limit stands among them. */
    static Rivalry of(String test, SortedMap<String, Double> limits, List<Outcome> windows) {
        List<Outcome> first = half(windows, 0);
        List<Outcome> second = half(windows, 1);
        Count count = new Count(test, limits);
        String best = count.best(first);
        count.meet(best, second);
        count.meet(count.best(second), first);
        return new Rivalry(
                best,
                Rate.of(count.both + count.oursAlone, windows.size()),
                Rate.of(count.both + count.theirsAlone, windows.size()),
                PairedDifference.of(count.theirsAlone, count.oursAlone, windows.size()));
    }

    private static List<Outcome> half(List<Outcome> windows, int first) {
        return IntStream.range(0, windows.size())
                .filter(window -> window % 2 == first)
                .mapToObj(windows::get)
                .toList();
    }

    private static final class Count {
        private final String test;
        private final SortedMap<String, Double> limits;
        private long both;
        private long oursAlone;
        private long theirsAlone;

        private Count(String test, SortedMap<String, Double> limits) {
            this.test = test;
            this.limits = limits;
        }

        private String best(List<Outcome> windows) {
            String best = null;
            long most = -1;
            for (String statistic : limits.keySet()) {
                long found = windows.stream()
                        .filter(window -> finds(statistic, window))
                        .count();
                if (!statistic.equals(test) && found > most) {
                    best = statistic;
                    most = found;
                }
            }
            return best;
        }

        private void meet(String rival, List<Outcome> windows) {
            for (Outcome window : windows) {
                boolean ours = finds(test, window);
                boolean theirs = finds(rival, window);
                both += ours && theirs ? 1 : 0;
                oursAlone += ours && !theirs ? 1 : 0;
                theirsAlone += theirs && !ours ? 1 : 0;
            }
        }

        private boolean finds(String statistic, Outcome window) {
            return window.magnitudes().get(statistic) > limits.get(statistic);
        }
    }
}
