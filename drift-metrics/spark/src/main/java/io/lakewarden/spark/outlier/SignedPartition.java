package io.lakewarden.spark.outlier;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;

/** Says of each row in which block it is and what it looks like on the grid, once for each hash. */
final class SignedPartition implements FlatMapFunction<Iterator<InternalRow>, Row> {
    private final SupportCells cells;
    private final CoarseGrid grid;
    private final BurstBlock block;

    SignedPartition(SupportCells cells, CoarseGrid grid, BurstBlock block) {
        this.cells = cells;
        this.grid = grid;
        this.block = block;
    }

    @Override
    public Iterator<Row> call(Iterator<InternalRow> rows) {
        return new Signatures(rows);
    }

    private final class Signatures implements Iterator<Row> {
        private final SupportCells.Reader reader = cells.reader();
        private final Iterator<InternalRow> rows;
        private long[] hashes = {};
        private long start;
        private int next;

        Signatures(Iterator<InternalRow> rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            return next < hashes.length || rows.hasNext();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (next == hashes.length) {
                hashes = grid.hashes(reader.read(rows.next()), reader);
                start = block.start(reader.micros());
                next = 0;
            }
            return RowFactory.create(start, next, hashes[next++]);
        }
    }
}
