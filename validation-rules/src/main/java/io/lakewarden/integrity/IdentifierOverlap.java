package io.lakewarden.integrity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.lakewarden.result.Figures;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.spark.profile.ResolvedColumn;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * {@code identifier-overlap}: how many of the current identifiers the reference has, too. WARN where any does and the
 * identifier names rows, which it does where no value comes twice on either side: then a row was both trained on and
 * judged. Where values repeat, the identifier names whom rows are about, and to meet them again is expected: PASS. Counted
 * exactly; undecided where a side has no identifier at all.
 */
final class IdentifierOverlap {
    private static final String CHECK = "identifier-overlap";
    private static final String EXPECTED = "no row of the reference";

    private IdentifierOverlap() {}

    /** The finding; nothing where a side does not have the column. */
    static Optional<Finding> check(Dataset<Row> reference, Dataset<Row> current, String identifier) {
        return ResolvedColumn.find(reference, identifier)
                .filter(before -> RowIdentity.isComparable(before.type()))
                .flatMap(before -> ResolvedColumn.find(current, identifier)
                        .filter(now -> now.type().sameType(before.type()))
                        .map(now -> finding(identifier, counts(reference, before.column(), current, now.column()))));
    }

    private static Row counts(Dataset<Row> reference, Column before, Dataset<Row> current, Column now) {
        Dataset<Row> both = side(reference, before, 0).union(side(current, now, 1));
        Column isBefore = col("before").gt(0);
        Column isNow = col("now").gt(0);
        return both.groupBy("id")
                .agg(
                        sum(when(col("side").equalTo(0), 1L).otherwise(0L)).as("before"),
                        sum(when(col("side").equalTo(1), 1L).otherwise(0L)).as("now"))
                .agg(
                        count(when(isBefore, 1)),
                        count(when(isNow, 1)),
                        count(when(isBefore.and(isNow), 1)),
                        count(when(col("before").gt(1).or(col("now").gt(1)), 1)),
                        coalesce(sum(when(isBefore, col("now")).otherwise(0L)), lit(0L)))
                .head();
    }

    private static Dataset<Row> side(Dataset<Row> rows, Column identifier, int side) {
        return rows.select(identifier.as("id"), lit(side).as("side"))
                .where(col("id").isNotNull());
    }

    private static Finding finding(String identifier, Row counts) {
        long before = counts.getLong(0);
        long now = counts.getLong(1);
        if (before == 0 || now == 0) {
            return Facts.undecided(
                    identifier,
                    CHECK,
                    EXPECTED,
                    "'" + identifier + "' has no value in the " + (before == 0 ? "reference" : "current data"));
        }
        long shared = counts.getLong(2);
        boolean namesRows = counts.getLong(3) == 0;
        String share = Figures.percent((double) shared / now);
        return Facts.finding(
                identifier,
                CHECK,
                shared > 0 && namesRows ? Status.WARN : Status.PASS,
                share,
                EXPECTED,
                sentence(identifier, shared, now, share, namesRows));
    }

    private static String sentence(String identifier, long shared, long now, String share, boolean namesRows) {
        if (shared == 0) {
            return "No value of '" + identifier + "' is in the reference, too.";
        }
        String found =
                shared + " of " + now + " values of '" + identifier + "' (" + share + ") are in the reference, too";
        return found
                + (namesRows
                        ? ": rows that the model may have been trained on."
                        : "; they repeat within a side as well, so they name whom the rows are about and not rows.");
    }
}
