package io.lakewarden.schema.constraint;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which Spark SQL types hold every value of another type unchanged. The rules are those by which Delta Lake widens the
 * type of a column; where {@code bigint} would become {@code double}, digits could be lost, so that is none.
 */
public final class TypeWidening {
    private static final Map<String, Set<String>> WIDER = Map.of(
            "tinyint", Set.of("smallint", "int", "bigint", "float", "double"),
            "smallint", Set.of("int", "bigint", "float", "double"),
            "int", Set.of("bigint", "double"),
            "float", Set.of("double"),
            "date", Set.of("timestamp_ntz"));
    private static final Map<String, Decimal> DIGITS = Map.of(
            "tinyint", new Decimal(3, 0),
            "smallint", new Decimal(5, 0),
            "int", new Decimal(10, 0),
            "bigint", new Decimal(19, 0));
    private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d+),(\\d+)\\)");

    private TypeWidening() {}

    /** Whether every value of {@code from} is a value of {@code to}; types as Spark prints them. */
    public static boolean holds(String to, String from) {
        if (to.equals(from) || WIDER.getOrDefault(from, Set.of()).contains(to)) {
            return true;
        }
        Optional<Decimal> wide = Decimal.parse(to);
        Optional<Decimal> narrow = Decimal.parse(from).or(() -> Optional.ofNullable(DIGITS.get(from)));
        return wide.isPresent() && narrow.isPresent() && wide.get().holds(narrow.get());
    }

    private record Decimal(int precision, int scale) {
        static Optional<Decimal> parse(String type) {
            Matcher matcher = DECIMAL.matcher(type);
            return matcher.matches()
                    ? Optional.of(new Decimal(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                    : Optional.empty();
        }

        boolean holds(Decimal other) {
            return scale >= other.scale && precision - scale >= other.precision - other.scale;
        }
    }
}
