package io.lakewarden.profile;

/**
 * Shares of a column's finite values between given edges: {@code (-∞, e₀], (e₀, e₁], …, (eₙ, ∞)}, as in
 * {@link NumericBinning}.
 */
public final class Histogram {
    private final NumericBinning bins;
    private final double[] shares;
    private final double errorBound;

    private Histogram(NumericBinning bins, double[] shares, double errorBound) {
        this.bins = bins;
        this.shares = shares;
        this.errorBound = errorBound;
    }

    static Histogram of(Ecdf ecdf, double[] edges) {
        NumericBinning bins = NumericBinning.ofEdges(edges);
        double[] shares = new double[bins.size()];
        double below = 0;
        for (int i = 0; i < shares.length; i++) {
            double through = ecdf.count() == 0 ? 0 : i == edges.length ? 1 : ecdf.at(edges[i]);
            shares[i] = through - below;
            below = through;
        }
        return new Histogram(bins, shares, 2 * ecdf.rankError());
    }

    /** The bins. */
    public NumericBinning bins() {
        return bins;
    }

    /** The share of the values in each bin; they add up to 1, or are all 0 if there are no values. */
    public double[] shares() {
        return shares.clone();
    }

    /** The largest error of any share: 0 where exact, otherwise at 99 % confidence. */
    public double errorBound() {
        return errorBound;
    }
}
