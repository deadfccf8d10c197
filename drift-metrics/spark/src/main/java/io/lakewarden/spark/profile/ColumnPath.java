package io.lakewarden.spark.profile;

import java.util.ArrayList;
import java.util.List;

/**
 * How a column inside nested data is written: names joined by dots, {@code address.city}. A name that holds a dot or a
 * backtick, or is empty, stands in backticks with its own backticks doubled. Elements of arrays are {@code element}, keys and values of
 * maps {@code key} and {@code value}, as in Delta tables.
 */
public final class ColumnPath {
    /** What the elements of arrays are called. */
    public static final String ELEMENT = "element";

    /** What the keys of maps are called. */
    public static final String KEY = "key";

    /** What the values of maps are called. */
    public static final String VALUE = "value";

    private ColumnPath() {}

    /** A top-level column's path. */
    public static String of(String name) {
        return name.isEmpty() || name.indexOf('.') >= 0 || name.indexOf('`') >= 0
                ? "`" + name.replace("`", "``") + "`"
                : name;
    }

    /** The path of a part of another column. */
    public static String child(String parent, String name) {
        return parent + "." + of(name);
    }

    /** Whether a text is the path of a column that is inside no other. */
    public static boolean isOutermost(String path) {
        return of(outermost(path)).equals(path);
    }

    /** The name that a path begins with; of any text, also one that is no path. */
    public static String outermost(String path) {
        if (path.startsWith("`")) {
            StringBuilder name = new StringBuilder();
            afterQuoted(path, 0, name);
            return name.toString();
        }
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    /**
     * The names that a path joins, outermost first.
     *
     * @throws IllegalArgumentException if a backtick is left open or stands inside an unquoted name
     */
    public static List<String> names(String path) {
        List<String> names = new ArrayList<>();
        int position = 0;
        while (true) {
            position = path.startsWith("`", position) ? quoted(path, position, names) : plain(path, position, names);
            if (position == path.length()) {
                return names;
            }
            if (path.charAt(position) != '.') {
                throw new IllegalArgumentException(
                        "'" + path + "' is no column path: a dot is expected after a name in backticks");
            }
            position++;
        }
    }

    private static int plain(String path, int start, List<String> names) {
        int dot = path.indexOf('.', start);
        int end = dot < 0 ? path.length() : dot;
        String name = path.substring(start, end);
        if (name.indexOf('`') >= 0) {
            throw new IllegalArgumentException("'" + path
                    + "' is no column path: a name with a backtick stands in backticks, with its own doubled");
        }
        names.add(name);
        return end;
    }

    private static int quoted(String path, int start, List<String> names) {
        StringBuilder name = new StringBuilder();
        int end = afterQuoted(path, start, name);
        if (end < 0) {
            throw new IllegalArgumentException("'" + path + "' is no column path: a backtick is left open");
        }
        names.add(name.toString());
        return end;
    }

    /** Reads a name in backticks and says where the text goes on behind it; -1 where it is never closed. */
    private static int afterQuoted(String path, int start, StringBuilder name) {
        for (int i = start + 1; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c != '`') {
                name.append(c);
            } else if (path.startsWith("``", i)) {
                name.append('`');
                i++;
            } else {
                return i + 1;
            }
        }
        return -1;
    }
}
