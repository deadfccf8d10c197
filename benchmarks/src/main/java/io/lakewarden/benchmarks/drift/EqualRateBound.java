package io.lakewarden.benchmarks.drift;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far behind the best of some distances any test at 1 % false alarms must be for some shift of independent rows, if it may not know
 * whether means rise or fall and spreads grow or shrink.
 *
 * <p>Let bᵢ be how often the best distance finds shift i, and w weights of sum 1. The largest bᵢ − βᵢ of a test is at least Σ wᵢ (bᵢ − βᵢ), and Σ wᵢ
 * βᵢ is how often it finds a shift that is drawn by w. By Neyman and Pearson no test at that rate finds it more
 * often than the one that alarms where the likelihood ratio Σ wᵢ Lᵢ is large. So any w gives a bound; the one taken here is that of sixty
 * steps towards the largest, and the bound is computed from draws that had no part in them. The law without shift is taken to be known, as it
 * all but is from 100,000 rows. Shifts that one of all distances always finds are left out, which makes no bound larger.
 */
final class EqualRateBound {
    private static final int STEPS = 60;
    private static final int MOST_ROWS = 40_000_000;
    private static final double ALWAYS = 0.999;

    /** e to this and more overflows. */
    private static final double LARGEST = 700;

    private final KnownLaw law;
    private final int rows;
    private final int windows;
    private final List<Shift> shifts;
    private final Draws first;
    private final Draws fresh;

    /**
     * Draws windows with and without shifts.
     *
     * @param draws how many windows are behind each rate, fewer where they have many rows
     */
    EqualRateBound(KnownLaw law, int rows, int draws, long seed) {
        this.law = law;
        this.rows = rows;
        this.windows = Math.min(draws, MOST_ROWS / rows);
        List<Shift> all = Shift.of(law.law()).stream()
                .filter(shift -> switch (shift.kind()) {
                    case MEAN, SPREAD, TAIL -> true;
                    case NONE, NULLS, SHARE -> false;
                })
                .toList();
        double[] best = new Draws(all, seed, List.of()).best(EnumSet.allOf(Distance.class));
        this.shifts = IntStream.range(0, best.length)
                .filter(shift -> best[shift] < ALWAYS)
                .mapToObj(all::get)
                .toList();
        this.first = new Draws(shifts, seed + 1, shifts);
        this.fresh = new Draws(shifts, seed + 2, shifts);
    }

    /** What a statistic looks at, against the law itself. */
    enum Distance {
        /** Of the mean, as t tests and Wasserstein's distance have it. */
        MEAN {
            @Override
            double of(double[] rows, KnownLaw law) {
                return Math.abs(mean(rows) - law.mean());
            }
        },
        /** Of the mean rank, as Mann and Whitney have it. */
        RANK {
            @Override
            double of(double[] rows, KnownLaw law) {
                return Math.abs(Arrays.stream(rows).map(law::share).sum() / rows.length - 0.5);
            }
        },
        /** Of the variance, which {@code variance_ratio} has. */
        SPREAD {
            @Override
            double of(double[] rows, KnownLaw law) {
                double mean = mean(rows);
                double squares = 0;
                for (double row : rows) {
                    squares += (row - mean) * (row - mean);
                }
                return Math.abs(Math.log(squares / (rows.length - 1)));
            }
        };

        abstract double of(double[] rows, KnownLaw law);

        private static double mean(double[] rows) {
            return Arrays.stream(rows).sum() / rows.length;
        }
    }

    /** How far behind the best of some distances any test is, as a share; 0 where one of them finds every shift. */
    double behind(Set<Distance> distances) {
        if (shifts.isEmpty()) {
            return 0;
        }
        double[] weights = weights(first, first.best(distances));
        return Math.max(0, product(weights, fresh.behind(weights, fresh.best(distances))));
    }

    private double[] weights(Draws draws, double[] best) {
        double[] weights = new double[shifts.size()];
        Arrays.fill(weights, 1.0 / weights.length);
        double[] largest = weights;
        double most = -1;
        for (int step = 0; step < STEPS; step++) {
            double[] behind = draws.behind(weights, best);
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

    /** The logarithms of the densities that a shift may give a row, one for each direction. */
    private List<DoubleUnaryOperator> ways(Shift shift) {
        return switch (shift.kind()) {
            case MEAN -> List.of(moved(shift.size()), moved(-shift.size()));
            case SPREAD -> List.of(scaled(1 + shift.size()), scaled(1 / (1 + shift.size())));
            case TAIL -> List.of(tail(shift.size()));
            case NONE, NULLS, SHARE -> throw new IllegalArgumentException("no density of " + shift);
        };
    }

    private DoubleUnaryOperator moved(double step) {
        return x -> law.logDensity(x - step);
    }

    private DoubleUnaryOperator scaled(double factor) {
        double logarithm = Math.log(factor);
        return x -> law.logDensity(x / factor) - logarithm;
    }

    private DoubleUnaryOperator tail(double share) {
        DoubleUnaryOperator far = scaled(Shift.FAR);
        return x -> {
            double near = Math.log1p(-share) + law.logDensity(x);
            double beyond = Math.log(share) + far.applyAsDouble(x);
            double larger = Math.max(near, beyond);
            return Double.isInfinite(larger) ? larger : larger + Math.log1p(Math.exp(Math.min(near, beyond) - larger));
        };
    }

    /** A window by how far each distance is, and by the likelihood ratio of each shift. */
    private static final class Window {
        private final Map<Distance, Double> distances;
        private final double[] ratios;

        private Window(Map<Distance, Double> distances, double[] ratios) {
            this.distances = distances;
            this.ratios = ratios;
        }
    }

    /** Windows without a shift and with each. */
    private final class Draws {
        private final List<Window> quiet;
        private final List<List<Window>> shifted;

        /**
         * Draws them.
         *
         * @param drawn what shifts windows
         * @param rated the shifts whose likelihood ratios are computed
         */
        private Draws(List<Shift> drawn, long seed, List<Shift> rated) {
            this.quiet = windows(Shift.NONE, seed, rated);
            this.shifted = IntStream.range(0, drawn.size())
                    .mapToObj(shift -> windows(drawn.get(shift), seed * 101 + shift + 1, rated))
                    .toList();
        }

        private List<Window> windows(Shift shift, long seed, List<Shift> rated) {
            return IntStream.range(0, windows)
                    .parallel()
                    .mapToObj(draw -> {
                        long own = (seed * 1_000_003 + draw) * 2;
                        double[] drawn = law.law().draw(rows, own)[0];
                        shift.apply(drawn, own + 1);
                        Map<Distance, Double> distances = new EnumMap<>(Distance.class);
                        for (Distance distance : Distance.values()) {
                            distances.put(distance, distance.of(drawn, law));
                        }
                        return new Window(distances, ratios(drawn, rated));
                    })
                    .toList();
        }

        /** How often the best one of some distances finds each shift. */
        private double[] best(Set<Distance> distances) {
            double[] best = new double[shifted.size()];
            for (Distance distance : distances) {
                ToDoubleFunction<Window> far = window -> window.distances.get(distance);
                double limit = limit(quiet, far);
                for (int shift = 0; shift < best.length; shift++) {
                    best[shift] = Math.max(best[shift], above(limit, shifted.get(shift), far));
                }
            }
            return best;
        }

        private double[] ratios(double[] drawn, List<Shift> rated) {
            double base = Arrays.stream(drawn).map(law::logDensity).sum();
            return rated.stream()
                    .mapToDouble(shift -> ways(shift).stream()
                            .mapToDouble(
                                    way -> ratio(Arrays.stream(drawn).map(way).sum(), base))
                            .average()
                            .orElseThrow())
                    .toArray();
        }

        /** e to their difference; 0 where the shift makes such a row impossible, and very much where only the law without one does. */
        private static double ratio(double logarithm, double base) {
            if (logarithm == Double.NEGATIVE_INFINITY) {
                return 0;
            }
            return Math.exp(base == Double.NEGATIVE_INFINITY ? LARGEST : Math.min(LARGEST, logarithm - base));
        }

        /** For each shift, how much more often the best distance finds it than the likelihood ratio of these weights. */
        private double[] behind(double[] weights, double[] best) {
            double limit = limit(quiet, window -> product(weights, window.ratios));
            double[] behind = new double[weights.length];
            for (int shift = 0; shift < behind.length; shift++) {
                behind[shift] =
                        best[shift] - above(limit, shifted.get(shift), window -> product(weights, window.ratios));
            }
            return behind;
        }

        private static double above(double limit, List<Window> windows, ToDoubleFunction<Window> value) {
            return windows.parallelStream()
                    .mapToInt(window -> value.applyAsDouble(window) > limit ? 1 : 0)
                    .average()
                    .orElseThrow();
        }

        private static double limit(List<Window> quiet, ToDoubleFunction<Window> value) {
            double[] sorted = quiet.parallelStream().mapToDouble(value).sorted().toArray();
            return sorted[(int) Math.ceil((sorted.length + 1) * (1 - DriftStudy.EQUAL_RATE)) - 1];
        }
    }
}
