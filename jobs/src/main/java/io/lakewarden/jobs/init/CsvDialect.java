package io.lakewarden.jobs.init;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How CSV files are written.
 *
 * @param separator what stands between two values
 * @param header whether the first line names the columns
 * @param encoding the character set
 * @param marked whether a byte order mark stands in front
 * @param decimalComma whether numbers have a comma in front of the decimals
 * @param multiline whether values in quotes hold line breaks
 */
record CsvDialect(
        char separator, boolean header, Charset encoding, boolean marked, boolean decimalComma, boolean multiline) {
    /** For data that are no CSV files. */
    static final CsvDialect NONE = new CsvDialect(',', true, StandardCharsets.UTF_8, false, false, false);

    /** The separator for people. */
    String separatorName() {
        return switch (separator) {
            case '\t' -> "tab";
            case ',' -> "comma";
            case ';' -> "semicolon";
            default -> "'" + separator + "'";
        };
    }
}
