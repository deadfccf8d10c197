package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.result.MetricValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class ProfileCodecTest {
    private static byte[] golden(String name) throws IOException {
        try (InputStream in =
                ProfileCodecTest.class.getResourceAsStream("/golden/v" + ProfileCodec.VERSION + "/" + name)) {
            return in.readAllBytes();
        }
    }

    @Test
    void filesOfTheCurrentVersionAreReadAsTheyWereMeant() throws IOException {
        DatasetProfile profile = ProfileCodec.decodeDataset(golden("dataset-full.bin"));

        assertThat(profile.rows()).isEqualTo(10_000);
        assertThat(profile.slice().value()).isEqualTo("north");
        assertThat(profile.specs()).isEqualTo(GoldenProfiles.COLUMNS);
        NumericProfile exact = (NumericProfile) profile.column("exact").orElseThrow();
        assertThat(exact.nulls()).isEqualTo(1000);
        assertThat(exact.maximum()).isEqualTo(MetricValue.exactly(6));
        assertThat(exact.sum()).isEqualTo(MetricValue.exactly(26_997));
        assertThat(exact.exactCounts().orElseThrow()).hasSize(7);
        assertThat(exact.bins().orElseThrow().count(2)).isEqualTo(1286);
        NumericProfile sketched = (NumericProfile) profile.column("sketched").orElseThrow();
        assertThat(sketched.mean()).isEqualTo(MetricValue.exactly(1249.75));
        MetricValue.Known median = (MetricValue.Known) sketched.quantile(0.5);
        assertThat(1249.75).isBetween(median.lower(), median.upper());
        CategoricalProfile text = (CategoricalProfile) profile.column("text").orElseThrow();
        assertThat(text.bins().orElseThrow().count(2)).isEqualTo(3000);
        CategoricalProfile many =
                (CategoricalProfile) profile.column("many texts").orElseThrow();
        assertThat(many.patterns()).containsEntry(TextPattern.EMAIL, 9000L);
        BooleanProfile flag = (BooleanProfile) profile.column("flag").orElseThrow();
        assertThat(flag.trues()).isEqualTo(2500);
        TemporalProfile time = (TemporalProfile) profile.column("time").orElseThrow();
        assertThat(time.earliest().orElseThrow()).hasToString("2023-11-14T22:13:20Z");
        assertThat(time.distinct()).isEqualTo(MetricValue.exactly(45));
        CollectionProfile sizes = (CollectionProfile) profile.column("sizes").orElseThrow();
        assertThat(sizes.empties()).isEqualTo(2000);
        assertThat(sizes.sizes().counts()).startsWith(2000, 2000, 2000, 2000, 1000);
        assertThat(time.hoursOfWeek().orElseThrow().weekdays()).containsExactly(0, 9000, 0, 0, 0, 0, 0);
        assertThat(time.hoursOfWeek().orElseThrow().hours()[22]).isEqualTo(9000);
        assertThat(many.lengths().orElseThrow().counts()).hasSize(19).endsWith(9, 891, 8100);
        assertThat(many.words().orElseThrow().total()).isEqualTo(27_000);
        assertThat(text.words()).isEmpty();
        assertThat(text.share(CharacterClass.BEYOND_ASCII)).isEqualTo(MetricValue.exactly(3000 / 15_000.0));
    }

    @Test
    void theCurrentVersionWritesTheSameBytesAgain() throws IOException {
        for (var file : GoldenProfiles.encoded().entrySet()) {
            assertThat(file.getValue()).as(file.getKey()).isEqualTo(golden(file.getKey()));
        }
        ColumnProfile column = ProfileCodec.decode(golden("column.bin"));
        assertThat(ProfileCodec.encode(column)).isEqualTo(golden("column.bin"));
    }

    @Test
    void anyDamageIsOneClearException() throws IOException {
        byte[] bytes = golden("dataset-counts.bin");
        Random random = new Random(5);
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> ProfileCodec.decodeDataset(damaged)).isInstanceOf(ProfileFormatException.class);
            byte[] truncated = Arrays.copyOf(bytes, i);
            assertThatThrownBy(() -> ProfileCodec.decodeDataset(truncated)).isInstanceOf(ProfileFormatException.class);
        }
    }

    /** With a checksum that fits, so that the damage reaches the reader of every element. */
    @Test
    void forgedBytesNeverEscapeAsAnotherException() throws IOException {
        byte[] bytes = golden("dataset-full.bin");
        Random random = new Random(6);
        for (int trial = 0; trial < 4000; trial++) {
            byte[] forged = bytes.clone();
            int at = 5 + random.nextInt(trial % 2 == 0 ? 400 : bytes.length - 9);
            forged[at] = (byte) (trial % 3 == 0 ? 0xFF : random.nextInt());
            seal(forged);
            try {
                DatasetProfile decoded = ProfileCodec.decodeDataset(forged);
                assertThat(decoded.rows()).isGreaterThanOrEqualTo(0);
            } catch (ProfileFormatException expected) {
                assertThat(expected).hasMessageContaining("the bytes");
            }
        }
    }

    @Test
    void aHostileLengthAllocatesNothing() {
        ByteBuffer forged = ByteBuffer.allocate(24);
        forged.put(StateWriter.ascii("LWCP")).put((byte) ProfileCodec.VERSION).put((byte) 1);
        forged.put(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, 127});
        seal(forged.array());

        assertThatThrownBy(() -> ProfileCodec.decode(forged.array()))
                .isInstanceOf(ProfileFormatException.class)
                .hasMessageContaining("elements in");
    }

    @Test
    void otherVersionsAndOtherThingsAreNamed() throws IOException {
        byte[] later = golden("column.bin");
        later[4] = 9;
        assertThatThrownBy(() -> ProfileCodec.decode(later))
                .isInstanceOf(ProfileFormatException.class)
                .hasMessageContaining("version 9");
        byte[] dataset = golden("dataset-full.bin");
        assertThatThrownBy(() -> ProfileCodec.decode(dataset))
                .isInstanceOf(ProfileFormatException.class)
                .hasMessageContaining("not a column's profile");
        assertThatThrownBy(() -> ProfileCodec.decode(new byte[0])).isInstanceOf(ProfileFormatException.class);
    }

    @Test
    void whatADevelopmentBuildWroteIsToBeProfiledAgain() throws IOException {
        byte[] earlier = golden("column.bin");
        earlier[4] = 2;
        assertThatThrownBy(() -> ProfileCodec.decode(earlier))
                .isInstanceOf(ProfileFormatException.class)
                .hasMessageContaining("written by a development build")
                .hasMessageContaining("profile the data again");
    }

    private static void seal(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length - Integer.BYTES);
        ByteBuffer.wrap(bytes).putInt(bytes.length - Integer.BYTES, (int) crc.getValue());
    }
}
