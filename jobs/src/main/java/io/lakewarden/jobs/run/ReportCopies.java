package io.lakewarden.jobs.run;

import io.lakewarden.jobs.store.StoreFiles;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where a person finds a report: in the folder that was asked for, otherwise in the store. */
final class ReportCopies {
    private ReportCopies() {}

    /** Copies the page to the folder asked for, if one was, and says where the page is. */
    static String place(RunRequest request, Window window, String html, StoreFiles files) throws IOException {
        String monitor = request.config().monitor();
        if (request.output().isEmpty()) {
            return readable(files.reportHtml(monitor, window).toString());
        }
        Path folder = Files.createDirectories(request.output().get());
        Path copy = folder.resolve(monitor + "_" + window.fileName()
                + request.options().sample().map(it -> "_sample-" + it.share()).orElse("") + ".html");
        Path temporary = Files.createTempFile(folder, ".report", ".html");
        Files.writeString(temporary, html);
        Files.move(temporary, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return copy.toString();
    }

    /** A local file as a plain path. */
    private static String readable(String uri) {
        return uri.startsWith("file:") ? Path.of(java.net.URI.create(uri)).toString() : uri;
    }
}
