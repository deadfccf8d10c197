package io.lakewarden.benchmarks.profile;

/** How costs grow: the exponent e of the line of least squares through the logarithms of {@code cost = c · sizeᵉ}. */
final class PowerLaw {
    private PowerLaw() {}

    /** The exponent; 1 is linear. At least two different sizes, all above 0. */
    static double exponent(double[] sizes, double[] costs) {
        double meanSize = 0;
        double meanCost = 0;
        for (int i = 0; i < sizes.length; i++) {
            meanSize += Math.log(sizes[i]) / sizes.length;
            meanCost += Math.log(costs[i]) / sizes.length;
        }
        double both = 0;
        double squares = 0;
        for (int i = 0; i < sizes.length; i++) {
            double distance = Math.log(sizes[i]) - meanSize;
            both += distance * (Math.log(costs[i]) - meanCost);
            squares += distance * distance;
        }
        if (!(squares > 0)) {
            throw new IllegalArgumentException("an exponent needs two different sizes at least");
        }
        return both / squares;
    }
}
