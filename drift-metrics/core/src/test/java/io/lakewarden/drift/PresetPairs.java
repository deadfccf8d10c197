package io.lakewarden.drift;

import static io.lakewarden.drift.SplitMix.choice;
import static io.lakewarden.drift.SplitMix.draw;
import static io.lakewarden.drift.SplitMix.mix;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileBuilder;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pairs of columns drawn from SplitMix64's integers by plain arithmetic, as {@code src/test/python/presets/pairs.py} draws
 * them: numbers, texts and truth values, with and without nulls, constant, of few values and of many, unmoved and moved.
 */
final class PresetPairs {
    static final int PAIRS = 240;

    private static final int[] SIZES = {30, 30, 200, 500, 1000, 1000, 1001, 1001, 2500, 5000};
    private static final int[] SHIFTS = {0, 0, 1, 2, 3, 4, 8, 32};
    private static final int CHUNKS = 8;
    private static final Window DAY = Window.parse("2026-03-01/2026-03-02");

    private PresetPairs() {}

    private enum Kind {
        FRACTION(ColumnKind.NUMERIC, "double"),
        WHOLE(ColumnKind.NUMERIC, "bigint"),
        TEXT(ColumnKind.CATEGORICAL, "string"),
        TRUTH(ColumnKind.BOOLEAN, "boolean");

        private final ColumnKind kind;
        private final String type;

        Kind(ColumnKind kind, String type) {
            this.kind = kind;
            this.type = type;
        }
    }

    /** What was, in chunks where the pair has them, and what is. */
    record Pair(Reference reference, DatasetProfile current) {}

    static Pair pair(int index) {
        long seed = mix(index + 1L);
        int draw = choice(draw(seed, 0), 8);
        Kind kind = draw < 4 ? Kind.values()[draw] : Kind.values()[draw % 2];
        int shape = choice(draw(seed, 1), 8);
        int shift = SHIFTS[choice(draw(seed, 2), 8)];
        int n = SIZES[choice(draw(seed, 3), SIZES.length)];
        int m = SIZES[choice(draw(seed, 4), SIZES.length)];
        boolean nulls = index % 5 == 4;
        List<Object> reference = sample(kind, draw(seed, 5), shape, n, 0, nulls);
        List<DatasetProfile> blocks = new ArrayList<>();
        int chunk = (n + CHUNKS - 1) / CHUNKS;
        for (int from = 0; from < n && index % 3 != 2; from += chunk) {
            blocks.add(profile(kind, reference.subList(from, Math.min(n, from + chunk))));
        }
        return new Pair(
                new Reference(profile(kind, reference), blocks),
                profile(kind, sample(kind, draw(seed, 6), shape, m, shift, nulls)));
    }

    private static List<Object> sample(Kind kind, long seed, int shape, int count, int shift, boolean nulls) {
        List<Object> values = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            long bits = draw(seed, place);
            values.add(nulls && choice(bits, 16) == 0 ? null : value(kind, shape, bits, shift));
        }
        return values;
    }

    private static Object value(Kind kind, int shape, long bits, int shift) {
        return switch (kind) {
            case TRUTH -> shape == 0 || choice(bits >>> 8, 256) < 64 + 4 * shift;
            case TEXT -> text(shape, bits, shift);
            case FRACTION, WHOLE -> number(kind, shape, bits, shift);
        };
    }

    private static String text(int shape, long bits, int shift) {
        int first = choice(bits >>> 8, 1024);
        if (shape == 0) {
            return "only";
        }
        if (first < 4 * shift) {
            return "a";
        }
        if (shape == 3 && first > 1000) {
            return "new" + shift;
        }
        int letters = shape == 1 ? 2 : shape == 2 ? 5 : 26;
        return String.valueOf((char) ('a' + choice(bits >>> 32, letters)));
    }

    private static double number(Kind kind, int shape, long bits, int shift) {
        double number = bell(bits) + shift / 32.0;
        return switch (shape) {
            case 0 -> 7;
            case 1 -> number > 0.5 ? 1 : 0;
            case 2 -> Math.max(0, Math.min(3, Math.floor(number + 2)));
            case 3 -> Math.floor(number * 2);
            case 4 -> kind == Kind.WHOLE ? Math.floor(number * 4) : number * number * number;
            default -> kind == Kind.WHOLE ? Math.floor(number * 100) : number;
        };
    }

    private static double bell(long bits) {
        long parts = 0;
        for (int i = 0; i < 4; i++) {
            parts += (bits >>> (16 * i)) & 0xFFFF;
        }
        return Math.floor((parts - 131070.0) / 32768.0 * 96.0) / 128.0;
    }

    private static DatasetProfile profile(Kind kind, List<Object> values) {
        ProfileBuilder builder = new ProfileBuilder(
                List.of(new ColumnSpec("x", kind.kind, kind.type, Optional.empty())), ProfileDetail.FULL);
        for (Object value : values) {
            builder.addRow();
            Profiles.add(builder.column(0), value);
        }
        return builder.build(DAY, Slice.ALL);
    }
}
