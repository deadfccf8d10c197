package io.lakewarden.benchmarks.profile.table;

import java.util.HexFormat;
import java.util.Locale;
import java.util.function.LongFunction;

/** What the columns of the table hold; wide tables repeat the whole list, so that every width has the same mix. */
public enum Recipe {
    MEASUREMENT(Physical.DOUBLE, bits -> 50 + 12 * Draw.bell(bits)),
    PRICE(Physical.DOUBLE, bits -> Math.rint(Draw.pareto(bits) * 1_999) / 100),
    CUSTOMER_ID(Physical.LONG, bits -> bits >>> 12),
    PRODUCT(Physical.STRING, bits -> "sku-" + Words.word(Lazy.PRODUCTS.rank(bits)) + Lazy.PRODUCTS.rank(bits)),
    AGE(Physical.INT, bits -> (int) Math.max(0, 42 + 14 * Draw.bell(bits))),
    STATE(Physical.STRING, bits -> "state-" + Math.min(Draw.below(12, bits), Draw.below(12, Draw.mix(bits)))),
    CREATED_AT(Physical.TIMESTAMP, bits -> 1_704_067_200_000_000L + (long) (Draw.uniform(bits) * 31_622_400_000_000L)),
    RATE(Physical.DOUBLE, Draw::uniform),
    IS_ACTIVE(Physical.BOOLEAN, bits -> Draw.uniform(bits) < 0.3),
    AMOUNT(Physical.DECIMAL, bits -> Math.min((long) (Draw.pareto(bits) * 12_500), 999_999_999_999L)),
    SESSION_ID(Physical.STRING, bits -> HexFormat.of().toHexDigits(bits)),
    VISITS(Physical.INT, bits -> (int) Math.min(Draw.pareto(bits) * 3, 1e9) - 3),
    BOOKED_ON(Physical.DATE, bits -> 18_993 + Draw.below(1_096, bits)),
    TEMPERATURE(Physical.DOUBLE, bits -> Math.rint(180 + 80 * Draw.bell(bits)) / 10),
    SEARCH_TERM(Physical.STRING, bits -> Words.word(Lazy.TERMS.rank(bits)) + " " + Lazy.TERMS.rank(bits)),
    TIER_CODE(Physical.INT, bits -> 1 + Draw.below(5, bits)),
    DURATION_MILLIS(Physical.LONG, bits -> (long) Math.abs(90_000 * Draw.bell(bits))),
    COMMENT(Physical.STRING, Words::sentence),
    SIGNAL(Physical.FLOAT, bits -> (float) Draw.bell(bits)),
    COUNTRY(Physical.STRING, bits -> "C" + Lazy.COUNTRIES.rank(bits));

    private final Physical physical;

    @SuppressWarnings("ImmutableEnumChecker") // Functions without any state of their own.
    private final LongFunction<Object> value;

    Recipe(Physical physical, LongFunction<Object> value) {
        this.physical = physical;
        this.value = value;
    }

    /** How the values are stored. */
    public Physical physical() {
        return physical;
    }

    Object value(long bits) {
        return value.apply(bits);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Tables of chances, made when the first value is drawn from them. */
    private static final class Lazy {
        static final Zipf PRODUCTS = new Zipf(10_000);
        static final Zipf TERMS = new Zipf(1_000_000);
        static final Zipf COUNTRIES = new Zipf(200);
    }
}
