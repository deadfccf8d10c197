package io.lakewarden.schema;

/**
 * How profiles write the names of columns, and of what is inside them: joined by dots, {@code address.city}; a name that
 * holds a dot or a backtick, or is empty, in backticks with its own backticks doubled.
 */
public final class NestedName {
    /** What the elements of arrays are called. */
    public static final String ELEMENT = "element";

    /** What the keys of maps are called. */
    public static final String KEY = "key";

    /** What the values of maps are called. */
    public static final String VALUE = "value";

    private NestedName() {}

    /** The path of a column of that name. */
    public static String of(String name) {
        return name.isEmpty() || name.indexOf('.') >= 0 || name.indexOf('`') >= 0
                ? "`" + name.replace("`", "``") + "`"
                : name;
    }

    /** The path of a part of a column. */
    public static String inside(String path, String name) {
        return path + "." + of(name);
    }

    /** Whether a path is that of a column which is inside no other. */
    public static boolean isOutermost(String path) {
        return of(outermost(path)).equals(path);
    }

    /** The name of the column that a path begins with. */
    public static String outermost(String path) {
        if (!path.startsWith("`")) {
            int dot = path.indexOf('.');
            return dot < 0 ? path : path.substring(0, dot);
        }
        StringBuilder name = new StringBuilder();
        for (int i = 1; i < path.length(); i++) {
            if (path.charAt(i) != '`') {
                name.append(path.charAt(i));
            } else if (path.startsWith("``", i)) {
                name.append('`');
                i++;
            } else {
                break;
            }
        }
        return name.toString();
    }
}
