package io.lakewarden.spark.profile;

import java.nio.ByteBuffer;

/**
 * Rows that are in no profile.
 *
 * @param outside their time lies in no window
 * @param withoutTime their time is null
 */
record RowTally(long outside, long withoutTime) {
    static final RowTally NONE = new RowTally(0, 0);

    RowTally plus(RowTally other) {
        return new RowTally(outside + other.outside, withoutTime + other.withoutTime);
    }

    byte[] encode() {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(outside)
                .putLong(withoutTime)
                .array();
    }

    static RowTally decode(byte[] bytes) {
        ByteBuffer counts = ByteBuffer.wrap(bytes);
        return new RowTally(counts.getLong(), counts.getLong());
    }
}
