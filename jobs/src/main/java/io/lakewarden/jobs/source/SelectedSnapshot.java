package io.lakewarden.jobs.source;

import io.lakewarden.jobs.config.RowSelection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in a snapshot which rows of the table it is about: {@code selection:DIGEST:} stands before the table's own, and
 * nothing where that is all of the source.
 */
final class SelectedSnapshot {
    private static final Pattern TEXT = Pattern.compile("((?:sample:[^:]*:)?)((?:selection:[0-9a-f]+:)?)(.*)");

    private SelectedSnapshot() {}

    /** The snapshot of a part of a table. */
    static String of(RowSelection selection, String table) {
        return selection.equals(RowSelection.ALL)
                ? table
                : "selection:" + FileSnapshot.digest(List.of(selection.toString())) + ":" + table;
    }

    /** What names the selection: equal text, equal selection. */
    static String selection(String snapshot) {
        return parsed(snapshot).group(2);
    }

    /** The table's own snapshot. */
    static String table(String snapshot) {
        return parsed(snapshot).group(3);
    }

    private static Matcher parsed(String snapshot) {
        Matcher text = TEXT.matcher(snapshot);
        if (!text.matches()) {
            throw new IllegalArgumentException("no snapshot: " + snapshot);
        }
        return text;
    }
}
