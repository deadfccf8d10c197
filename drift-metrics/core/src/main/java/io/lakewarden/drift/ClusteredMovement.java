package io.lakewarden.drift;

import io.lakewarden.drift.SliceMovement.Measure;
import io.lakewarden.drift.SliceMovement.Part;
import io.lakewarden.result.MetricValue.Known;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * How a slice moved where rows that share a key are not independent: counted as a whole and in blocks, each of which has all rows of
 * its keys on both sides. The measures are those of the whole; their tests ask how far blocks differ, and are never surer than the
 * tests for independent rows.
 *
 * @param whole all blocks together
 * @param blocks the same in each block; empty where all rows are taken to be independent
 */
public record ClusteredMovement(SliceMovement whole, List<SliceMovement> blocks) {
    public ClusteredMovement {
        Objects.requireNonNull(whole, "whole");
        blocks = List.copyOf(blocks);
    }

    /** Whether all rows share so few keys that nobody knows how far keys differ. */
    public boolean hasTooFewBlocks() {
        return !blocks.isEmpty()
                && Math.min(
                                effectiveBlocks(block -> block.allReference().rows()),
                                effectiveBlocks(block -> block.allCurrent().rows()))
                        < DesignEffect.LEAST_BLOCKS;
    }

    /** The share of rows, by the test of shares whose rows share keys; empty where there are too few blocks. */
    public Optional<Measure> share() {
        return whole.share().flatMap(share -> blocks.isEmpty() ? Optional.of(share) : tested(share, ofShares()));
    }

    /** The mean of the number, by Student's law with the jackknife's error over blocks; empty where there are too few blocks. */
    public Optional<Measure> mean(long least) {
        return whole.mean(least).flatMap(mean -> blocks.isEmpty() ? Optional.of(mean) : tested(mean, ofMeans()));
    }

    /**
     * What is left of the movement once the rows of another slice are taken out of everything.
     *
     * @param other counted in the same blocks
     * @param both the rows that are in both; empty where there are none
     */
    public ClusteredMovement besides(ClusteredMovement other, Optional<ClusteredMovement> both) {
        return new ClusteredMovement(
                besides(whole, other.whole, both.map(ClusteredMovement::whole)),
                IntStream.range(0, blocks.size())
                        .mapToObj(block -> besides(
                                blocks.get(block), other.blocks.get(block), both.map(it -> it.blocks.get(block))))
                        .toList());
    }

    private static SliceMovement besides(SliceMovement one, SliceMovement other, Optional<SliceMovement> both) {
        return new SliceMovement(
                both.map(it -> one.reference().without(it.reference())).orElse(one.reference()),
                both.map(it -> one.current().without(it.current())).orElse(one.current()),
                one.allReference().without(other.reference()),
                one.allCurrent().without(other.current()));
    }

    private static Optional<Measure> tested(Measure measure, OptionalDouble pValue) {
        return pValue.isPresent()
                ? Optional.of(new Measure(
                        measure.before(),
                        measure.now(),
                        measure.effect(),
                        Math.max(measure.pValue(), pValue.getAsDouble())))
                : Optional.empty();
    }

    private OptionalDouble ofShares() {
        long[][] was = blocks.stream()
                .map(block -> cells(block.reference(), block.allReference()))
                .toArray(long[][]::new);
        long[][] is = blocks.stream()
                .map(block -> cells(block.current(), block.allCurrent()))
                .toArray(long[][]::new);
        return ClusteredTest.of(
                                        DesignEffect.of(was, is),
                                        cells(whole.reference(), whole.allReference()),
                                        cells(whole.current(), whole.allCurrent()))
                                .pValue()
                        instanceof Known known
                ? OptionalDouble.of(known.value())
                : OptionalDouble.empty();
    }

    private static long[] cells(Part part, Part all) {
        return new long[] {part.rows(), all.rows() - part.rows()};
    }

    /** Unknown, too, where a single block has all values of a part: without it there is nothing to compare. */
    private OptionalDouble ofMeans() {
        double effective = Math.min(effectiveBlocks(it -> it.reference().values()), effectiveBlocks(it -> it.current()
                .values()));
        double[] leftOut = blocks.stream()
                .filter(block ->
                        block.allReference().rows() + block.allCurrent().rows() > 0)
                .mapToDouble(block -> whole.without(block).difference())
                .toArray();
        if (effective < DesignEffect.LEAST_BLOCKS || !Arrays.stream(leftOut).allMatch(Double::isFinite)) {
            return OptionalDouble.empty();
        }
        double mean = Arrays.stream(leftOut).average().orElseThrow();
        double error = (leftOut.length - 1.0)
                / leftOut.length
                * Arrays.stream(leftOut)
                        .map(value -> (value - mean) * (value - mean))
                        .sum();
        double difference = whole.difference();
        return OptionalDouble.of(
                error > 0
                        ? PValues.twoSidedStudent(difference / Math.sqrt(error), effective - 1)
                        : difference == 0 ? 1 : 0);
    }

    private double effectiveBlocks(ToLongFunction<SliceMovement> size) {
        return DesignEffect.effectiveBlocks(
                blocks.stream().mapToDouble(size::applyAsLong).toArray());
    }
}
