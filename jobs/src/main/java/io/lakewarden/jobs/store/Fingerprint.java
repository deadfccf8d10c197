package io.lakewarden.jobs.store;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/** A digest of the exact content of profiles: equal states, equal fingerprint. */
public final class Fingerprint {
    private Fingerprint() {}

    /** The SHA-256 of the profiles' states in the order given, as 64 hexadecimal digits. */
    public static String of(Collection<DatasetProfile> profiles) {
        MessageDigest digest = sha256();
        for (DatasetProfile profile : profiles) {
            update(
                    digest,
                    profile.window() + "\n" + profile.slice().key() + "\n"
                            + profile.slice().value());
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, profile.rows()));
            for (ColumnProfile column : profile.columns().values()) {
                update(digest, column.name());
                update(digest, ProfileCodec.encode(column));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String text) {
        update(digest, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The length first, so that no two lists of parts look alike. */
    private static void update(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
