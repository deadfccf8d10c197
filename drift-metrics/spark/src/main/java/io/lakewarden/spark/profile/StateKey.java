package io.lakewarden.spark.profile;

/** Keys of states on their way to the driver: numbers that sort by unit, then by partition. */
final class StateKey {
    private StateKey() {}

    static long of(int unit, int partition) {
        return (long) unit << Integer.SIZE | partition;
    }

    static int unit(long key) {
        return (int) (key >>> Integer.SIZE);
    }
}
