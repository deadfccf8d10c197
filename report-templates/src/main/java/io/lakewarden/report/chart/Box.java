package io.lakewarden.report.chart;

/** The box that every picture is drawn in: whole units, y downwards, stretched to the space that the page gives. */
final class Box {
    /** Units from left to right. */
    static final int WIDTH = 1000;

    private Box() {}

    /** The unit nearest to a share of an extent. */
    static long at(double share, int extent) {
        return Math.round(share * extent);
    }
}
