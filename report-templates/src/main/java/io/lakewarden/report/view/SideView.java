package io.lakewarden.report.view;

import io.lakewarden.report.text.Text;
import java.util.List;

/**
 * What a side file shows: of which report it is a part, and its columns.
 *
 * @param title the table or model
 * @param window the window, short
 * @param subtitle which monitor and run, in one line
 * @param verdict the verdict of the report
 * @param report address of the page that it stands beside
 * @param number its number, from 1
 * @param of how many side files there are
 * @param columns its columns, whole
 */
public record SideView(
        Text title,
        String window,
        List<Text> subtitle,
        PageView.VerdictView verdict,
        String report,
        int number,
        int of,
        List<ColumnView> columns) {}
