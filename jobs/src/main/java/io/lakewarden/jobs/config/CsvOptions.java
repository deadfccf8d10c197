package io.lakewarden.jobs.config;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * How CSV files are written: {@code source.options}. For JSON files {@code bad_rows} alone says anything.
 *
 * @param header {@code header}: whether the first line of each file names the columns; default true
 * @param separator {@code separator}: what stands between two values; default a comma
 * @param nullValues {@code null_values}: texts that mean "no value" in every column; an empty field always does
 * @param encoding {@code encoding}: the files' character set; default UTF-8
 * @param badRows {@code bad_rows}: {@code fail} (default) or {@code count}
 * @param decimalComma {@code decimal}: whether numbers are written as in {@code 1.234,5}; default false, a point
 * @param multiline {@code multiline}: whether values in quotes may hold line breaks; default false
 */
public record CsvOptions(
        boolean header,
        String separator,
        List<String> nullValues,
        Charset encoding,
        BadRows badRows,
        boolean decimalComma,
        boolean multiline) {
    /** A header, commas, UTF-8, no null texts, bad rows stop the run, decimal points, and one row on each line. */
    public static final CsvOptions DEFAULTS =
            new CsvOptions(true, ",", List.of(), StandardCharsets.UTF_8, BadRows.FAIL, false, false);

    public CsvOptions {
        Objects.requireNonNull(separator, "separator");
        nullValues = List.copyOf(nullValues);
        Objects.requireNonNull(encoding, "encoding");
        Objects.requireNonNull(badRows, "badRows");
    }

    /** The same, but for what happens to bad rows. */
    public CsvOptions with(BadRows other) {
        return new CsvOptions(header, separator, nullValues, encoding, other, decimalComma, multiline);
    }
}
