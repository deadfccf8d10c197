package io.lakewarden.integrity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.Figures;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.Status;
import io.lakewarden.spark.profile.ColumnPath;
import io.lakewarden.spark.profile.ResolvedColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows that repeat each other, in one pass over the data.
 *
 * <ul>
 *   <li>{@code duplicates}: rows that another row equals in every column, beyond the first of each, as a share of all rows.
 *   <li>{@code conflicting-labels}: labelled rows whose inputs also stand with another label, as a share of the labelled rows.
 *       No model can be right about all of them. SKIPPED where the label is a number of more than {@value #MOST_CLASSES}
 *       different values: measurements of the same inputs differ rightly.
 * </ul>
 *
 * Both WARN above their limit. Columns with maps are left out of the comparison, and told. Without rows, or without labels,
 * nothing can be said and the finding is undecided.
 */
final class RepeatedRows {
    private static final String DUPLICATES = "duplicates";
    private static final String CONFLICTS = "conflicting-labels";

    /** A number with more values than that is no class. */
    static final int MOST_CLASSES = 100;

    private final IntegrityLimits limits;

    RepeatedRows(IntegrityLimits limits) {
        this.limits = limits;
    }

    /** The findings; the profile is that of the same rows. */
    List<Finding> check(Dataset<Row> rows, TableRoles roles, DatasetProfile profile) {
        List<String> everything =
                Arrays.stream(rows.schema().fieldNames()).map(ColumnPath::of).toList();
        List<ResolvedColumn> all = comparable(rows, everything);
        List<String> outermost = outermost(roles.inputs());
        List<ResolvedColumn> inputs = comparable(rows, outermost);
        Optional<Column> label = roles.label().stream()
                .flatMap(path -> comparable(rows, List.of(path)).stream())
                .map(ResolvedColumn::column)
                .findFirst();
        Row counts = counts(rows, RowIdentity.of(all), RowIdentity.of(inputs), label);
        List<Finding> findings = new ArrayList<>();
        findings.add(duplicates(counts.getLong(0), counts.getLong(1), incomparable(rows, everything)));
        if (label.isPresent() && !inputs.isEmpty()) {
            String name = roles.label().orElseThrow();
            findings.add(
                    profile.column(name).filter(RepeatedRows::isMeasured).isPresent()
                            ? measured(name)
                            : conflicts(name, counts.getLong(2), counts.getLong(3), incomparable(rows, outermost)));
        }
        return findings;
    }

    /** Elements of arrays are columns of a profile, and are compared with their arrays. */
    private static List<String> outermost(List<String> paths) {
        return paths.stream()
                .filter(path -> paths.stream().noneMatch(other -> path.startsWith(other + ".")))
                .toList();
    }

    private static List<ResolvedColumn> comparable(Dataset<Row> rows, List<String> paths) {
        return paths.stream()
                .flatMap(path -> ResolvedColumn.find(rows, path).stream())
                .filter(found -> RowIdentity.isComparable(found.type()))
                .toList();
    }

    private static List<String> incomparable(Dataset<Row> rows, List<String> paths) {
        return paths.stream()
                .filter(path -> comparable(rows, List.of(path)).isEmpty())
                .toList();
    }

    /** Rows, different rows, labelled rows, labelled rows in conflict. */
    private static Row counts(Dataset<Row> rows, List<Column> all, List<Column> inputs, Optional<Column> label) {
        Column labelHash = label.map(it -> when(it.isNotNull(), xxhash64(it)))
                .orElse(lit(null).cast("bigint"));
        Dataset<Row> different = rows.select(
                        all.get(0).as("a1"),
                        all.get(1).as("a2"),
                        inputs.get(0).as("f1"),
                        inputs.get(1).as("f2"),
                        labelHash.as("l"))
                .groupBy("a1", "a2", "f1", "f2", "l")
                .agg(count(lit(1)).as("n"));
        Column labelled = sum(when(col("l").isNotNull(), col("n")).otherwise(0L));
        return different
                .groupBy("f1", "f2")
                .agg(
                        sum("n").as("rows"),
                        count(lit(1)).as("different"),
                        labelled.as("labelled"),
                        min("l").as("least"),
                        max("l").as("most"))
                .agg(
                        total(col("rows")),
                        total(col("different")),
                        total(col("labelled")),
                        total(when(col("least").notEqual(col("most")), col("labelled"))
                                .otherwise(0L)))
                .head();
    }

    private static Column total(Column counts) {
        return coalesce(sum(counts), lit(0L));
    }

    private Finding duplicates(long rows, long different, List<String> without) {
        String expected = "at most " + Figures.percent(limits.duplicates());
        if (rows == 0) {
            return Facts.undecided(Finding.TABLE, DUPLICATES, expected, "there are no rows");
        }
        long repeated = rows - different;
        double share = (double) repeated / rows;
        return Facts.finding(
                Finding.TABLE,
                DUPLICATES,
                share > limits.duplicates() ? Status.WARN : Status.PASS,
                Figures.percent(share),
                expected,
                (repeated == 0
                                ? "No row is there twice"
                                : repeated + " of " + rows + " rows (" + Figures.percent(share)
                                        + ") repeat another row in every column")
                        + leftOut(without) + ".");
    }

    private Finding conflicts(String label, long labelled, long conflicting, List<String> without) {
        String expected = "at most " + Figures.percent(limits.conflictingLabels());
        if (labelled == 0) {
            return Facts.undecided(label, CONFLICTS, expected, "no row has a label");
        }
        double share = (double) conflicting / labelled;
        return Facts.finding(
                label,
                CONFLICTS,
                share > limits.conflictingLabels() ? Status.WARN : Status.PASS,
                Figures.percent(share),
                expected,
                (conflicting == 0
                                ? "Rows with the same inputs have the same '" + label + "'"
                                : conflicting + " of " + labelled + " labelled rows (" + Figures.percent(share)
                                        + ") have the same inputs as a row with another '" + label + "'")
                        + leftOut(without) + ".");
    }

    private static boolean isMeasured(ColumnProfile label) {
        return label instanceof NumericProfile numbers
                && numbers.distinct() instanceof Known distinct
                && distinct.lower() > MOST_CLASSES;
    }

    private static Finding measured(String label) {
        return Facts.finding(
                label,
                CONFLICTS,
                Status.SKIPPED,
                "not looked at",
                "a label of classes",
                "Contradictory labels were not looked for: '" + label + "' has more than " + MOST_CLASSES
                        + " different numbers, which rows with the same inputs may rightly differ in.");
    }

    private static String leftOut(List<String> columns) {
        return columns.isEmpty() ? "" : " (not compared: " + String.join(", ", columns) + ")";
    }
}
