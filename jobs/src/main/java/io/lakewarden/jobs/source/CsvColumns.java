package io.lakewarden.jobs.source;

import io.lakewarden.jobs.config.CsvOptions;
import io.lakewarden.jobs.config.UserException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns that CSV files hold, as their first line or the configured types name them.
 *
 * @param names in the order of the file
 * @param complete whether the header names every column, so that the headers of all files can be held against it
 */
record CsvColumns(List<String> names, boolean complete) {
    CsvColumns {
        names = List.copyOf(names);
    }

    /** Looks at the first line. */
    static CsvColumns of(SparkSession session, List<String> paths, CsvOptions options, Set<String> typed) {
        String place = String.join(", ", paths);
        Dataset<Row> lines = SparkErrors.explained(
                "source: " + place,
                () -> CsvFormat.reader(session, options).option("header", false).csv(paths.toArray(String[]::new)));
        int width = FileSnapshot.relation(lines).dataSchema().length();
        if (width == 0) {
            throw new UserException("source: there is not one line in " + place);
        }
        if (!options.header()) {
            return withoutHeader(width, typed, place);
        }
        Row first = lines.first();
        List<String> header = IntStream.range(0, width)
                .mapToObj(i -> first.isNullAt(i) ? "" : first.getString(i))
                .toList();
        List<String> names = CsvHeader.names(header, place);
        requireKnown(typed, names, place);
        return new CsvColumns(names, !header.contains(""));
    }

    private static CsvColumns withoutHeader(int width, Set<String> typed, String place) {
        if (typed.isEmpty()) {
            return new CsvColumns(
                    IntStream.range(0, width).mapToObj(CsvHeader::unnamed).toList(), false);
        }
        if (typed.size() != width) {
            throw new UserException("source.types: " + typed.size() + " columns are named, but the first line of "
                    + place + " has " + width + "; without a header, types names every column in order");
        }
        return new CsvColumns(List.copyOf(typed), false);
    }

    private static void requireKnown(Set<String> typed, List<String> names, String place) {
        Set<String> known = new HashSet<>(names);
        for (String name : typed) {
            if (!known.contains(name)) {
                throw new UserException(
                        "source.types: there is no column '" + name + "' in " + place + ColumnHint.of(name, names));
            }
        }
    }

    /** All columns as text, and one more for lines that have too few or too many. */
    StructType textSchema() {
        return new StructType(Stream.concat(names.stream(), Stream.of(brokenLine()))
                .map(name -> new StructField(name, DataTypes.StringType, true, Metadata.empty()))
                .toArray(StructField[]::new));
    }

    /** The column that holds a line where it does not have this many columns; null everywhere else. */
    String brokenLine() {
        Set<String> taken = new HashSet<>(names);
        String name = "_broken_line";
        while (taken.contains(name)) {
            name = "_" + name;
        }
        return name;
    }
}
