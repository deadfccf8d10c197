package io.lakewarden.jobs.source;

import io.lakewarden.jobs.config.UserException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** How the first line of CSV files names their columns. */
public final class CsvHeader {
    private CsvHeader() {}

    /**
     * The names; a column without one is called by its position, {@code _c0} first.
     *
     * @param cells the first line
     * @param place the files, for people
     * @throws UserException if two columns have the same name, or names that Spark does not tell apart
     */
    public static List<String> names(List<String> cells, String place) {
        requireDistinct(cells, place);
        return IntStream.range(0, cells.size())
                .mapToObj(i -> cells.get(i).isEmpty() ? unnamed(i) : cells.get(i))
                .toList();
    }

    /** The name of a column that has none. */
    public static String unnamed(int position) {
        return "_c" + position;
    }

    private static void requireDistinct(List<String> cells, String place) {
        Map<String, String> seen = new HashMap<>();
        for (String name : cells) {
            String other = name.isEmpty() ? null : seen.put(name.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                throw new UserException("source: the header of " + place + " names "
                        + (other.equals(name)
                                ? "'" + name + "' twice"
                                : "'" + other + "' and '" + name + "', which Spark does not tell apart")
                        + "; rename one of them");
            }
        }
    }
}
