package io.lakewarden.report.view;

import io.lakewarden.report.ReportColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Columns that the page does not show whole, and one side file does: some that are next to each other in the table.
 *
 * @param number the number of the side file, from 1
 * @param of how many side files there are
 * @param places where the columns stand in the table, from 0, in its order
 */
public record SideColumns(int number, int of, List<Integer> places) {
    /** So many columns are shown with all that is known of them, so that a wide table's page still opens. */
    private static final int MOST_WHOLE = 120;

    /** So many share a side file: few enough to load at once, and enough that there are not too many files. */
    private static final int MOST_TOGETHER = 40;

    public SideColumns {
        Objects.requireNonNull(places, "places");
        places = List.copyOf(places);
    }

    /** All columns but those that are worst off, in the order of the table. */
    public static List<SideColumns> of(List<ReportColumn> columns) {
        List<ReportColumn> worst = ColumnOrder.worstFirst(columns);
        Set<ReportColumn> whole = Collections.newSetFromMap(new IdentityHashMap<>());
        whole.addAll(worst.subList(0, Math.min(MOST_WHOLE, worst.size())));
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < columns.size(); place++) {
            if (!whole.contains(columns.get(place))) {
                places.add(place);
            }
        }
        int files = (places.size() + MOST_TOGETHER - 1) / MOST_TOGETHER;
        List<SideColumns> parts = new ArrayList<>();
        for (int file = 0; file < files; file++) {
            int end = Math.min(places.size(), (file + 1) * MOST_TOGETHER);
            parts.add(new SideColumns(file + 1, files, places.subList(file * MOST_TOGETHER, end)));
        }
        return parts;
    }

    /** The id of a column's part of a page, by its place. */
    public static String target(int place) {
        return ColumnIds.at(place);
    }
}
