package io.lakewarden.drift;

import io.lakewarden.profile.Binning;
import io.lakewarden.profile.Ecdf;
import io.lakewarden.profile.FrequentValue;
import io.lakewarden.profile.NumericBinning;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.MetricValue;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/** Quantile bins of a numeric reference, with bins of their own for heavy values. */
final class NumericBins {
    private NumericBins() {}

    static Optional<Binning> freeze(NumericProfile reference, int bins) {
        if (reference.finite() == 0) {
            return Optional.empty();
        }
        NavigableSet<Double> edges = new TreeSet<>();
        Optional<SortedMap<Double, Long>> counts = reference.exactCounts();
        if (counts.isPresent() && counts.get().size() <= 2 * bins) {
            counts.get().keySet().forEach(value -> isolate(value, edges));
        } else {
            NavigableSet<Double> heavy = heavyValues(reference, bins);
            heavy.forEach(value -> isolate(value, edges));
            addQuantiles(reference.ecdf(), heavy, bins, edges);
            reference.minimum().number().ifPresent(minimum -> edges.add(Math.nextDown(minimum)));
            reference.maximum().number().ifPresent(edges::add);
        }
        return Optional.of(NumericBinning.ofEdges(finite(edges)));
    }

    /** Values that surely hold more than 1/B of the mass. */
    private static NavigableSet<Double> heavyValues(NumericProfile reference, int bins) {
        double least = (double) reference.finite() / bins;
        NavigableSet<Double> heavy = new TreeSet<>();
        if (reference.exactCounts().isPresent()) {
            for (Map.Entry<Double, Long> entry : reference.exactCounts().get().entrySet()) {
                if (entry.getValue() > least) {
                    heavy.add(entry.getKey() + 0.0);
                }
            }
            return heavy;
        }
        for (FrequentValue candidate : reference.topValues(bins)) {
            double value = Double.parseDouble(candidate.value());
            if (candidate.lower() > least && Double.isFinite(value)) {
                heavy.add(value + 0.0);
            }
        }
        return heavy;
    }

    private static void isolate(double value, Collection<Double> edges) {
        // adding zero turns −0 into 0, which is the same number in another bin
        double number = value + 0.0;
        edges.add(Math.nextDown(number));
        edges.add(number);
    }

    /** Splits what the heavy values leave into as many bins as its share of the mass deserves. */
    private static void addQuantiles(Ecdf ecdf, NavigableSet<Double> heavy, int bins, Collection<Double> edges) {
        double[] values = ecdf.values();
        long[] cumulative = ecdf.cumulativeCounts();
        long rest = ecdf.count();
        for (double value : heavy) {
            rest -= ecdf.countAtMost(value) - ecdf.countAtMost(Math.nextDown(value));
        }
        long parts = Math.round((double) bins * rest / ecdf.count());
        long seen = 0;
        long part = 1;
        for (int i = 0; i < values.length && part < parts; i++) {
            if (heavy.contains(values[i] + 0.0)) {
                continue;
            }
            seen += cumulative[i] - (i == 0 ? 0 : cumulative[i - 1]);
            while (part < parts && seen * parts >= part * rest) {
                edges.add(values[i] + 0.0);
                part++;
            }
        }
    }

    private static double[] finite(NavigableSet<Double> edges) {
        return edges.stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .toArray();
    }

    /** The reference's range, where its bins count what lies outside exactly. */
    static boolean separatesOutside(NumericProfile reference, double[] edges) {
        MetricValue minimum = reference.minimum();
        MetricValue maximum = reference.maximum();
        return edges.length > 0
                && minimum.number().isPresent()
                && maximum.number().isPresent()
                && edges[0] == Math.nextDown(minimum.number().getAsDouble())
                && edges[edges.length - 1] == maximum.number().getAsDouble();
    }
}
