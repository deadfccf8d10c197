package io.lakewarden.jobs.run;

import io.lakewarden.jobs.store.StoreFiles;
import io.lakewarden.report.ReportFolder;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** The folder of a window's report in the store; written to while others are {@linkplain StoreFiles#hold kept out}. */
final class StoreReportFolder implements ReportFolder {
    private final StoreFiles files;
    private final URI page;

    StoreReportFolder(StoreFiles files, String monitor, Window window) {
        this.files = files;
        this.page = files.reportHtml(monitor, window);
    }

    @Override
    public List<String> settled(String folder) throws IOException {
        return files.settled(page.resolve(folder), LONGEST_WRITE);
    }

    @Override
    public void write(String path, String content) throws IOException {
        files.write(page.resolve(path), content);
    }

    @Override
    public void delete(String path) throws IOException {
        files.delete(page.resolve(path));
    }
}
