package io.lakewarden.spark.outlier;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import io.lakewarden.outlier.BurstLimit;
import io.lakewarden.outlier.OutlierKind;
import io.lakewarden.outlier.OutlierPolicy;
import io.lakewarden.outlier.OutlierTally;
import io.lakewarden.outlier.ReferenceOutliers;
import io.lakewarden.outlier.RowGroup;
import io.lakewarden.outlier.RowText;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Finds rows that equal each other on a {@link CoarseGrid} within a stretch of time. A table is grouped once, by one
 * shuffle of at most five counts for each row, however many columns there are.
 */
public final class NearDuplicates {
    /** So many rows of a group are looked at to say what they are like. */
    private static final int LOOKED_AT = 1_000;

    private static final StructType SIGNED = new StructType()
            .add("block", DataTypes.LongType, false)
            .add("hash", DataTypes.IntegerType, false)
            .add("signature", DataTypes.LongType, false);

    private final ReferenceOutliers reference;
    private final Optional<String> time;
    private final BurstBlock block;
    private final CoarseGrid grid;

    /**
     * Groups rows on the grid of a reference.
     *
     * @param time path of the column that says when; empty where there is none
     */
    public NearDuplicates(ReferenceOutliers reference, Optional<String> time, BurstBlock block) {
        this.reference = reference;
        this.time = time;
        this.block = block;
        this.grid = new CoarseGrid(reference.support());
    }

    /** How much alike the reference's rows are, for each hash of the grid; empty where no block has enough rows. */
    public List<BurstLimit> limits(Dataset<Row> rows) {
        Column others = col("top.n").minus(lit(1)).divide(col("rows").minus(lit(1)));
        List<Row> largest = blocks(rows)
                .filter(col("rows").geq(lit(BurstLimit.LEAST_BLOCK)))
                .groupBy("hash")
                .agg(max(others))
                .orderBy("hash")
                .collectAsList();
        return largest.stream()
                .map(row -> new BurstLimit(row.getDouble(1), reference.support().rows()))
                .toList();
    }

    /**
     * The group of rows that is to be told of.
     *
     * @param group the rows
     * @param limit how large such groups are in the reference
     * @param blocks how many blocks were looked at
     */
    public record Found(RowGroup group, BurstLimit limit, long blocks) {}

    /**
     * Of the groups that exceed the limits by most, the first that is a burst, those of all columns before those without a
     * part of them; where none is, the first. Empty where no rows are alike. A burst takes one more job, in which some of
     * its rows are looked at.
     */
    public Optional<Found> find(Dataset<Row> rows, List<BurstLimit> limits, OutlierPolicy policy) {
        List<Row> largest = largest(rows, limits);
        Optional<Found> first = Optional.empty();
        for (Row row : largest) {
            Row top = row.getStruct(1);
            RowGroup group = new RowGroup(
                    top.getLong(1), top.getLong(2), block.words(top.getLong(3)), List.of(), limits.size(), 0, 0);
            Found found = new Found(group, limits.get(row.getInt(0)), row.getLong(2));
            if (found.limit().judge(group, found.blocks(), policy).isAlert()) {
                Key key = new Key(row.getInt(0), top.getLong(4), top.getLong(3));
                return Optional.of(new Found(lookedAt(rows, group, key), found.limit(), found.blocks()));
            }
            first = first.or(() -> Optional.of(found));
        }
        return first.filter(found -> found.group().rows() >= BurstLimit.LEAST_ROWS);
    }

    private List<Row> largest(Dataset<Row> rows, List<BurstLimit> limits) {
        Column limit = element_at(
                array(limits.stream().map(it -> lit(it.natural())).toArray(Column[]::new)),
                col("hash").plus(lit(1)));
        Column excess = col("top.n").minus(col("rows").multiply(limit));
        return blocks(rows)
                .groupBy("hash")
                .agg(
                        max(struct(
                                excess.as("excess"),
                                col("top.n").as("n"),
                                col("rows"),
                                col("block"),
                                col("top.signature").as("signature"))),
                        count(lit(1)))
                .orderBy("hash")
                .collectAsList();
    }

    /** Which rows a group has. */
    record Key(int hash, long signature, long block) implements Serializable {}

    private RowGroup lookedAt(Dataset<Row> rows, RowGroup group, Key key) {
        SupportCells cells = cells(rows);
        List<double[]> read = cells
                .select(rows)
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(new GroupPartition(cells, grid, block, key, LOOKED_AT))
                .collect()
                .stream()
                .limit(LOOKED_AT)
                .toList();
        OutlierTally tally = new OutlierTally(reference.support().columns().size(), 0);
        read.forEach(row -> tally.add(reference.judge(), row, RowText.NONE));
        return new RowGroup(
                group.rows(),
                group.blockRows(),
                group.block(),
                differing(read, key),
                group.gratings(),
                tally.rows(OutlierKind.SUPPORT),
                read.size());
    }

    /** The columns in which the rows differ on the grid. */
    private List<String> differing(List<double[]> rows, Key key) {
        return grid.leftOut(key.hash()).stream()
                .filter(column -> rows.stream()
                                .map(row -> grid.rounded(column, row[column]))
                                .distinct()
                                .count()
                        > 1)
                .map(column -> reference.support().columns().get(column).column())
                .toList();
    }

    /** For each hash and block its rows, and the largest group with its signature. */
    private Dataset<Row> blocks(Dataset<Row> rows) {
        return signed(rows)
                .groupBy("hash", "block", "signature")
                .agg(count(lit(1)).as("n"))
                .groupBy("hash", "block")
                .agg(
                        sum("n").as("rows"),
                        max(struct(col("n"), col("signature"))).as("top"));
    }

    private Dataset<Row> signed(Dataset<Row> rows) {
        SupportCells cells = cells(rows);
        JavaRDD<Row> signed = cells.select(rows)
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(new SignedPartition(cells, grid, block));
        return rows.sparkSession().createDataFrame(signed, SIGNED);
    }

    private SupportCells cells(Dataset<Row> rows) {
        return SupportCells.of(rows, reference.support(), List.of(), time);
    }
}
