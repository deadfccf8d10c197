package io.lakewarden.integrity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.Ecdf;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.profile.TemporalProfile;
import io.lakewarden.result.Figures;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.spark.profile.ResolvedColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.TimestampType;

/**
 * {@code identifier-label}: how well an identifier that has an order, a number or a time, tells the label. Rows are cut into
 * twenty parts of about equal size along the identifier, and the label is held against the part.
 *
 * <ul>
 *   <li>A label of at most {@value RepeatedRows#MOST_CLASSES} values: {@link Association#cramersV}.
 *   <li>Any other number: {@link Association.Parts#correlationRatio}.
 * </ul>
 *
 * Both are in [0, 1], and near 0 where the identifier tells nothing. WARN above the limit: the order of the rows, or of the
 * numbers given out, gives the label away. The parts are cut by a sketch, which moves their borders but no count in them.
 * Undecided where fewer than {@value #LEAST_ROWS} rows have both.
 */
final class IdentifierAssociation {
    private static final String CHECK = "identifier-label";
    private static final int PARTS = 20;
    private static final int LEAST_ROWS = 200;

    private final double limit;

    IdentifierAssociation(double limit) {
        this.limit = limit;
    }

    /** The finding; nothing where the identifier has no order or a column is missing. */
    Optional<Finding> check(Dataset<Row> rows, DatasetProfile profile, String identifier, String label) {
        Optional<ResolvedColumn> id = ResolvedColumn.find(rows, identifier);
        Optional<ResolvedColumn> outcome = ResolvedColumn.find(rows, label);
        Optional<Ecdf> order = profile.column(identifier).flatMap(IdentifierAssociation::order);
        if (id.isEmpty() || outcome.isEmpty() || order.isEmpty()) {
            return Optional.empty();
        }
        Dataset<Row> pairs = rows.select(
                        part(id.get(), order.get()).as("part"),
                        outcome.get().column().as("label"))
                .where(col("part").isNotNull().and(col("label").isNotNull()));
        Optional<double[][]> table = table(pairs);
        if (table.isPresent()) {
            return Optional.of(
                    finding(identifier, label, Association.cramersV(table.get()), Association.total(table.get())));
        }
        return outcome.get().type() instanceof NumericType
                ? Optional.of(correlationRatio(pairs, identifier, label))
                : Optional.empty();
    }

    private static Optional<Ecdf> order(ColumnProfile column) {
        Optional<Ecdf> ecdf = Optional.empty();
        if (column instanceof NumericProfile numbers) {
            ecdf = Optional.of(numbers.ecdf());
        } else if (column instanceof TemporalProfile times) {
            ecdf = Optional.of(times.ecdf());
        }
        return ecdf.filter(known -> known.count() > 0);
    }

    /** In which of the parts an identifier lies: how many inner borders are below it. */
    private static Column part(ResolvedColumn identifier, Ecdf order) {
        Column place =
                identifier.type() instanceof NumericType ? identifier.column().cast("double") : micros(identifier);
        TreeSet<Double> borders = new TreeSet<>();
        for (int i = 1; i < PARTS; i++) {
            borders.add(border(order, (double) i / PARTS));
        }
        Column part = lit(0);
        for (double border : borders) {
            part = part.plus(place.gt(border).cast("int"));
        }
        return part;
    }

    /** The least value that a share q of the identifiers does not exceed. */
    private static double border(Ecdf order, double q) {
        double[] values = order.values();
        long[] atMost = order.cumulativeCounts();
        int place = 0;
        while (atMost[place] < q * order.count()) {
            place++;
        }
        return values[place];
    }

    private static Column micros(ResolvedColumn time) {
        Column instant = time.type() instanceof TimestampType
                ? time.column()
                : time.column().cast("timestamp");
        return instant.cast("decimal(20,6)").multiply(1_000_000L).cast("double");
    }

    /** Counts by part and class; empty where the label has too many values to be classes. */
    private static Optional<double[][]> table(Dataset<Row> pairs) {
        List<Row> cells = pairs.groupBy("part", "label")
                .agg(count(lit(1)))
                .limit(PARTS * RepeatedRows.MOST_CLASSES + 1)
                .collectAsList();
        if (cells.size() > PARTS * RepeatedRows.MOST_CLASSES) {
            return Optional.empty();
        }
        Map<Object, Integer> classes = new HashMap<>();
        cells.forEach(cell -> classes.putIfAbsent(cell.get(1), classes.size()));
        if (classes.size() > RepeatedRows.MOST_CLASSES) {
            return Optional.empty();
        }
        double[][] table = new double[PARTS][classes.size()];
        cells.forEach(cell -> table[cell.getInt(0)][classes.get(cell.get(1))] += cell.getLong(2));
        return Optional.of(table);
    }

    private Finding correlationRatio(Dataset<Row> pairs, String identifier, String label) {
        Column value = col("label").cast("double");
        List<Row> parts = pairs.where(value.isNotNull().and(value.isNaN().unary_$bang()))
                .groupBy("part")
                .agg(count(lit(1)), sum(value), sum(value.multiply(value)))
                .collectAsList();
        Association.Parts sums = new Association.Parts();
        parts.forEach(part -> sums.add(part.getLong(1), part.getDouble(2), part.getDouble(3)));
        return finding(identifier, label, sums.correlationRatio(), sums.rows());
    }

    private Finding finding(String identifier, String label, double association, long rows) {
        String expected = "at most " + Figures.number(limit);
        if (rows < LEAST_ROWS || !Double.isFinite(association)) {
            return Facts.undecided(
                    identifier, CHECK, expected, "only " + rows + " rows have both '" + identifier + "' and a label");
        }
        boolean told = association > limit;
        return Facts.finding(
                identifier,
                CHECK,
                told ? Status.WARN : Status.PASS,
                Figures.number(association),
                expected,
                told
                        ? "'" + identifier + "' tells much about '" + label + "' (" + Figures.number(association)
                                + " of at most 1): a model that sees it, or the order of the rows, learns the answer."
                        : "'" + identifier + "' tells little about '" + label + "' (" + Figures.number(association)
                                + " of at most 1).");
    }
}
