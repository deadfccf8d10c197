package io.lakewarden.spark.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;

/** The rows with the smallest dice, and how many rows there were in all; drawings of parts merge to that of the whole. */
final class DrawnRows {
    /** A row, with its dice and the hash of its content, which decides between equal dice. */
    private record Thrown(long dice, long content, UnsafeRow row) {
        static final Comparator<Thrown> ORDER =
                Comparator.comparingLong(Thrown::dice).thenComparingLong(Thrown::content);
    }

    private final int most;
    private final PriorityQueue<Thrown> largestFirst = new PriorityQueue<>(Thrown.ORDER.reversed());
    private long count;

    DrawnRows(int most) {
        this.most = most;
    }

    /** Draws from a partition whose rows end with their dice and their content's hash, after so many cells. */
    static DrawnRows of(Iterator<InternalRow> rows, int width, int most) {
        DrawnRows drawn = new DrawnRows(most);
        while (rows.hasNext()) {
            UnsafeRow row = (UnsafeRow) rows.next();
            drawn.count++;
            long dice = row.getLong(width);
            if (drawn.isWanted(dice)) {
                // the iterator hands out the same row again and again
                drawn.add(new Thrown(dice, row.getLong(width + 1), row.copy()));
            }
        }
        return drawn;
    }

    /** This drawing and the other one together. */
    DrawnRows merge(DrawnRows other) {
        DrawnRows both = new DrawnRows(most);
        both.count = count + other.count;
        largestFirst.forEach(both::add);
        other.largestFirst.forEach(both::add);
        return both;
    }

    private boolean isWanted(long dice) {
        return largestFirst.size() < most || dice <= largestFirst.element().dice();
    }

    private void add(Thrown thrown) {
        largestFirst.add(thrown);
        if (largestFirst.size() > most) {
            largestFirst.remove();
        }
    }

    long count() {
        return count;
    }

    /** The rows by rising dice. */
    List<InternalRow> inOrder() {
        return largestFirst.stream()
                .sorted(Thrown.ORDER)
                .<InternalRow>map(Thrown::row)
                .toList();
    }

    /** Bytes, which any serializer of Spark can send. */
    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(count);
            out.writeInt(largestFirst.size());
            for (Thrown thrown : largestFirst) {
                byte[] row = thrown.row().getBytes();
                out.writeLong(thrown.dice());
                out.writeLong(thrown.content());
                out.writeInt(thrown.row().numFields());
                out.writeInt(row.length);
                out.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What {@link #encode} has written, of at most so many rows. */
    static DrawnRows decode(byte[] bytes, int most) {
        DrawnRows drawn = new DrawnRows(most);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            drawn.count = in.readLong();
            for (int left = in.readInt(); left > 0; left--) {
                long dice = in.readLong();
                long content = in.readLong();
                UnsafeRow row = new UnsafeRow(in.readInt());
                byte[] cells = in.readNBytes(in.readInt());
                row.pointTo(cells, cells.length);
                drawn.add(new Thrown(dice, content, row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return drawn;
    }
}
