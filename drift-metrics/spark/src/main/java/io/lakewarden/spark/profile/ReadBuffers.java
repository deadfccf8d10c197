package io.lakewarden.spark.profile;

/**
 * Arrays on the way from vectors to builders. All readers of a partition use the same ones in turns, so that they stay near
 * the processor and their memory does not depend on the number of columns. What is in an array is good until the next one
 * of its kind is asked for.
 */
final class ReadBuffers {
    private int[] positions = {};
    private int[] starts = {};
    private int[] lengths = {};
    private long[] longs = {};
    private double[] doubles = {};

    /** Room for the positions of rows. */
    int[] positions(int size) {
        positions = atLeast(size, positions);
        return positions;
    }

    /** Room for the starts of texts. */
    int[] starts(int size) {
        starts = atLeast(size, starts);
        return starts;
    }

    /** Room for the lengths of texts. */
    int[] lengths(int size) {
        lengths = atLeast(size, lengths);
        return lengths;
    }

    private static int[] atLeast(int size, int[] array) {
        return array.length < size ? new int[size] : array;
    }

    /** Room for whole numbers and times. */
    long[] longs(int size) {
        if (longs.length < size) {
            longs = new long[size];
        }
        return longs;
    }

    /** Room for numbers with fractions. */
    double[] doubles(int size) {
        if (doubles.length < size) {
            doubles = new double[size];
        }
        return doubles;
    }
}
