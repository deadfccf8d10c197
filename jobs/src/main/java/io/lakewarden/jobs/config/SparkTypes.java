package io.lakewarden.jobs.config;

import io.lakewarden.yaml.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The Spark SQL types that a column of CSV or JSON files can have. Named here, rather than asked of Spark's own parser, so that checking a
 * file stays a matter of milliseconds.
 */
final class SparkTypes {
    static final List<String> NAMES = List.of(
            "bigint",
            "binary",
            "boolean",
            "byte",
            "date",
            "decimal",
            "double",
            "float",
            "int",
            "integer",
            "long",
            "real",
            "short",
            "smallint",
            "string",
            "timestamp",
            "timestamp_ntz",
            "tinyint");
    private static final Pattern DECIMAL = Pattern.compile("decimal\\(\\s*([0-9]{1,2})\\s*(,\\s*([0-9]{1,2})\\s*)?\\)");
    private static final int GREATEST_PRECISION = 38;

    private SparkTypes() {}

    /**
     * The type in lower case.
     *
     * @throws IllegalArgumentException with one sentence that says what was expected
     */
    static String check(String text) {
        String type = text.strip().toLowerCase(Locale.ROOT);
        if (NAMES.contains(type)) {
            return type;
        }
        var decimal = DECIMAL.matcher(type);
        if (decimal.matches()) {
            int precision = Integer.parseInt(decimal.group(1));
            int scale = decimal.group(3) == null ? 0 : Integer.parseInt(decimal.group(3));
            if (precision >= 1 && precision <= GREATEST_PRECISION && scale <= precision) {
                return type;
            }
            throw new IllegalArgumentException("'" + text
                    + "' is no decimal type; expected decimal(PRECISION,SCALE) with SCALE <= PRECISION <= 38");
        }
        String hint = Nearest.hint(type, NAMES);
        throw new IllegalArgumentException("'" + text + "' is no Spark SQL type of a CSV or JSON column"
                + (hint.isEmpty() ? "; expected one of " + String.join(", ", NAMES) : hint));
    }
}
