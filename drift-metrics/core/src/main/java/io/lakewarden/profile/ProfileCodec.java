package io.lakewarden.profile;

import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Profiles as bytes: four letters that say what follows, one byte for the version, the state, and a CRC-32 of all that
 * precedes it. Equal input gives equal bytes; decoding keeps everything. Binnings travel inside.
 */
public final class ProfileCodec {
    /** The version that is written; it and all released ones before it are read. */
    public static final int VERSION = 3;

    /** Up to here they lack what cannot be made up, and no release ever wrote them. */
    private static final int LAST_DEVELOPMENT_VERSION = 2;

    private static final byte[] COLUMN_MAGIC = StateWriter.ascii("LWCP");
    private static final byte[] DATASET_MAGIC = StateWriter.ascii("LWDP");
    private static final byte[] CLUSTERS_MAGIC = StateWriter.ascii("LWCC");
    private static final int HEADER = COLUMN_MAGIC.length + 1;

    private ProfileCodec() {}

    /** The bytes of one column's profile. */
    public static byte[] encode(ColumnProfile profile) {
        StateWriter out = header(COLUMN_MAGIC);
        write(profile, out);
        return sealed(out);
    }

    /** The bytes of a whole dataset's profile. */
    public static byte[] encode(DatasetProfile profile) {
        StateWriter out = header(DATASET_MAGIC);
        write(profile.window().start(), out);
        write(profile.window().end(), out);
        out.text(profile.slice().key());
        out.text(profile.slice().value());
        out.count(profile.rows());
        out.count(profile.columns().size());
        profile.columns().values().forEach(column -> write(column, out));
        return sealed(out);
    }

    /** The bytes of one column's counts in blocks of clusters. */
    public static byte[] encode(ClusterCounts counts) {
        StateWriter out = header(CLUSTERS_MAGIC);
        counts.writeTo(out);
        return sealed(out);
    }

    /**
     * The column's profile in these bytes.
     *
     * @throws ProfileFormatException if they are damaged or hold something else
     */
    public static ColumnProfile decode(byte[] bytes) {
        return read(bytes, COLUMN_MAGIC, "a column's profile", ProfileCodec::readColumn);
    }

    /**
     * The dataset's profile in these bytes.
     *
     * @throws ProfileFormatException if they are damaged or hold something else
     */
    public static DatasetProfile decodeDataset(byte[] bytes) {
        return read(bytes, DATASET_MAGIC, "a dataset's profile", ProfileCodec::readDataset);
    }

    /**
     * The counts in blocks of clusters in these bytes.
     *
     * @throws ProfileFormatException if they are damaged or hold something else
     */
    public static ClusterCounts decodeClusters(byte[] bytes) {
        return read(bytes, CLUSTERS_MAGIC, "counts of clusters", ClusterCounts::read);
    }

    private static StateWriter header(byte[] magic) {
        StateWriter out = new StateWriter();
        out.bytes(magic);
        out.octet(VERSION);
        return out;
    }

    private static byte[] sealed(StateWriter out) {
        byte[] content = out.toBytes();
        return ByteBuffer.allocate(content.length + Integer.BYTES)
                .put(content)
                .putInt(checksum(content, content.length))
                .array();
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    private static <T> T read(byte[] bytes, byte[] magic, String what, Reading<T> reading) {
        int end = bytes.length - Integer.BYTES;
        if (end < HEADER || !Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length)) {
            throw new ProfileFormatException("the bytes are not " + what);
        }
        int version = bytes[magic.length];
        if (version > 0 && version <= LAST_DEVELOPMENT_VERSION) {
            throw new ProfileFormatException("the bytes are " + what + " of version " + version
                    + ", written by a development build: profile the data again");
        }
        if (version != VERSION) {
            throw new ProfileFormatException(
                    "the bytes are " + what + " of version " + version + ", but this release reads version " + VERSION);
        }
        if (ByteBuffer.wrap(bytes, end, Integer.BYTES).getInt() != checksum(bytes, end)) {
            throw new ProfileFormatException("the bytes are " + what + ", but damaged: their checksum is wrong");
        }
        StateReader in = new StateReader(ByteBuffer.wrap(bytes, HEADER, end - HEADER));
        try {
            T result = reading.read(in);
            in.require(in.remaining() == 0, () -> in.remaining() + " bytes too many");
            return result;
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new ProfileFormatException("the bytes are no valid profile: " + e.getMessage(), e);
        }
    }

    private static DatasetProfile readDataset(StateReader in) {
        Window window = new Window(readInstant(in), readInstant(in));
        Slice slice = new Slice(in.text(), in.text());
        long rows = in.count();
        int size = in.length(1);
        List<ColumnProfile> columns = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            columns.add(readColumn(in));
        }
        return DatasetProfile.of(window, slice, rows, columns);
    }

    private static void write(Instant instant, StateWriter out) {
        out.word(instant.getEpochSecond());
        out.count(instant.getNano());
    }

    private static Instant readInstant(StateReader in) {
        return Instant.ofEpochSecond(in.word(), in.count());
    }

    private static void write(ColumnProfile profile, StateWriter out) {
        out.octet(tag(profile.kind()));
        profile.writeTo(out);
    }

    private static int tag(ColumnKind kind) {
        return switch (kind) {
            case NUMERIC -> 0;
            case CATEGORICAL -> 1;
            case BOOLEAN -> 2;
            case TEMPORAL -> 3;
            case COLLECTION -> 4;
            case OPAQUE -> 5;
        };
    }

    private static ColumnProfile readColumn(StateReader in) {
        int tag = in.octet();
        return switch (tag) {
            case 0 -> NumericProfile.read(in);
            case 1 -> CategoricalProfile.read(in);
            case 2 -> BooleanProfile.read(in);
            case 3 -> TemporalProfile.read(in);
            case 4 -> CollectionProfile.read(in);
            case 5 -> OpaqueProfile.read(in);
            default -> throw new ProfileFormatException("the bytes are no valid profile: a column of kind " + tag);
        };
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(StateReader in);
    }
}
