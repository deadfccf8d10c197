package io.lakewarden.jobs.config;

import java.util.List;

/**
 * A search for slices that nobody named: {@code slice_search}.
 *
 * @param columns {@code columns}: whose values and ranges may make slices; empty for the first inputs that do
 * @param depth {@code depth}: 1 for single parts, 2 for pairs of them too
 * @param top {@code top}: how many are told
 */
public record SliceSearchConfig(List<String> columns, int depth, int top) {
    /** So many columns take part at the most: with eight parts each and pairs, 4,320 slices are counted. */
    public static final int MOST_COLUMNS = 12;

    public SliceSearchConfig {
        columns = List.copyOf(columns);
    }
}
