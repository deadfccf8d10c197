package io.lakewarden.drift;

/**
 * How many of how many, on either side.
 *
 * @param reference values counted in the reference
 * @param referenceTotal all values of the reference, at least 1
 * @param current values counted now
 * @param currentTotal all values now, at least 1
 */
record TwoShares(long reference, long referenceTotal, long current, long currentTotal) {
    double referenceShare() {
        return (double) reference / referenceTotal;
    }

    double currentShare() {
        return (double) current / currentTotal;
    }

    /** The share of both sides together. */
    double pooledShare() {
        return ((double) reference + current) / ((double) referenceTotal + currentTotal);
    }
}
