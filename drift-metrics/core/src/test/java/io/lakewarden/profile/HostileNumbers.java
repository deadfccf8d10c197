package io.lakewarden.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded streams of numbers that break careless profiles; null is an absent cell. */
enum HostileNumbers {
    EMPTY,
    ONLY_NULLS,
    ONLY_NAN,
    ONE_VALUE,
    CONSTANT,
    SMALL_INTEGERS,
    WIDE_INTEGERS,
    NORMAL,
    FAR_FROM_ZERO,
    HEAVY_TAIL,
    HUGE,
    DENORMAL,
    SPECIALS,
    SORTED,
    AROUND_THE_EXACT_LIMIT;

    private static final double[] SPECIAL = {
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 0.0, 1, -1, 0.5, Double.MIN_VALUE
    };

    List<Double> values(long seed, int size) {
        Random random = new Random(seed * 31 + name().length());
        List<Double> values = new ArrayList<>();
        int wanted =
                switch (this) {
                    case EMPTY -> 0;
                    case ONE_VALUE -> 1;
                    default -> size;
                };
        for (int i = 0; i < wanted; i++) {
            values.add(next(random, i));
        }
        return values;
    }

    private Double next(Random random, int i) {
        return switch (this) {
            case EMPTY, ONLY_NULLS -> null;
            case ONLY_NAN -> Double.NaN;
            case ONE_VALUE -> 42.5;
            case CONSTANT -> 0.1;
            case SMALL_INTEGERS -> (double) (random.nextInt(9) - 4);
            case WIDE_INTEGERS -> (double) random.nextInt();
            case NORMAL -> random.nextGaussian();
            case FAR_FROM_ZERO -> 1e9 + random.nextGaussian();
            case HEAVY_TAIL -> Math.exp(6 * random.nextGaussian());
            case HUGE -> (random.nextBoolean() ? 1 : -1) * Double.MAX_VALUE * random.nextDouble();
            case DENORMAL -> random.nextInt(2000) * Double.MIN_VALUE;
            case SPECIALS -> random.nextInt(5) == 0 ? null : (Double) SPECIAL[random.nextInt(SPECIAL.length)];
            case SORTED -> (double) i;
            case AROUND_THE_EXACT_LIMIT -> (double) (i % 1025);
        };
    }
}
