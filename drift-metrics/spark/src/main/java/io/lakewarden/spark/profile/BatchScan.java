package io.lakewarden.spark.profile;

import java.util.Arrays;
import java.util.Iterator;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.Tuple2;

/** Profiles one partition of columnar batches on an executor. */
final class BatchScan implements Function2<Integer, Iterator<ColumnarBatch>, Iterator<Tuple2<Long, byte[]>>> {
    /** The position of a column that a part of the scan does not read. */
    static final int NOT_READ = -1;

    /** Memory for the counts of codes of one column, all targets together: a mebibyte. */
    private static final int MOST_CODES = 1 << 18;

    private static final int MOST_CODES_OF_A_SLICE = 1 << 12;

    private final ScanSpec spec;
    private final BatchFilter filter;
    private final int[] positions;

    /**
     * A scan of batches.
     *
     * @param filter which rows of a batch count
     * @param positions where in a batch the columns of the scan's schema stand, {@link #NOT_READ} where they do not
     */
    BatchScan(ScanSpec spec, BatchFilter filter, int[] positions) {
        this.spec = spec;
        this.filter = filter;
        this.positions = positions;
    }

    @Override
    public Iterator<Tuple2<Long, byte[]>> call(Integer partition, Iterator<ColumnarBatch> batches) {
        int mostCodes = Math.max(MOST_CODES_OF_A_SLICE, MOST_CODES / spec.targets());
        ReadBuffers buffers = new ReadBuffers();
        PartitionTargets<StructVectors> targets = new PartitionTargets<>(
                spec, (columns, builder) -> CellReaders.ofBatches(spec.schema(), columns, builder, mostCodes, buffers));
        BatchFilter.Evaluation filtering = filter.start(partition);
        SliceSplit[] keys =
                Arrays.stream(spec.keys()).map(key -> key.ofBatches(partition)).toArray(SliceSplit[]::new);
        ClusterBlocks clusters = spec.clusters() == null ? null : new ClusterBlocks(spec.clusters());
        ColumnVector[] vectors = new ColumnVector[positions.length];
        while (batches.hasNext()) {
            ColumnarBatch batch = batches.next();
            Arrays.setAll(vectors, i -> positions[i] == NOT_READ ? null : batch.column(positions[i]));
            for (BatchWindows part : BatchWindows.split(spec, vectors, filtering.rowsOf(batch), targets)) {
                add(vectors, part, keys, clusters, targets);
            }
        }
        targets.readers().forEach(StructVectors::finish);
        return targets.states(partition);
    }

    private void add(
            ColumnVector[] vectors,
            BatchWindows part,
            SliceSplit[] keys,
            ClusterBlocks clusters,
            PartitionTargets<StructVectors> targets) {
        int whole = spec.whole(part.window());
        targets.at(whole).reading(part.rows().count()).read(vectors, part.rows());
        if (!spec.isSplit(part.window())) {
            return;
        }
        int first = whole + 1;
        for (SliceSplit key : keys) {
            BatchRows[] slices = key.split(vectors, part.rows());
            read(vectors, slices, first, targets);
            first += slices.length;
        }
        if (spec.isClustered(part.window())) {
            read(vectors, clusters.split(vectors, part.rows()), first, targets);
        }
    }

    private static void read(
            ColumnVector[] vectors, BatchRows[] parts, int first, PartitionTargets<StructVectors> targets) {
        for (int part = 0; part < parts.length; part++) {
            int rows = parts[part].count();
            if (rows > 0) {
                targets.at(first + part).reading(rows).read(vectors, parts[part]);
            }
        }
    }
}
