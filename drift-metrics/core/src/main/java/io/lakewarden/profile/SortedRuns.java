package io.lakewarden.profile;

/** Sorted arrays of numbers; none is changed. */
final class SortedRuns {
    private SortedRuns() {}

    /** Both together, sorted; one of them itself where the other is empty. */
    static double[] merge(double[] left, double[] right) {
        if (left.length == 0 || right.length == 0) {
            return left.length == 0 ? right : left;
        }
        double[] merged = new double[left.length + right.length];
        int i = 0;
        int j = 0;
        int place = 0;
        while (i < left.length && j < right.length) {
            merged[place++] = left[i] <= right[j] ? left[i++] : right[j++];
        }
        System.arraycopy(left, i, merged, place, left.length - i);
        System.arraycopy(right, j, merged, place + left.length - i, right.length - j);
        return merged;
    }

    /** So many items, each the second after the one before. */
    static double[] everyOther(double[] items, int first, int size) {
        double[] result = new double[size];
        for (int i = 0; i < size; i++) {
            result[i] = items[first + 2 * i];
        }
        return result;
    }
}
