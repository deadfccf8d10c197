package io.lakewarden.benchmarks.drift;

import io.lakewarden.benchmarks.Rate;
import java.util.List;
import java.util.SortedMap;

/**
 * What the study found.
 *
 * @param draws windows behind each rate
 * @param seed of all draws
 * @param referenceRows rows of each reference
 * @param cells one for each law, size of the window and shift
 */
record StudyResult(int draws, long seed, int referenceRows, List<Cell> cells) {
    /**
     * One law, size and shift.
     *
     * @param law what rows are drawn from
     * @param rows of the window
     * @param shift what happened to them
     * @param movesTheDistribution whether the shift moves more than the share of nulls
     * @param verdict how often the default verdict alarms, by any of its checks
     * @param primary how often the primary statistic lies above its own limit of 1 % false alarms
     * @param atEqualRate how often each statistic lies above its own limit of 1 % false alarms
     * @param peerDefaults how often the defaults of other tools alarm
     */
    record Cell(
            String law,
            int rows,
            String shift,
            boolean movesTheDistribution,
            Rate verdict,
            Rate primary,
            SortedMap<String, Rate> atEqualRate,
            SortedMap<String, Rate> peerDefaults) {
        /** The statistic that finds the shift most often at that rate; of equal ones the first. */
        String best() {
            return atEqualRate.entrySet().stream()
                    .reduce((one, other) ->
                            other.getValue().share() > one.getValue().share() ? other : one)
                    .orElseThrow()
                    .getKey();
        }
    }
}
