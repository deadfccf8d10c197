package io.lakewarden.spark.profile;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one partition sends back to the driver. Its bytes live for one job, in one version of the program; what is inside
 * has the codec of stored profiles.
 *
 * @param profiles one for each group, empty where the partition has no rows of it
 * @param rowsOutside rows in no group
 * @param rowsWithoutTime rows whose time is null
 */
record PartitionResult(List<Optional<DatasetProfile>> profiles, long rowsOutside, long rowsWithoutTime) {
    PartitionResult {
        profiles = List.copyOf(profiles);
    }

    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(rowsOutside);
            out.writeLong(rowsWithoutTime);
            out.writeInt(profiles.size());
            for (Optional<DatasetProfile> profile : profiles) {
                byte[] encoded = profile.map(ProfileCodec::encode).orElse(NO_ROWS);
                out.writeInt(encoded.length);
                out.write(encoded);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static PartitionResult decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            long rowsOutside = in.readLong();
            long rowsWithoutTime = in.readLong();
            int count = in.readInt();
            List<Optional<DatasetProfile>> profiles = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                byte[] encoded = in.readNBytes(in.readInt());
                profiles.add(encoded.length == 0 ? Optional.empty() : Optional.of(ProfileCodec.decodeDataset(encoded)));
            }
            return new PartitionResult(profiles, rowsOutside, rowsWithoutTime);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final byte[] NO_ROWS = {};
}
