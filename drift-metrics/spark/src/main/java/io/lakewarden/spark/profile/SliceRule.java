package io.lakewarden.spark.profile;

import java.io.Serializable;
import java.util.function.ToIntFunction;
import org.apache.spark.sql.catalyst.InternalRow;

/** Says which slice of a key a row is in. */
interface SliceRule extends Serializable {
    /** How many slices there are, the rest among them, which is the last. */
    int count();

    /** The slice of each row of a partition; for one thread. */
    ToIntFunction<InternalRow> ofRows(int partition);

    /** The same of batches of rows; for one thread. */
    SliceSplit ofBatches(int partition);
}
