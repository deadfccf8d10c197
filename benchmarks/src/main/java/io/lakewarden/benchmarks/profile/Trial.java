package io.lakewarden.benchmarks.profile;

import io.lakewarden.benchmarks.profile.table.TableSize;
import java.util.List;

/**
 * One table and who reads it.
 *
 * @param size of the table
 * @param heats competitors that run in turns; ours is in each of them, so that each ratio is of neighbours in time
 */
record Trial(TableSize size, List<List<Competitor>> heats) {
    Trial {
        heats = heats.stream().map(List::copyOf).toList();
    }
}
