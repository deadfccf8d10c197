package io.lakewarden.jobs.run;

import io.lakewarden.report.ReportFoundSlice;
import java.util.List;
import java.util.Optional;

/**
 * What came of looking for slices that nobody named.
 *
 * @param found those that moved, furthest first; absent where none could be looked for
 * @param obstacle why none could, as a sentence without its end
 */
record SliceSearchOutcome(Optional<List<ReportFoundSlice>> found, Optional<String> obstacle) {
    SliceSearchOutcome {
        found = found.map(List::copyOf);
    }

    static SliceSearchOutcome of(List<ReportFoundSlice> found) {
        return new SliceSearchOutcome(Optional.of(found), Optional.empty());
    }

    static SliceSearchOutcome none(String obstacle) {
        return new SliceSearchOutcome(Optional.empty(), Optional.of(obstacle));
    }
}
