package io.lakewarden.profile;

import java.util.Optional;

/** What a numeric column's builder knows of its finite values. */
final class NumberSummary {
    private final NumberTally tally;
    private final Moments moments;
    private final Optional<BinCounts> bins;
    private final Optional<NumberDistribution> distribution;

    NumberSummary(Optional<BinCounts> bins, ProfileDetail detail) {
        this(
                new NumberTally(),
                new Moments(),
                bins,
                detail == ProfileDetail.FULL ? Optional.of(new NumberDistribution()) : Optional.empty());
    }

    private NumberSummary(
            NumberTally tally, Moments moments, Optional<BinCounts> bins, Optional<NumberDistribution> distribution) {
        this.tally = tally;
        this.moments = moments;
        this.bins = bins;
        this.distribution = distribution;
    }

    void addAll(NumberBlock block, BlockWorkspace workspace) {
        if (block.size() == 0) {
            return;
        }
        tally.addAll(block.values(), block.size());
        double largest = moments.addAll(block.values(), block.size());
        bins.ifPresent(counts -> counts.addAll(block.values(), block.size(), largest, workspace));
        distribution.ifPresent(values -> values.addAll(block, workspace));
    }

    /** Adds a finite number other than -0.0 so many times. */
    void add(double value, long times) {
        describe(value, times);
        distribution.ifPresent(values -> values.add(value, times));
    }

    /** Adds a whole number so many times. */
    void add(long value, long times) {
        describe((double) value, times);
        distribution.ifPresent(values -> values.add(value, times));
    }

    private void describe(double value, long times) {
        tally.add(value, times);
        moments.add(value, times);
        bins.ifPresent(counts -> counts.add(value, times));
    }

    NumberSummary copy() {
        return new NumberSummary(
                tally.copy(), moments.copy(), bins.map(BinCounts::copy), distribution.map(NumberDistribution::copy));
    }

    NumberTally tally() {
        return tally;
    }

    Moments moments() {
        return moments;
    }

    Optional<BinCounts> bins() {
        return bins;
    }

    Optional<NumberDistribution> distribution() {
        return distribution;
    }
}
