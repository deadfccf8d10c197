package io.lakewarden.report.view;

import io.lakewarden.report.text.Text;
import io.lakewarden.report.text.ValueText;
import java.util.List;

/**
 * The slices of one key.
 *
 * @param key the column
 * @param shown the slices with the most rows, and the rest
 * @param folded all others, which the page unfolds
 */
public record SliceGroupView(Text key, List<SliceView> shown, List<SliceView> folded) {

    /**
     * One slice.
     *
     * @param value its value
     * @param explanation what the value stands for, null where it is simply a value
     * @param referenceRows its rows in the reference
     * @param referenceShare their share
     * @param currentRows its rows in the window
     * @param currentShare their share
     * @param status its status
     * @param sentence what there is to say where no column moved, null where the run says it
     * @param undecided why nothing was compared, as the run says it, otherwise null
     * @param headline the columns that moved, in one line; null where none did
     * @param columns what happened in each of them
     * @param more how many others moved, in words; null where none did
     */
    public record SliceView(
            Text value,
            String explanation,
            String referenceRows,
            ValueText referenceShare,
            String currentRows,
            ValueText currentShare,
            StatusView status,
            Text sentence,
            Text undecided,
            Text headline,
            List<MovedView> columns,
            String more) {}

    /**
     * A column that moved in a slice.
     *
     * @param status its status
     * @param sentence what happened
     * @param onlyHere whether all rows together show no movement
     */
    public record MovedView(StatusView status, Text sentence, boolean onlyHere) {}
}
