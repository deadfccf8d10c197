package io.lakewarden.jobs.source;

import io.lakewarden.yaml.Nearest;
import java.util.Collection;
import java.util.stream.Collectors;

/** What to say where a column was not found: the name that was probably meant, or the names that there are. */
public final class ColumnHint {
    private static final int SHOWN = 8;

    private ColumnHint() {}

    /** The hint, to be put right behind what says that {@code wanted} is not there. */
    public static String of(String wanted, Collection<String> names) {
        String nearest = Nearest.hint(wanted, names);
        if (!nearest.isEmpty()) {
            return nearest;
        }
        String shown = names.stream().limit(SHOWN).collect(Collectors.joining("', '", "; there are '", "'"));
        return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more" : shown;
    }
}
