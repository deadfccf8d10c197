package io.lakewarden.spark.outlier;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.xxhash64;

import io.lakewarden.outlier.ColumnSupport;
import io.lakewarden.outlier.NumberSupport;
import io.lakewarden.outlier.ReferenceSupport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A hash of each row with its numbers rounded to a tenth of the reference's standard deviation: of all its columns, and of
 * all but each of a few parts of them, so that rows are alike too that differ in a few columns.
 */
final class CoarseGrid {
    /** Into so many parts columns are dealt out. */
    private static final int MOST_PARTS = 4;

    /** With fewer columns, too little is left without one. */
    private static final int LEAST_COLUMNS = 3;

    private final List<ColumnSupport> columns;

    CoarseGrid(ReferenceSupport support) {
        this.columns = support.columns();
    }

    /** How many hashes a row has. */
    int hashes() {
        return parts() == 1 ? 1 : 1 + parts();
    }

    private int parts() {
        return columns.size() < LEAST_COLUMNS ? 1 : Math.min(MOST_PARTS, columns.size());
    }

    /** The hashes of a row: the first of all columns, then those without a part. */
    List<Column> hashes(Dataset<Row> data) {
        List<Column> parts =
                IntStream.range(0, parts()).mapToObj(part -> part(data, part)).toList();
        List<Column> hashes = new ArrayList<>(List.of(hash(parts)));
        for (int left = 0; left < parts.size() && parts.size() > 1; left++) {
            List<Column> others = new ArrayList<>(parts);
            others.remove(left);
            hashes.add(hash(others));
        }
        return hashes;
    }

    private Column part(Dataset<Row> data, int part) {
        List<Column> cells = new ArrayList<>(List.of(lit(part)));
        for (int column = part; column < columns.size(); column += parts()) {
            Column cell = cell(data, columns.get(column));
            // The hash passes over nulls, so that (null, a) would look like (a, null).
            cells.add(cell.isNull());
            cells.add(cell);
        }
        return hash(cells);
    }

    private static Column hash(List<Column> cells) {
        return xxhash64(cells.toArray(Column[]::new));
    }

    private static Column cell(Dataset<Row> data, ColumnSupport seen) {
        return SupportCells.find(data, seen)
                .map(found -> seen instanceof NumberSupport numbers && numbers.step() > 0
                        ? rint(found.column().minus(lit(numbers.least())).divide(lit(numbers.step())))
                        : found.column())
                .orElse(lit(null).cast("double"));
    }

    /** The cell of a row on the grid, as it is read on the driver. */
    double rounded(int column, double cell) {
        return columns.get(column) instanceof NumberSupport numbers && numbers.step() > 0
                ? Math.rint((cell - numbers.least()) / numbers.step())
                : cell;
    }

    /** The columns that are left out of a hash. */
    List<Integer> leftOut(int hash) {
        return hash == 0
                ? List.of()
                : IntStream.range(0, columns.size())
                        .filter(column -> column % parts() == hash - 1)
                        .boxed()
                        .toList();
    }
}
