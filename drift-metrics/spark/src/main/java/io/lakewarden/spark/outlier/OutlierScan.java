package io.lakewarden.spark.outlier;

import io.lakewarden.outlier.CategorySupport;
import io.lakewarden.outlier.ColumnSupport;
import io.lakewarden.outlier.OutlierPolicy;
import io.lakewarden.outlier.OutlierTally;
import io.lakewarden.outlier.ReferenceOutliers;
import io.lakewarden.outlier.ReferenceSupport;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.spark.profile.ResolvedColumn;
import io.lakewarden.spark.sample.ColumnSample;
import io.lakewarden.spark.sample.ColumnSample.Booleans;
import io.lakewarden.spark.sample.ColumnSample.Numbers;
import io.lakewarden.spark.sample.ColumnSample.Texts;
import io.lakewarden.spark.sample.RowSampler;
import io.lakewarden.spark.sample.TableSample;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Learns from the rows of a reference, and counts outliers among others; each takes one job, however many columns there are. */
public final class OutlierScan {
    /** Half of them grow the forest, the other half say what it calls isolated. */
    private static final int SAMPLE = 20_000;

    /** Of wide tables fewer rows are drawn, so that no sample is larger than 64 MB. */
    private static final int MOST_CELLS = 8_000_000;

    private static final long SEED = 0x6f75_746cL;

    private OutlierScan() {}

    /**
     * Learns what some columns of the reference are like, from its profile and a sample of its rows. Columns inside arrays
     * and maps have several values in a row and are not looked at.
     */
    public static ReferenceOutliers learn(
            Dataset<Row> rows, DatasetProfile profile, List<String> columns, OutlierPolicy policy) {
        List<String> single = columns.stream()
                .filter(column -> ResolvedColumn.find(rows, column).isPresent())
                .toList();
        ReferenceSupport support = ReferenceSupport.of(profile, single, policy.fence());
        List<ColumnSpec> specs = support.columns().stream()
                .map(column -> profile.column(column.column()).orElseThrow().spec())
                .toList();
        int most =
                Math.max(2 * ReferenceOutliers.LEAST_SAMPLE, Math.min(SAMPLE, MOST_CELLS / Math.max(1, specs.size())));
        TableSample sample = new RowSampler(most, SEED).draw(rows, specs);
        return ReferenceOutliers.learn(support, cells(sample, support), policy);
    }

    private static double[][] cells(TableSample sample, ReferenceSupport support) {
        double[][] cells = new double[sample.size()][support.columns().size()];
        for (int column = 0; column < support.columns().size(); column++) {
            ColumnSupport seen = support.columns().get(column);
            ColumnSample values = sample.column(seen.column()).orElse(null);
            for (int row = 0; row < cells.length; row++) {
                cells[row][column] =
                        values == null || values.isMissing(row) ? ColumnSupport.MISSING : cell(values, seen, row);
            }
        }
        return cells;
    }

    private static double cell(ColumnSample values, ColumnSupport seen, int row) {
        if (values instanceof Numbers numbers) {
            return numbers.value(row);
        }
        String text = values instanceof Booleans truths
                ? Boolean.toString(truths.value(row))
                : ((Texts) values).value(row).orElseThrow();
        return ((CategorySupport) seen).place(text);
    }

    /**
     * Counts the outliers among rows.
     *
     * @param identity paths of the columns that name a row in an example
     */
    public static OutlierTally tally(
            Dataset<Row> rows, ReferenceOutliers reference, List<String> identity, int examples) {
        SupportCells cells = SupportCells.of(rows, reference.support(), identity, Optional.empty());
        return cells
                .select(rows)
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(new TallyPartition(cells, reference.judge(), examples))
                .collect()
                .stream()
                .map(TallyPartition::decode)
                .reduce(new OutlierTally(reference.support().columns().size(), examples), OutlierTally::merge);
    }
}
