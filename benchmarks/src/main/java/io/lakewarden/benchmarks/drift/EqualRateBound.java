package io.lakewarden.benchmarks.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.Well19937c;

/**
 * How far behind the best statistic any test at 1 % false alarms must be for some shift of means or spreads of normal rows, if it may not
 * know whether means rise or fall and spreads grow or shrink.
 *
 * <p>Let bᵢ be how often the best statistic finds shift i, and w weights of sum 1. The largest bᵢ − βᵢ of a test is at least Σ wᵢ (bᵢ − βᵢ), and Σ wᵢ
 * βᵢ is how often it finds a shift that is drawn by w, in either direction alike. By Neyman and Pearson no test at that rate finds it more
 * often than the one that alarms where the likelihood ratio Σ wᵢ Lᵢ is large. So any w gives a bound; the one taken here is that of sixty
 * steps towards the largest, and the bound is computed from draws that had no part in them. The law without shift is taken to be known, as it
 * all but is from 100,000 rows.
 */
final class EqualRateBound {
    private static final int DRAWS = 40_000;
    private static final int STEPS = 60;

    private final int rows;
    private final List<List<Normal>> shifts;

    private EqualRateBound(int rows) {
        this.rows = rows;
        this.shifts =
                Shift.of(Law.NORMAL).stream().flatMap(EqualRateBound::mirrored).toList();
    }

    /** The bound for windows of so many rows, as a share. */
    static double of(int rows, long seed) {
        EqualRateBound bound = new EqualRateBound(rows);
        double[] weights = bound.weights(bound.new Draws(seed));
        return Math.max(0, product(weights, bound.new Draws(seed + 1).behind(weights)));
    }

    private static Stream<List<Normal>> mirrored(Shift shift) {
        return switch (shift.kind()) {
            case MEAN -> Stream.of(List.of(new Normal(shift.size(), 1), new Normal(-shift.size(), 1)));
            case SPREAD -> Stream.of(List.of(new Normal(0, 1 + shift.size()), new Normal(0, 1 / (1 + shift.size()))));
            case NONE, TAIL, NULLS, SHARE -> Stream.of();
        };
    }

    private double[] weights(Draws draws) {
        double[] weights = new double[shifts.size()];
        Arrays.fill(weights, 1.0 / weights.length);
        double[] largest = weights;
        double most = -1;
        for (int step = 0; step < STEPS; step++) {
            double[] behind = draws.behind(weights);
            double gap = product(weights, behind);
            if (gap > most) {
                most = gap;
                largest = weights;
            }
            double pace = 6 / (1 + step / 15.0);
            double[] next = new double[weights.length];
            double sum = 0;
            for (int shift = 0; shift < next.length; shift++) {
                next[shift] = weights[shift] * Math.exp(pace * behind[shift]);
                sum += next[shift];
            }
            for (int shift = 0; shift < next.length; shift++) {
                next[shift] /= sum;
            }
            weights = next;
        }
        return largest;
    }

    private static double product(double[] first, double[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += first[i] * second[i];
        }
        return sum;
    }

    /** Mean and standard deviation of a normal law. */
    private record Normal(double mean, double deviation) {}

    /** Windows without a shift and with each, both ways: all that tests of normal rows need of them. */
    private final class Draws {
        private final SplittableRandom random;
        private final GammaDistribution squares;
        private final Window[] quiet;
        private final List<List<Window[]>> shifted = new ArrayList<>();
        private final double[] best;

        private Draws(long seed) {
            this.random = new SplittableRandom(seed);
            this.squares = new GammaDistribution(new Well19937c(seed), (rows - 1) / 2.0, 2);
            this.quiet = windows(new Normal(0, 1));
            shifts.forEach(ways -> shifted.add(ways.stream().map(this::windows).toList()));
            this.best = new double[shifts.size()];
            for (int statistic = 0; statistic < 2; statistic++) {
                boolean ofMean = statistic == 0;
                double[] values = Arrays.stream(quiet)
                        .mapToDouble(window -> window.magnitude(ofMean))
                        .toArray();
                double limit = limit(values);
                for (int shift = 0; shift < best.length; shift++) {
                    double found = shifted.get(shift).stream()
                            .flatMap(Arrays::stream)
                            .mapToInt(window -> window.magnitude(ofMean) > limit ? 1 : 0)
                            .average()
                            .orElseThrow();
                    best[shift] = Math.max(best[shift], found);
                }
            }
        }

        private Window[] windows(Normal law) {
            Window[] windows = new Window[DRAWS];
            Arrays.setAll(windows, draw -> {
                double mean = law.mean() + law.deviation() * random.nextGaussian() / Math.sqrt(rows);
                return new Window(mean, law.deviation() * law.deviation() * squares.sample());
            });
            return windows;
        }

        /** For each shift, how much more often the best statistic finds it than the likelihood ratio of these weights. */
        private double[] behind(double[] weights) {
            double limit = limit(Arrays.stream(quiet)
                    .mapToDouble(window -> window.ratio(weights))
                    .toArray());
            double[] behind = new double[weights.length];
            for (int shift = 0; shift < behind.length; shift++) {
                behind[shift] = best[shift]
                        - shifted.get(shift).stream()
                                .flatMap(Arrays::stream)
                                .mapToInt(window -> window.ratio(weights) > limit ? 1 : 0)
                                .average()
                                .orElseThrow();
            }
            return behind;
        }

        private static double limit(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return sorted[(int) Math.ceil((sorted.length + 1) * (1 - DriftStudy.EQUAL_RATE)) - 1];
        }
    }

    /** A window by its mean and the sum of squares around it, with the likelihood ratio of each shift. */
    private final class Window {
        private final double mean;
        private final double squares;
        private final double[] ratios;

        private Window(double mean, double squares) {
            this.mean = mean;
            this.squares = squares;
            this.ratios = shifts.stream()
                    .mapToDouble(ways ->
                            ways.stream().mapToDouble(this::ratio).average().orElseThrow())
                    .toArray();
        }

        /** At most e⁷⁰⁰, so that the largest ones do not overflow. */
        private double ratio(Normal law) {
            double variance = law.deviation() * law.deviation();
            double distance = mean - law.mean();
            double logarithm = -rows * Math.log(law.deviation())
                    - (squares + rows * distance * distance) / (2 * variance)
                    + (squares + rows * mean * mean) / 2;
            return Math.exp(Math.min(700, logarithm));
        }

        private double ratio(double[] weights) {
            return product(weights, ratios);
        }

        private double magnitude(boolean ofMean) {
            return ofMean ? Math.abs(mean) : Math.abs(Math.log(squares / (rows - 1)));
        }
    }
}
