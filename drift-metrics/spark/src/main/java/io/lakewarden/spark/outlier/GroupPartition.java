package io.lakewarden.spark.outlier;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;

/** The cells of some rows of one group. */
final class GroupPartition implements FlatMapFunction<Iterator<InternalRow>, double[]> {
    private final SupportCells cells;
    private final CoarseGrid grid;
    private final BurstBlock block;
    private final NearDuplicates.Key wanted;
    private final int most;

    GroupPartition(SupportCells cells, CoarseGrid grid, BurstBlock block, NearDuplicates.Key wanted, int most) {
        this.cells = cells;
        this.grid = grid;
        this.block = block;
        this.wanted = wanted;
        this.most = most;
    }

    @Override
    public Iterator<double[]> call(Iterator<InternalRow> rows) {
        List<double[]> found = new ArrayList<>();
        SupportCells.Reader reader = cells.reader();
        while (rows.hasNext() && found.size() < most) {
            double[] row = reader.read(rows.next());
            if (block.start(reader.micros()) == wanted.block()
                    && grid.hashes(row, reader)[wanted.hash()] == wanted.signature()) {
                found.add(row);
            }
        }
        return found.iterator();
    }
}
