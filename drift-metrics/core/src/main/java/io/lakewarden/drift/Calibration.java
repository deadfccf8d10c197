package io.lakewarden.drift;

import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Figures;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * What chance does, learnt from the reference itself: each of its k blocks is held against all others, as the window is
 * held against the whole, in all rows and in each slice. The effects of a column of all rows or of a slice are divided by their
 * mean over blocks and window, so that large and small, quiet and lively ones can be compared, and a block counts with the
 * largest of them. The limit is the r-th smallest of these k maxima.
 *
 * <p>As long as window and blocks could change places (no drift, and blocks that differ no more in kind than the window does),
 * the chance that anything in the window is above its limit is at most (k + 1 − r) / (k + 1), whatever the
 * dependence of columns and slices on each other and of rows within a block (conformal prediction; Vovk, Gammerman and Shafer 2005). That is the
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
    private final Set<ColumnComparison> leftOut = new HashSet<>();
    private final String coverage;

    /**
     * Learns from all rows and from those slices that the same blocks are counted by. With fewer than {@link #LEAST_BLOCKS} blocks
     * it knows no limits.
     */
    Calibration(FalseAlarmBudget budget, DatasetComparison all, List<DatasetComparison> slices, long minimumRows) {
        this.budget = budget;
        this.window = all.window();
        this.blocks = all.blocks().size();
        this.rank =
                (int) Math.max(1, Math.min(blocks, Math.ceil((blocks + 1) * (1 - budget.perWindow(window)) - 1e-9)));
        if (blocks < LEAST_BLOCKS) {
            this.coverage = "";
            return;
        }
        List<DatasetComparison> counted =
                slices.stream().filter(slice -> slice.blocks().size() == blocks).toList();
        double[] largest = new double[blocks];
        Map<ColumnComparison, Double> scales = new HashMap<>();
        all.measured().forEach(column -> learn(column, largest, scales));
        int ofAllRows = effects.size();
        for (DatasetComparison slice : counted) {
            for (Measured column : slice.measured()) {
                learn(column, largest, scales);
                column.judged()
                        .filter(it -> column.effects().isPresent()
                                && !column.effects().get().isKnownInMost())
                        .ifPresent(leftOut::add);
            }
        }
        Arrays.sort(largest);
        scales.forEach((column, scale) -> limits.put(column, largest[rank - 1] * scale));
        this.coverage = coverage(all, ofAllRows, slices, counted, minimumRows);
    }

    private void learn(Measured column, double[] largest, Map<ColumnComparison, Double> scales) {
        column.effects().filter(BlockEffects::isKnownInMost).ifPresent(measured -> {
            double scale = measured.mean();
            for (int block = 0; scale > 0 && block < largest.length; block++) {
                // a block that lacks the column says nothing of it
                largest[block] =
                        Math.max(largest[block], measured.blocks().get(block).orElse(0) / scale);
            }
            column.judged().filter(it -> measured.current().isPresent()).ifPresent(judged -> {
                scales.put(judged, scale);
                effects.put(judged, measured.current().getAsDouble());
            });
        });
    }

    private String coverage(
            DatasetComparison all,
            int ofAllRows,
            List<DatasetComparison> slices,
            List<DatasetComparison> counted,
            long minimumRows) {
        int ofSlices = effects.size() - ofAllRows;
        int slicesCovered = (int) counted.stream()
                .filter(slice -> slice.scored().stream().anyMatch(effects::containsKey))
                .count();
        StringBuilder words = new StringBuilder(" It covers ").append(counted(ofAllRows, "column"));
        if (!counted.isEmpty()) {
            words.append(" and ")
                    .append(counted(ofSlices, "column"))
                    .append(" of ")
                    .append(counted(slicesCovered, "slice"));
        }
        int scored = all.scored().size()
                + counted.stream().mapToInt(slice -> slice.scored().size()).sum();
        int others = scored - effects.size() - leftOut.size();
        if (others > 0) {
            words.append("; it cannot cover ").append(counted(others, "other")).append(", which tests decide alone");
        }
        if (!leftOut.isEmpty()) {
            words.append("; ")
                    .append(counted(leftOut.size(), "column"))
                    .append(" of slices cannot alarm, as most blocks have fewer than ")
                    .append(minimumRows)
                    .append(" values there");
        }
        if (counted.size() < slices.size()) {
            words.append("; slices are judged by tests alone, as the blocks are not counted by slice");
        }
        return words.append('.').toString();
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** The effect up to which the column's movement is taken for chance; empty where it could not be learnt. */
    OptionalDouble limit(ColumnComparison column) {
        return limits.containsKey(column) ? OptionalDouble.of(limits.get(column)) : OptionalDouble.empty();
    }

    /** Whether the column moved no further than chance does. */
    boolean isWithin(ColumnComparison column) {
        return effects.get(column) <= limits.get(column);
    }

    /** Whether this is a column of a slice that too few blocks know. */
    boolean isLeftOut(ColumnComparison column) {
        return leftOut.contains(column);
    }

    /** What can be promised, and whether that is what was asked for. */
    Finding finding() {
        if (blocks < LEAST_BLOCKS) {
            return unavailable();
        }
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
                        + Figures.percent(CONFIDENCE) + " confidence at most " + Figures.percent(surely) + "."
                        + coverage);
    }

    /** What is told where the reference has too few blocks to learn from. */
    private Finding unavailable() {
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
     * A column of all rows or of a slice.
     *
     * @param judged empty where the window has too few rows to be compared; its blocks say something of chance all the same
     * @param effects empty where its primary check is no effect
     */
    record Measured(Optional<ColumnComparison> judged, Optional<BlockEffects> effects) {}
}
