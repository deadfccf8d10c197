package io.lakewarden.drift.preset;

import io.lakewarden.profile.Ecdf;
import io.lakewarden.profile.NumericProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The histogram that TensorFlow Data Validation makes of numbers: 1,000 quantile buckets, within which values are taken
 * to lie evenly, poured into ten equally wide ones over the range. A constant column has one bucket without width.
 */
final class TfdvHistogram {
    private static final int QUANTILES = 1000;
    private static final int BUCKETS = 10;

    private final List<Bucket> buckets;
    private final double infinite;
    private final double nans;

    private TfdvHistogram(List<Bucket> buckets, double infinite, double nans) {
        this.buckets = buckets;
        this.infinite = infinite;
        this.nans = nans;
    }

    private record Bucket(double low, double high, double count) {
        boolean isPoint() {
            return low == high;
        }
    }

    /** Of the numbers that are there, as the profile knows them. */
    static TfdvHistogram of(NumericProfile numbers) {
        return of(numbers.ecdf(), numbers.negativeInfinities(), numbers.positiveInfinities(), numbers.nans());
    }

    /** Of zeros and ones. */
    static TfdvHistogram ofTruths(long falses, long trues) {
        double[] values = falses == 0 ? new double[] {1} : trues == 0 ? new double[] {0} : new double[] {0, 1};
        double[] ranks = values.length == 2
                ? new double[] {falses, (double) falses + trues}
                : new double[] {(double) falses + trues};
        return new TfdvHistogram(equallyWide(quantiles(values, ranks), values[0]), 0, 0);
    }

    private static TfdvHistogram of(Ecdf finite, long below, long above, long nans) {
        double[] values = finite.values();
        if (values.length == 0) {
            return new TfdvHistogram(List.of(), (double) below + above, nans);
        }
        // infinities take part in the quantiles and are taken out of them again
        List<double[]> entries = new ArrayList<>();
        if (below > 0) {
            entries.add(new double[] {Double.NEGATIVE_INFINITY, below});
        }
        long[] cumulative = finite.cumulativeCounts();
        for (int i = 0; i < values.length; i++) {
            entries.add(new double[] {values[i], (double) below + cumulative[i]});
        }
        if (above > 0) {
            entries.add(new double[] {Double.POSITIVE_INFINITY, (double) below + finite.count() + above});
        }
        double[][] quantiles = quantiles(
                entries.stream().mapToDouble(entry -> entry[0]).toArray(),
                entries.stream().mapToDouble(entry -> entry[1]).toArray());
        return new TfdvHistogram(
                equallyWide(finiteOnes(quantiles, values[values.length - 1], above), values[0]),
                (double) below + above,
                nans);
    }

    /**
     * The values at the ranks r·n/1000, r from 0 to 1000, each the nearest one by the middle of its ranks, and how many there
     * are up to and with it.
     */
    private static double[][] quantiles(double[] values, double[] upTo) {
        double[] found = new double[QUANTILES + 1];
        double[] ranks = new double[QUANTILES + 1];
        double total = upTo[upTo.length - 1];
        int at = 0;
        for (int r = 0; r <= QUANTILES; r++) {
            double twice = 2 * (r * total / QUANTILES);
            while (at + 1 < values.length && twice >= upTo[at] + upTo[at + 1]) {
                at++;
            }
            // between two neighbours the border is the rank where one ends and the next begins
            int nearest = at + 1 == values.length || twice < 2 * upTo[at] ? at : at + 1;
            found[r] = values[nearest];
            ranks[r] = upTo[nearest];
        }
        return new double[][] {found, ranks};
    }

    private static double[][] finiteOnes(double[][] quantiles, double greatest, long above) {
        double[] values = quantiles[0];
        double[] ranks = quantiles[1];
        int from = 0;
        while (from < values.length && values[from] == Double.NEGATIVE_INFINITY) {
            from++;
        }
        double taken = from == 0 ? 0 : ranks[from - 1];
        int to = values.length;
        while (to > from && values[to - 1] == Double.POSITIVE_INFINITY) {
            to--;
        }
        boolean more = above > 0;
        int size = to - from + (more ? 1 : 0);
        double[] kept = Arrays.copyOf(Arrays.copyOfRange(values, from, to), size);
        double[] keptRanks = new double[size];
        for (int i = from; i < to; i++) {
            keptRanks[i - from] = ranks[i] - taken;
        }
        if (more) {
            kept[size - 1] = greatest;
            keptRanks[size - 1] = ranks[ranks.length - 1] - taken - above;
        }
        return new double[][] {kept, keptRanks};
    }

    /** The buckets between neighbouring quantiles: those with the same upper end share what they hold. */
    private static List<Bucket> between(double[][] quantiles) {
        double[] values = quantiles[0];
        double[] ranks = quantiles[1];
        int size = values.length - 1;
        double[] counts = new double[Math.max(0, size)];
        Arrays.setAll(counts, i -> ranks[i + 1] - ranks[i]);
        for (int i = 0, end; i < size; i = end) {
            end = i + 1;
            while (end < size && values[end + 1] == values[i + 1]) {
                end++;
            }
            Arrays.fill(counts, i, end, Arrays.stream(counts, i, end).sum() / (end - i));
        }
        int first = 0;
        while (first < size && values[first] == values[0] && values[first + 1] == values[1]) {
            first++;
        }
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            buckets.add(new Bucket(values[i], values[i + 1], counts[i] + (i < first ? ranks[0] / first : 0)));
        }
        return buckets;
    }

    private static List<Bucket> equallyWide(double[][] quantiles, double least) {
        List<Bucket> narrow = between(quantiles);
        double greatest = quantiles[0][quantiles[0].length - 1];
        int size = least == greatest ? 1 : BUCKETS;
        List<Bucket> wide = new ArrayList<>();
        double step = (greatest - least) / size;
        for (int i = 0; i < size; i++) {
            double low = i * step + least;
            double high = i == size - 1 ? greatest : (i + 1) * step + least;
            double count = 0;
            for (Bucket bucket : narrow) {
                count += bucket.count() * overlap(bucket, low, high, i == 0);
            }
            wide.add(new Bucket(low, high, count));
        }
        return wide;
    }

    /** The part of a bucket that lies between two bounds; a bucket without width belongs to the interval that it ends. */
    private static double overlap(Bucket bucket, double low, double high, boolean first) {
        if (bucket.isPoint()) {
            return (first ? bucket.low() >= low : bucket.low() > low) && bucket.high() <= high ? 1 : 0;
        }
        double shared = Math.min(bucket.high(), high) - Math.max(bucket.low(), low);
        return shared <= 0 ? 0 : Math.min(1, shared / (bucket.high() - bucket.low()));
    }

    /** How far the shares of all buckets together are off, where each quantile is off by so much in rank. */
    static double shift(double rankError) {
        return rankError == 0 ? 0 : BUCKETS * (rankError + 1.0 / QUANTILES);
    }

    /** Whether there is anything in it. */
    boolean isEmpty() {
        return infinite + nans + buckets.stream().mapToDouble(Bucket::count).sum() == 0;
    }

    /**
     * Both histograms with the same buckets: cut at all edges of both, values without width on their own. Infinite values
     * and NaN match nothing on the other side.
     */
    static double[][] align(TfdvHistogram first, TfdvHistogram second) {
        TreeSet<Double> cuts = new TreeSet<>();
        TreeSet<Double> points = new TreeSet<>();
        for (TfdvHistogram histogram : List.of(first, second)) {
            for (Bucket bucket : histogram.buckets) {
                if (bucket.isPoint()) {
                    points.add(bucket.low());
                } else {
                    cuts.add(bucket.low());
                    cuts.add(bucket.high());
                }
            }
        }
        List<double[]> cells = new ArrayList<>();
        double[] edges = cuts.stream().mapToDouble(Double::doubleValue).toArray();
        for (int i = 0; i + 1 < edges.length; i++) {
            cells.add(new double[] {first.within(edges[i], edges[i + 1]), second.within(edges[i], edges[i + 1])});
        }
        Map<Double, Double> was = first.points();
        Map<Double, Double> is = second.points();
        points.forEach(point -> cells.add(new double[] {was.getOrDefault(point, 0.0), is.getOrDefault(point, 0.0)}));
        cells.add(new double[] {first.infinite, 0});
        cells.add(new double[] {0, second.infinite});
        cells.add(new double[] {first.nans, 0});
        cells.add(new double[] {0, second.nans});
        return new double[][] {
            cells.stream().mapToDouble(cell -> cell[0]).toArray(),
            cells.stream().mapToDouble(cell -> cell[1]).toArray()
        };
    }

    private double within(double low, double high) {
        return buckets.stream()
                .filter(bucket -> bucket.low() <= low && high <= bucket.high())
                .mapToDouble(bucket -> bucket.count() * (high - low) / (bucket.high() - bucket.low()))
                .sum();
    }

    private Map<Double, Double> points() {
        Map<Double, Double> points = new HashMap<>();
        buckets.stream()
                .filter(Bucket::isPoint)
                .forEach(bucket -> points.merge(bucket.low(), bucket.count(), Double::sum));
        return points;
    }
}
