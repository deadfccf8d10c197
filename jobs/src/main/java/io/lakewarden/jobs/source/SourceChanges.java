package io.lakewarden.jobs.source;

import io.lakewarden.result.Window;
import java.util.List;
import java.util.Objects;

/** How a source differs from an earlier state of it. */
public sealed interface SourceChanges {
    /**
     * Nobody can tell.
     *
     * @param reason why not, in one clause
     */
    record Unknown(String reason) implements SourceChanges {
        public Unknown {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * File by file.
     *
     * @param since the earlier state for people, such as {@code version 3}
     * @param lost when rows happened that were removed or changed since
     * @param gained when rows happened that came since, one for each file
     * @param added the rows that came since and no others
     */
    record Known(String since, List<TimeRange> lost, List<TimeRange> gained, ResolvedSource added)
            implements SourceChanges {
        public Known {
            Objects.requireNonNull(since, "since");
            lost = List.copyOf(lost);
            gained = List.copyOf(gained);
            Objects.requireNonNull(added, "added");
        }

        /** Whether the window may hold fewer or other rows of the earlier state than it did. */
        public boolean mayHaveLost(Window window) {
            return lost.stream().anyMatch(range -> range.mayTouch(window));
        }

        /** How many files may hold new rows of the window. */
        public long filesGained(Window window) {
            return gained.stream().filter(range -> range.mayTouch(window)).count();
        }
    }
}
