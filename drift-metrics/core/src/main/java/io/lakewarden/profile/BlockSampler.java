package io.lakewarden.profile;

/**
 * Thins out full blocks of long streams for {@link KllSketch}: of each 2ˢ neighbours one stands for all of them, with
 * s = ⌊log₂(n / 2¹⁷)⌋, so that blocks are taken whole until n = 2¹⁸.
 *
 * <p>Bound: at one point x, a group of g = 2ˢ adds at most g²/4 to the variance of the rank, n values at most n·g/4.
 * Since g ≤ n / 2¹⁷ and earlier groups were smaller, the variance never exceeds 3/32 · 2⁻¹⁷ · n², a standard deviation of
 * 0.085 %, which is reached for values in random order; where neighbours are alike, it is next to nothing.
 *
 * <p>Choices come from a hash of the number of values so far and of values of the block, so the same input gives the same
 * sample, while the parts of a dataset do not choose alike.
 */
final class BlockSampler {
    private static final int WHOLE = 17;
    private static final int MOST = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(NumberBlock.FULL);

    private BlockSampler() {}

    /** The binary logarithm of the size of the groups, when there are so many values already. */
    static int shift(long count) {
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(count >>> WHOLE);
        return Math.max(0, Math.min(MOST, shift));
    }

    /** One of each 2ˢ values. */
    static double[] sample(double[] values, int size, int shift, long count) {
        double[] sample = new double[size >>> shift];
        long seed = Hashing.mix(Hashing.mix(count ^ Hashing.of(values[0])) ^ Hashing.of(values[size / 2]));
        for (int i = 0; i < sample.length; i++) {
            int chosen = (int) (Hashing.mix(seed + i) >>> (Long.SIZE - shift));
            sample[i] = values[(i << shift) + chosen];
        }
        return sample;
    }
}
