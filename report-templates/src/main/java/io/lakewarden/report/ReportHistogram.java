package io.lakewarden.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The shape of a column on both sides, over common bars. Bar {@code k} lies between {@code edges[k]} and
 * {@code edges[k + 1]}.
 *
 * @param edges finite and strictly increasing, one more than bars, at least two
 * @param reference share of the reference's values in each bar, in [0, 1]
 * @param current share of the window's values in each bar, in [0, 1]
 * @param note what the picture leaves out or how exact it is, in one sentence; absent where exact and complete
 */
public record ReportHistogram(List<Double> edges, List<Double> reference, List<Double> current, Optional<String> note) {
    public ReportHistogram {
        edges = List.copyOf(edges);
        reference = List.copyOf(reference);
        current = List.copyOf(current);
        Objects.requireNonNull(note, "note");
        if (edges.size() < 2 || reference.size() != edges.size() - 1 || current.size() != edges.size() - 1) {
            throw new IllegalArgumentException("a histogram of n bars has n + 1 edges, but got " + edges.size()
                    + " edges for " + reference.size() + " and " + current.size() + " bars");
        }
        for (int bar = 0; bar < reference.size(); bar++) {
            double width = edges.get(bar + 1) - edges.get(bar);
            if (!(width > 0) || !Double.isFinite(width)) {
                throw new IllegalArgumentException("edges are finite and strictly increasing, but got " + edges.get(bar)
                        + ", " + edges.get(bar + 1));
            }
            requireShare(reference.get(bar));
            requireShare(current.get(bar));
        }
    }

    private static void requireShare(double share) {
        if (!(share >= 0) || !Double.isFinite(share)) {
            throw new IllegalArgumentException("a share is finite and not negative, but got " + share);
        }
    }
}
