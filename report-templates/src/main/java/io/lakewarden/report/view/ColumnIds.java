package io.lakewarden.report.view;

import io.lakewarden.report.ReportColumn;
import java.util.IdentityHashMap;
import java.util.List;

/** Where on the page a column is: ids made from places, never from names, which may be anything and not unique. */
final class ColumnIds {
    private final IdentityHashMap<ReportColumn, String> ids = new IdentityHashMap<>();

    ColumnIds(List<ReportColumn> columns) {
        for (int place = 0; place < columns.size(); place++) {
            ids.putIfAbsent(columns.get(place), at(place));
        }
    }

    /** The id of the column at a place of the table, from 0. */
    static String at(int place) {
        return "column-" + (place + 1);
    }

    /** The id of one of the columns. */
    String of(ReportColumn column) {
        return ids.get(column);
    }
}
