package io.lakewarden.jobs.run;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a window's profile comes from.
 *
 * @param snapshot the state of the source that it describes
 * @param sentence how it was come by, for people; absent where it was simply read or taken from the store
 */
record Origin(String snapshot, Optional<String> sentence) {
    Origin {
        Objects.requireNonNull(snapshot, "snapshot");
        Objects.requireNonNull(sentence, "sentence");
    }

    /** A profile that needs no word about how it was come by. */
    static Origin plain(String snapshot) {
        return new Origin(snapshot, Optional.empty());
    }

    static Origin told(String snapshot, String sentence) {
        return new Origin(snapshot, Optional.of(sentence));
    }
}
