package io.lakewarden.spark.profile;

import java.util.Arrays;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;

/** Sorts rows by the text of a cell; the text of a dictionary's code is looked at once. */
final class SliceVectors implements SliceSplit {
    private static final int UNKNOWN = -1;

    private final SliceCell cell;
    private final CellText text;
    private CodeDictionary dictionary;
    private int[] slicesOfCodes = {};

    SliceVectors(SliceCell cell) {
        this.cell = cell;
        this.text = CellText.of(cell.path().type());
    }

    @Override
    public int count() {
        return cell.count();
    }

    @Override
    public int[] slices(ColumnVector[] columns, BatchRows rows) {
        int[] result = new int[rows.count()];
        Arrays.fill(result, cell.rest());
        BatchRows present = cell.path().present(columns, rows);
        if (present.count() == 0) {
            return result;
        }
        ColumnVector vector = cell.path().vector(columns);
        ColumnarArray cells = new ColumnarArray(vector, 0, present.at(present.count() - 1) + 1);
        WritableColumnVector codes = codes(vector);
        int i = 0;
        for (int k = 0; k < present.count(); k++) {
            int row = present.at(k);
            while (rows.at(i) < row) {
                i++;
            }
            result[i] = codes == null ? cell.of(cells, row, text) : ofCode(codes.getInt(row), cells, row);
        }
        return result;
    }

    /** The codes of a vector, null where it has none. */
    private WritableColumnVector codes(ColumnVector vector) {
        if (!(vector instanceof WritableColumnVector coded)) {
            return null;
        }
        CodeDictionary found = ParquetDictionaries.of(coded);
        if (found == null) {
            return null;
        }
        if (dictionary == null || dictionary.identity() != found.identity()) {
            dictionary = found;
            slicesOfCodes = new int[found.size()];
            Arrays.fill(slicesOfCodes, UNKNOWN);
        }
        return coded.getDictionaryIds();
    }

    private int ofCode(int code, ColumnarArray cells, int row) {
        if (slicesOfCodes[code] == UNKNOWN) {
            slicesOfCodes[code] = cell.of(cells, row, text);
        }
        return slicesOfCodes[code];
    }
}
