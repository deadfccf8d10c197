package io.lakewarden.profile;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Digests that name binnings: equal content, equal id, on every machine. */
final class BinningId {
    /** Changes whenever the meaning of edges or categories changes. */
    private static final String VERSION = "1";

    private static final int HEX_DIGITS = 16;

    private BinningId() {}

    static String of(double[] edges) {
        return of("n", edges);
    }

    static String ofBands(double[] edges) {
        return of("b", edges);
    }

    private static String of(String kind, double[] edges) {
        return digest(kind + VERSION, out -> {
            for (double edge : edges) {
                out.writeDouble(edge == 0 ? 0.0 : edge);
            }
        });
    }

    static String of(List<String> categories, List<String> rare, boolean complete) {
        return digest("c" + VERSION, out -> {
            write(out, categories);
            write(out, rare);
            out.writeBoolean(complete);
        });
    }

    private static void write(DataOutputStream out, List<String> values) throws IOException {
        out.writeInt(values.size());
        for (String value : values) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    private static String digest(String prefix, Content content) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            content.writeTo(new DataOutputStream(bytes));
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
            return prefix + "-" + HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }
}
