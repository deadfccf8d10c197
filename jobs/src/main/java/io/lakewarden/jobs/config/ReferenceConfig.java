package io.lakewarden.jobs.config;

import io.lakewarden.result.Window;
import java.util.Objects;

/** What current data is held against: {@code reference}; exactly one of three kinds. */
public sealed interface ReferenceConfig {
    /**
     * A range of the watched table, frozen: {@code pinned}.
     *
     * @param window {@code pinned}: {@code START/END}
     */
    record Pinned(Window window) implements ReferenceConfig {
        public Pinned {
            Objects.requireNonNull(window, "window");
        }
    }

    /**
     * Rows that no time range describes, such as the training set: {@code path} and {@code where}.
     *
     * @param selection which rows
     */
    record Rows(RowSelection selection) implements ReferenceConfig {
        public Rows {
            Objects.requireNonNull(selection, "selection");
        }
    }

    /**
     * The windows just before the current one: {@code previous} with {@code pinned}.
     *
     * @param windows {@code previous}: how many, at least 1
     * @param pinned {@code pinned}: the range whose bins are used, so that scores of different windows can be compared
     */
    record Previous(int windows, Window pinned) implements ReferenceConfig {
        public Previous {
            if (windows < 1) {
                throw new IllegalArgumentException("previous needs at least one window, but got " + windows);
            }
            Objects.requireNonNull(pinned, "pinned");
        }
    }
}
