package io.lakewarden.jobs.source;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.regex.Pattern;
import org.apache.spark.sql.Column;

/**
 * Numbers as they are written where a comma stands in front of the decimals: {@code 1.234,5} is 1234.5. Points stand
 * between groups of three digits and nowhere else, so that {@code 1.5} is no number rather than 15.
 */
public final class DecimalComma {
    private static final String NUMBER =
            "(?=[+-]?,?[0-9])[+-]?([1-9][0-9]{0,2}(\\.[0-9]{3})+|[0-9]*)(,[0-9]+)?([eE][+-]?[0-9]+)?";
    private static final Pattern WRITTEN = Pattern.compile(NUMBER);
    private static final String WHOLE_TEXT = "^" + NUMBER + "$";
    private static final String WITH_POINT = "^[+-]?[0-9]*\\.[0-9]*([eE][+-]?[0-9]+)?$";

    private DecimalComma() {}

    /** Whether a text is such a number; whole numbers are, too. */
    public static boolean isNumber(String text) {
        return WRITTEN.matcher(text).matches();
    }

    /** Such a number with a decimal point and without points between digits. */
    public static String withPoint(String number) {
        return number.replace(".", "").replace(',', '.');
    }

    /** A text as one that Spark reads as the same number; null for one that holds digits but is none. */
    static Column number(Column text) {
        Column bare = trim(text);
        return when(bare.rlike(WHOLE_TEXT), pointed(bare))
                .when(bare.rlike("[0-9]"), lit(null))
                .otherwise(text);
    }

    /** A text as one that Spark takes for a number if, and only if, it is such a number. */
    static Column forInference(Column text) {
        Column bare = trim(text);
        return when(bare.rlike(WHOLE_TEXT), pointed(bare))
                .when(bare.rlike(WITH_POINT), concat(lit("text "), bare))
                .otherwise(text);
    }

    private static Column pointed(Column number) {
        return translate(number, ",.", ".");
    }
}
