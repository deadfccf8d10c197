package io.lakewarden.drift.multivariate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A {@link Reconstruction} as bytes: four letters, a version, the state, and a CRC-32 of all that precedes it. Equal input gives equal
 * bytes; decoding keeps everything to the bit.
 */
public final class ReconstructionCodec {
    /** The version that is written and read. */
    public static final int VERSION = 1;

    /** {@code LWRC}. */
    private static final int MAGIC = 0x4C57_5243;

    private static final int HEADER = 2 * Integer.BYTES;

    private ReconstructionCodec() {}

    /** The bytes of a reconstruction. */
    public static byte[] encode(Reconstruction reconstruction) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(reconstruction.columns().size());
            for (String column : reconstruction.columns()) {
                out.writeInt(column.length());
                out.writeChars(column);
            }
            reconstruction.directions().writeTo(out);
            out.writeInt(reconstruction.stretches());
            for (double error : reconstruction.stretchErrors()) {
                out.writeDouble(error);
            }
            out.writeDouble(reconstruction.rowVariance());
            out.writeInt(reconstruction.rows());
            out.flush();
            out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The reconstruction in these bytes; empty where they are of another version, damaged, or something else. */
    public static Optional<Reconstruction> decode(byte[] bytes) {
        int end = bytes.length - Integer.BYTES;
        if (end < HEADER) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        if (header.getInt() != MAGIC || header.getInt() != VERSION || header.getInt(end) != checksum(bytes, end)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, HEADER, end - HEADER))) {
            return Optional.of(read(in));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Reconstruction read(DataInputStream in) throws IOException {
        List<String> columns = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            StringBuilder column = new StringBuilder();
            for (int characters = in.readInt(); characters > 0; characters--) {
                column.append(in.readChar());
            }
            columns.add(column.toString());
        }
        PrincipalComponents directions = PrincipalComponents.read(in, columns.size());
        double[] errors = new double[in.readInt()];
        for (int stretch = 0; stretch < errors.length; stretch++) {
            errors[stretch] = in.readDouble();
        }
        return new Reconstruction(columns, directions, errors, in.readDouble(), in.readInt());
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
