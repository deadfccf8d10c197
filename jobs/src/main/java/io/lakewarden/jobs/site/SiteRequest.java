package io.lakewarden.jobs.site;

import io.lakewarden.result.Window;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@code lakewarden report --site} is asked for.
 *
 * @param folder folder of the site
 * @param store folder or URI of the results
 * @param monitor name of the only monitor to look at; absent for all of the store
 * @param windows the only windows of that monitor to look at; empty for all
 */
public record SiteRequest(Path folder, String store, Optional<String> monitor, List<Window> windows) {
    public SiteRequest {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(monitor, "monitor");
        windows = List.copyOf(windows);
        if (monitor.isEmpty() && !windows.isEmpty()) {
            throw new IllegalArgumentException("windows are those of one monitor");
        }
    }
}
