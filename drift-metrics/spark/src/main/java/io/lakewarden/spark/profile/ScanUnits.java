package io.lakewarden.spark.profile;

import io.lakewarden.profile.ProfileDetail;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the work of a scan is cut up, so that no task holds the states of all columns of a wide table, or of a few columns
 * in hundreds of windows. A <em>part</em> is what one task reads: some columns in all targets. A <em>unit</em> is what
 * travels as one record and is merged at once: a few of these columns in one target. Units are numbered target by target.
 *
 * @param width how many columns there are
 * @param targets how many profiles
 * @param part how many columns a part has; the last one may have fewer
 * @param chunk how many columns a unit has; the last one of a part may have fewer
 */
record ScanUnits(int width, int targets, int part, int chunk) implements Serializable {
    /** Reading some columns of a file is cheap, and so is reading its footer again. */
    private static final long BYTES_OF_BATCHES = 128L << 20;

    /** Rows are computed again for each part, all columns of them. */
    private static final long BYTES_OF_ROWS = 512L << 20;

    /** What the state of a column with many values takes while it is built. */
    private static final long BYTES_OF_A_STATE = 64L << 10;

    private static final long BYTES_OF_COUNTS = 8L << 10;

    /** Bounds the size of a record. */
    private static final int MOST_COLUMNS_OF_A_UNIT = 32;

    /** Each part opens every file. */
    private static final int MOST_PARTS = 64;

    /**
     * The cut of a scan.
     *
     * @param details what is kept of each target
     */
    static ScanUnits of(int width, List<ProfileDetail> details, ScanPath path) {
        long column = details.stream()
                .mapToLong(detail -> detail == ProfileDetail.FULL ? BYTES_OF_A_STATE : BYTES_OF_COUNTS)
                .sum();
        long bytes = path == ScanPath.COLUMNAR ? BYTES_OF_BATCHES : BYTES_OF_ROWS;
        long most = Math.max(Math.max(1, bytes / column), ceiling(width, MOST_PARTS));
        int parts = (int) Math.max(1, ceiling(width, most));
        int even = (int) Math.max(1, ceiling(width, parts));
        int chunks = (int) ceiling(even, MOST_COLUMNS_OF_A_UNIT);
        int chunk = (int) ceiling(even, chunks);
        return new ScanUnits(width, details.size(), chunks * chunk, chunk);
    }

    private static long ceiling(long number, long divisor) {
        return (number + divisor - 1) / divisor;
    }

    /** How many parts there are, at least one. */
    int parts() {
        return (int) Math.max(1, ceiling(width, part));
    }

    /** The place of a part's first column. */
    int first(int part) {
        return part * this.part;
    }

    /** The place behind a part's last column. */
    int end(int part) {
        return Math.min(width, first(part + 1));
    }

    /** The units of a part in rising order, and with those of the first one the number of the rows in no target. */
    IntStream ofPart(int part) {
        int from = first(part) / chunk;
        int count = part == 0 && width == 0 ? 1 : (int) ceiling(end(part) - first(part), chunk);
        IntStream units = IntStream.range(0, targets * count).map(i -> of(i / count, from + i % count));
        return part == 0 ? IntStream.concat(units, IntStream.of(tally())) : units;
    }

    /** How many units a target has. */
    int chunks() {
        return (int) Math.max(1, ceiling(width, chunk));
    }

    /** The number of a target's unit. */
    int of(int target, int chunk) {
        return target * chunks() + chunk;
    }

    /** The target that a unit belongs to. */
    int target(int unit) {
        return unit / chunks();
    }

    /** The place of a unit's first column. */
    int firstColumn(int unit) {
        return unit % chunks() * chunk;
    }

    /** The place behind a unit's last column. */
    int endOfColumns(int unit) {
        return Math.min(width, firstColumn(unit) + chunk);
    }

    /** The unit of the rows that are in no target. */
    int tally() {
        return targets * chunks();
    }
}
