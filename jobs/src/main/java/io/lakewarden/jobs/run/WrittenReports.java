package io.lakewarden.jobs.run;

import io.lakewarden.jobs.store.StoreFiles;
import io.lakewarden.report.HtmlReport;
import io.lakewarden.report.RenderedReport;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportFolder;
import io.lakewarden.report.ReportLayout;
import io.lakewarden.report.ReportTemplates;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the reports of a command as HTML in the look of its monitor, into the store and into the folder that was asked
 * for, if one was, and keeps what there is to say about the look.
 */
final class WrittenReports {
    /** The page in the store, as {@link StoreFiles#reportHtml} names it. */
    private static final String PAGE = "report";

    private final RunRequest request;
    private final StoreFiles files;
    private final ReportTemplates templates;
    private final Set<String> complaints = new LinkedHashSet<>();
    private boolean asAsked = true;

    WrittenReports(RunRequest request, StoreFiles files) {
        this.request = request;
        this.files = files;
        this.templates = ReportTemplates.of(request.config().report().style());
    }

    /** Writes the report of a window into the store. */
    void store(Window window, ReportDocument document) throws IOException {
        String monitor = request.config().monitor();
        write(document, new ReportLayout(PAGE, request.form()), new StoreReportFolder(files, monitor, window));
    }

    /** Writes a copy where one was asked for, and says where a person finds the report: there, otherwise in the store. */
    String shown(Window window, ReportDocument document) throws IOException {
        String monitor = request.config().monitor();
        if (request.output().isEmpty()) {
            return readable(files.reportHtml(monitor, window));
        }
        Path folder = request.output().get();
        ReportLayout copy = new ReportLayout(
                monitor + "_" + window.fileName()
                        + request.options()
                                .sample()
                                .map(it -> "_sample-" + it.share())
                                .orElse(""),
                request.form());
        write(document, copy, new LocalReportFolder(folder));
        return folder.resolve(copy.page()).toString();
    }

    private void write(ReportDocument document, ReportLayout layout, ReportFolder folder) throws IOException {
        RenderedReport report = HtmlReport.write(document, templates, layout, folder);
        complaints.addAll(report.problems());
        complaints.addAll(report.warnings());
        asAsked &= report.problems().isEmpty();
    }

    /** What is wrong with templates, each thing once however many pages it is on. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Whether every page is the one that was asked for, and none the standard one in its place. */
    boolean areAsAsked() {
        return asAsked;
    }

    /** A local file as a plain path. */
    private static String readable(URI file) {
        return "file".equals(file.getScheme()) ? Path.of(file).toString() : file.toString();
    }
}
