package io.lakewarden.benchmarks.drift;

import io.lakewarden.benchmarks.Rate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What the study found.
 *
 * @param draws windows of usual size behind each rate of detection; each rate says how many it has
 * @param seed of all draws
 * @param referenceRows rows of each reference
 * @param cells one for each law, size of the window and shift
 * @param bounds what no test can do, for each size of the window
 */
record StudyResult(int draws, long seed, int referenceRows, List<Cell> cells, List<Bound> bounds) {
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
     * @param atEqualRate how often each statistic lies above its own limit of 1 % false alarms; empty without a shift, and where only
     *     verdicts count
     * @param rivalry that test against the best one of {@link PeerStatistics} at that rate; empty likewise
     * @param ownRivalry that test against the best one of the statistics that no other tool tells drift by; empty likewise
     * @param peerDefaults how often the defaults of other tools alarm; empty where only verdicts count
     */
    record Cell(
            String law,
            int rows,
            String shift,
            String test,
            Rate verdict,
            Rate anyColumn,
            SortedMap<String, Rate> atEqualRate,
            Optional<Rivalry> rivalry,
            Optional<Rivalry> ownRivalry,
            SortedMap<String, Rate> peerDefaults) {
        boolean isQuiet() {
            return shift.equals(Shift.NO_SHIFT);
        }

        /** How far the test is behind the best statistic of other tools, as a share; below 0 where it is ahead. */
        double shortfall() {
            return rivalry.orElseThrow().behind().share();
        }

        /** How often somebody's defaults alarm. */
        Rate rate(String who) {
            return who.equals(VERDICT) ? verdict : peerDefaults.get(who);
        }
    }

    /**
     * What no test can do, by {@link EqualRateBound}.
     *
     * @param law what rows are drawn from
     * @param rows of the window
     * @param behind how far behind the means and ranks of other tools any test must be somewhere
     * @param behindWithSpread the same with the variance among them
     */
    record Bound(String law, int rows, double behind, double behindWithSpread) {}
}
