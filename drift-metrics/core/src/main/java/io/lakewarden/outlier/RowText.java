package io.lakewarden.outlier;

import java.util.List;

/** A row in words, made when it is shown. */
public interface RowText {
    /** A row that is never shown. */
    RowText NONE = new RowText() {
        @Override
        public List<String> identity() {
            return List.of();
        }

        @Override
        public String category(int column) {
            return "";
        }
    };

    /** What names the row: the values of its identifiers, and its time. */
    List<String> identity();

    /** The category of the row in a column of categories that has a value. */
    String category(int column);
}
