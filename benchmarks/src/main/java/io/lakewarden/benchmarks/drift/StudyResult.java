package io.lakewarden.benchmarks.drift;

import io.lakewarden.benchmarks.Rate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/**
 * What the study found.
 *
 * @param draws windows of usual size behind each rate of detection; each rate says how many it has
 * @param seed of all draws
 * @param referenceRows rows of each reference
 * @param cells one for each law, size of the window and shift
 */
record StudyResult(int draws, long seed, int referenceRows, List<Cell> cells) {
    /** What is beside the default verdict. */
    static final String VERDICT = "default_verdict";

    /**
     * One law, size and shift.
     *
     * @param law what rows are drawn from
     * @param rows of the window
     * @param shift what happened to them
     * @param test the statistic that stands for such shifts in the default verdict
     * @param verdict how often the default verdict on the shifted column alarms, by any of its checks
     * @param anyColumn how often that on any column of the window does
     * @param atEqualRate how often each statistic lies above its own limit of 1 % false alarms; empty where only verdicts count
     * @param peerDefaults how often the defaults of other tools alarm; empty likewise
     */
    record Cell(
            String law,
            int rows,
            String shift,
            String test,
            Rate verdict,
            Rate anyColumn,
            SortedMap<String, Rate> atEqualRate,
            SortedMap<String, Rate> peerDefaults) {
        boolean isQuiet() {
            return shift.equals(Shift.NO_SHIFT);
        }

        /** Whether statistics were held against each other on a shift. */
        boolean compares() {
            return !isQuiet() && !atEqualRate.isEmpty();
        }

        double tested() {
            return atEqualRate.get(test).share();
        }

        /** The statistic that finds the shift most often at that rate; of equal ones the first. */
        String best() {
            return atEqualRate.entrySet().stream()
                    .max(Comparator.comparingDouble(entry -> entry.getValue().share()))
                    .orElseThrow()
                    .getKey();
        }

        /** How far the test is behind the best statistic, as a share. */
        double shortfall() {
            return atEqualRate.get(best()).share() - tested();
        }

        /** How often somebody's defaults alarm. */
        Rate rate(String who) {
            return who.equals(VERDICT) ? verdict : peerDefaults.get(who);
        }
    }
}
