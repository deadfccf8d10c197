package io.lakewarden.benchmarks.profile;

import java.util.List;

/**
 * Figures of several rounds.
 *
 * @param minimum the least
 * @param median the middle one; the mean of the two in the middle of an even number
 * @param maximum the greatest
 * @param rounds all of them, in the order in which they were measured
 */
public record Spread(double minimum, double median, double maximum, List<Double> rounds) {
    public Spread {
        rounds = List.copyOf(rounds);
    }

    /** Of at least one figure. */
    public static Spread of(List<Double> rounds) {
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("no rounds, no spread");
        }
        List<Double> sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(sorted.get(0), median, sorted.get(sorted.size() - 1), rounds);
    }
}
