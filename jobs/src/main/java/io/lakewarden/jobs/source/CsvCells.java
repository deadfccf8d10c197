package io.lakewarden.jobs.source;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.EvalMode;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import scala.Option;

/**
 * One CSV column from text to its type. An empty field and each of the null texts is null; whatever else does not read as
 * the type is a problem, never a null.
 *
 * @param name the column
 * @param type its type
 * @param text the field as it stands in the file
 * @param nullTexts texts that mean null
 * @param decimalComma whether numbers are written with a {@link DecimalComma}
 */
record CsvCells(String name, DataType type, Column text, List<String> nullTexts, boolean decimalComma) {
    /** The text, null where it means null. */
    Column cleaned() {
        Column bare = trim(text);
        Column isNull = bare.isin(nullTexts.toArray());
        // An empty field is null before it comes here; a blank one is a text, but no number.
        Column missing = isText() ? isNull : isNull.or(bare.equalTo(""));
        return when(missing, lit(null)).otherwise(text);
    }

    /** The value. */
    Column value() {
        return (isText() ? cleaned() : cast()).as(name);
    }

    /** Whether there is a text that does not read as the type. */
    boolean canFail() {
        return !isText();
    }

    /** True for a text that does not read as the type. */
    Column unreadable() {
        return cleaned().isNotNull().and(cast().isNull());
    }

    /** What a text has to be, for people. */
    String expected() {
        return type.simpleString() + (hasComma() ? " with a decimal comma" : "");
    }

    private boolean hasComma() {
        return decimalComma && type instanceof NumericType;
    }

    private boolean isText() {
        return type instanceof StringType;
    }

    /** The strict cast: 1.5 is no integer, 2011-13-01 no date, and times without a zone are UTC whatever the session's is. */
    private Column cast() {
        Column number = hasComma() ? DecimalComma.number(cleaned()) : cleaned();
        return new Column(new Cast(number.expr(), type, Option.apply("UTC"), EvalMode.TRY()));
    }
}
