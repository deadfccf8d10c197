package io.lakewarden.spark.outlier;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;

/** Reads the cells of a few rows. */
final class ReadPartition implements FlatMapFunction<Iterator<InternalRow>, double[]> {
    private final SupportCells cells;

    ReadPartition(SupportCells cells) {
        this.cells = cells;
    }

    @Override
    public Iterator<double[]> call(Iterator<InternalRow> rows) {
        List<double[]> read = new ArrayList<>();
        SupportCells.Reader reader = cells.reader();
        rows.forEachRemaining(row -> read.add(reader.read(row)));
        return read.iterator();
    }
}
