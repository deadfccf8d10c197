package io.lakewarden.drift;

import java.util.Arrays;
import java.util.Optional;

/**
 * How many rows count as one where rows are independent between blocks, but not within them. With the shares p and q of two
 * sides, the pooled shares P, and for each block g the deviation u_g of its counts from what its size lets expect, current
 * minus reference, each over its side's rows and √P, the statistic Σ (q − p)² / P is expected at T = κ/(κ−1) Σ |u_g|² without
 * drift, where independent rows would have (B − 1)(1/N + 1/M). The quotient of the two is the design effect. Both sides deal rows
 * to blocks by the same hash, so that what a key does on both sides cancels out.
 *
 * <p>κ is the number of blocks of one size that would say as much, (Σ n_g)² / Σ n_g², of the side that has fewer.
 * (J. N. K. Rao and A. J. Scott, "The analysis of categorical data from complex sample surveys", 1981.)
 *
 * @param value so many rows count as one, at least 1
 * @param evenness T² / Σ λ² over B − 1, up to 1: how evenly the deviations are spread over their directions λ
 * @param blocks κ
 */
record DesignEffect(double value, double evenness, double blocks) {
    /** With fewer blocks of one size, nobody knows how far they differ from each other. */
    static final double LEAST_BLOCKS = 5;

    /** That of counts by block and cell; the blocks of both sides are the same. Empty with too few of them. */
    static Optional<DesignEffect> of(long[][] reference, long[][] current) {
        Side was = new Side(reference);
        Side is = new Side(current);
        double blocks = Math.min(effectiveBlocks(was.sizes), effectiveBlocks(is.sizes));
        if (blocks < LEAST_BLOCKS) {
            return Optional.empty();
        }
        double[] pooled = new double[was.cells.length];
        Arrays.setAll(pooled, cell -> (was.cells[cell] + is.cells[cell]) / (was.rows + is.rows));
        double categories = Arrays.stream(pooled).filter(share -> share > 0).count();
        double[][] products = products(deviations(was, is, pooled));
        double trace = 0;
        double squares = 0;
        for (int one = 0; one < products.length; one++) {
            trace += products[one][one];
            squares += Arrays.stream(products[one])
                    .map(product -> product * product)
                    .sum();
        }
        double independent = (categories - 1) * (1 / was.rows + 1 / is.rows);
        double value = blocks / (blocks - 1) * trace / independent;
        return Optional.of(
                value > 1
                        ? new DesignEffect(value, Math.min(1, trace * trace / squares / (categories - 1)), blocks)
                        : new DesignEffect(1, 1, blocks));
    }

    /** κ, or 0 without rows. */
    static double effectiveBlocks(double[] sizes) {
        double rows = Arrays.stream(sizes).sum();
        return rows == 0
                ? 0
                : rows * rows / Arrays.stream(sizes).map(size -> size * size).sum();
    }

    private static double[][] deviations(Side was, Side is, double[] pooled) {
        double[][] deviations = new double[was.sizes.length][pooled.length];
        for (int block = 0; block < deviations.length; block++) {
            for (int cell = 0; cell < pooled.length; cell++) {
                deviations[block][cell] = pooled[cell] == 0
                        ? 0
                        : (is.deviation(block, cell) - was.deviation(block, cell)) / Math.sqrt(pooled[cell]);
            }
        }
        return deviations;
    }

    /** Of each block's deviations with each other's; their eigenvalues are those of the covariances of the cells. */
    private static double[][] products(double[][] deviations) {
        double[][] products = new double[deviations.length][deviations.length];
        for (int one = 0; one < deviations.length; one++) {
            for (int other = 0; other <= one; other++) {
                double sum = 0;
                for (int cell = 0; cell < deviations[one].length; cell++) {
                    sum += deviations[one][cell] * deviations[other][cell];
                }
                products[one][other] = sum;
                products[other][one] = sum;
            }
        }
        return products;
    }

    /** One side's counts and their margins. */
    private static final class Side {
        private final long[][] counts;
        private final double[] sizes;
        private final double[] cells;
        private final double rows;

        Side(long[][] counts) {
            this.counts = counts;
            this.sizes = Arrays.stream(counts)
                    .mapToDouble(block -> Arrays.stream(block).sum())
                    .toArray();
            this.cells = new double[counts[0].length];
            for (long[] block : counts) {
                Arrays.setAll(cells, cell -> cells[cell] + block[cell]);
            }
            this.rows = Arrays.stream(sizes).sum();
        }

        double share(int cell) {
            return cells[cell] / rows;
        }

        double deviation(int block, int cell) {
            return (counts[block][cell] - sizes[block] * share(cell)) / rows;
        }
    }
}
