package io.lakewarden.report.site;

import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.util.Objects;

/**
 * One window as a light.
 *
 * @param window the window
 * @param status the verdict
 * @param regular whether a window that is missing beside it is worth a mark
 * @param report whether there is a report to show
 */
public record SiteLight(Window window, Status status, boolean regular, boolean report) {
    public SiteLight {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(status, "status");
    }
}
