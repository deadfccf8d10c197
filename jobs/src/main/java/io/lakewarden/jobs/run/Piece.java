package io.lakewarden.jobs.run;

import io.lakewarden.jobs.source.SourceChanges;
import io.lakewarden.jobs.store.StoredProfile;
import io.lakewarden.result.Window;
import java.util.Optional;

/** A stretch of time whose profile a command needs, and how it will come by it. A window is one piece or several. */
sealed interface Piece {
    /** The stretch of time. */
    Window window();

    /**
     * Taken from the store.
     *
     * @param since the state of the source since which nothing in it has changed; absent where nobody looked
     */
    record Kept(Window window, StoredProfile stored, Optional<String> since) implements Piece {}

    /**
     * Taken from the store, and merged with what came since.
     *
     * @param changes the source's, since the stored profile was made
     */
    record Grown(Window window, StoredProfile stored, SourceChanges.Known changes) implements Piece {}

    /**
     * Read.
     *
     * @param windows of how many windows it is made
     * @param reason why the store would not do; absent where it was not asked
     */
    record Scanned(Window window, int windows, Optional<String> reason) implements Piece {}
}
