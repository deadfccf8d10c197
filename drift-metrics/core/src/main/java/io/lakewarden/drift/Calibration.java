package io.lakewarden.drift;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Figures;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * What chance does, learnt from the reference itself: each of its k blocks is held against all others, as the window is
 * held against the whole. A column's effects are divided by their mean over blocks and window, so that columns can be
 * compared, and a block counts with the largest of its columns. The limit is the r-th smallest of these k maxima.
 *
 * <p>As long as window and blocks could change places (no drift, and blocks that differ no more in kind than the window does),
 * the chance that any column of the window is above the limit is at most (k + 1 − r) / (k + 1), whatever the
 * columns' dependence on each other and of rows within a block (conformal prediction; Vovk, Gammerman and Shafer 2005). That is the
 * chance over references, too; over windows of the one reference at hand it follows Beta(k + 1 − r, r).
 */
final class Calibration {
    /** With fewer blocks there is no order to speak of. */
    static final int LEAST_BLOCKS = 2;

    private static final double CONFIDENCE = 0.95;

    private final FalseAlarmBudget budget;
    private final Window window;
    private final int blocks;
    private final int rank;
    private final Map<ColumnComparison, Double> limits = new HashMap<>();
    private final Map<ColumnComparison, Double> effects = new HashMap<>();

    /** Learns from at least {@link #LEAST_BLOCKS} blocks. */
    Calibration(FalseAlarmBudget budget, Window window, List<ColumnComparison> columns, List<DatasetProfile> blocks) {
        this.budget = budget;
        this.window = window;
        this.blocks = blocks.size();
        this.rank = (int) Math.max(
                1, Math.min(blocks.size(), Math.ceil((blocks.size() + 1) * (1 - budget.perWindow(window)) - 1e-9)));
        double[] largest = new double[blocks.size()];
        Map<ColumnComparison, Double> scales = new HashMap<>();
        for (ColumnComparison column : columns) {
            column.effects(blocks).ifPresent(measured -> {
                double scale = measured.mean();
                if (scale > 0) {
                    scales.put(column, scale);
                    effects.put(column, measured.current());
                    for (int block = 0; block < largest.length; block++) {
                        // a block that lacks the column says nothing of it
                        largest[block] = Math.max(
                                largest[block], measured.blocks().get(block).orElse(0) / scale);
                    }
                }
            });
        }
        Arrays.sort(largest);
        scales.forEach((column, scale) -> limits.put(column, largest[rank - 1] * scale));
    }

    /** The effect up to which the column's movement is taken for chance; empty where it could not be learnt. */
    OptionalDouble limit(ColumnComparison column) {
        return limits.containsKey(column) ? OptionalDouble.of(limits.get(column)) : OptionalDouble.empty();
    }

    /** Whether the column moved no further than chance does. */
    boolean isWithin(ColumnComparison column) {
        return effects.get(column) <= limits.get(column);
    }

    /** What can be promised, and whether that is what was asked for. */
    Finding finding() {
        double promised = (blocks + 1.0 - rank) / (blocks + 1);
        double surely = new BetaDistribution(null, blocks + 1.0 - rank, rank).inverseCumulativeProbability(CONFIDENCE);
        boolean kept = promised <= budget.perWindow(window) + 1e-9;
        String words = budget.words(promised, window);
        String sentence = kept
                ? "False alarms of all columns together are held to " + budget + ": to " + words
                : budget + " false alarms cannot be promised by " + blocks
                        + " blocks of the reference; held is what can be, " + words;
        return Finding.of(
                DriftAnalysis.source(ColumnRole.FEATURE),
                Finding.TABLE,
                "false_alarms",
                Status.PASS,
                words,
                budget.toString(),
                sentence + ", " + Figures.percent(promised) + " of the windows on average and with "
                        + Figures.percent(CONFIDENCE) + " confidence at most " + Figures.percent(surely) + ".");
    }

    /** What is told where the reference has too few blocks to learn from. */
    static Finding unavailable(FalseAlarmBudget budget, int blocks) {
        return Finding.of(
                DriftAnalysis.source(ColumnRole.FEATURE),
                Finding.TABLE,
                "false_alarms",
                Status.SKIPPED,
                "not held",
                budget.toString(),
                budget + " false alarms cannot be held: the reference has " + blocks
                        + (blocks == 1 ? " block" : " blocks")
                        + " of the window's length, and at least " + LEAST_BLOCKS
                        + " are needed; the tests of the columns decide alone.");
    }

    /**
     * The primary effect of one column.
     *
     * @param current between the whole reference and the window
     * @param blocks between each block and all others; empty where a block has too little
     */
    record Effects(double current, List<OptionalDouble> blocks) {
        double mean() {
            return DoubleStream.concat(
                            DoubleStream.of(current), blocks.stream().flatMapToDouble(OptionalDouble::stream))
                    .average()
                    .orElseThrow();
        }
    }
}
