package io.lakewarden.outlier;

import java.util.List;

/**
 * Rows of one block that equal each other on a coarse grid.
 *
 * @param rows how many there are
 * @param blockRows how many rows the block has
 * @param block the block, in words, such as "the hour from 2026-02-03T04:00:00Z"
 * @param free the columns in which they may differ
 * @param gratings how many choices of such columns were looked at
 * @param outside how many of the rows that were looked at lie outside what the reference has seen
 * @param lookedAt how many of the rows were looked at
 */
public record RowGroup(
        long rows, long blockRows, String block, List<String> free, int gratings, long outside, long lookedAt) {
    public RowGroup {
        free = List.copyOf(free);
    }
}
