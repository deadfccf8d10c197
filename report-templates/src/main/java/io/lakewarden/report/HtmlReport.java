package io.lakewarden.report;

import java.io.IOException;
import java.util.Map;

/**
 * The report of one run as HTML: one file, which needs no network and, but for the columns of a wide table that it does not
 * show whole, nothing beside it. Its script, allowed by its hash, only helps to find and compare; without it the page holds
 * the same. The same document gives the same bytes. Every text of a document is escaped; see docs/report.md for how to read
 * the page.
 */
public final class HtmlReport {
    private static final ReportLayout ALONE = new ReportLayout("report", ReportForm.ONE_FILE);

    private HtmlReport() {}

    /** The page of a document in one file, with all that is known of every column. */
    public static String render(ReportDocument document) {
        return render(document, ReportTemplates.STANDARD).html();
    }

    /**
     * The page of a document in one file from these templates; the standard page, and why, where they cannot make it.
     */
    public static RenderedReport render(ReportDocument document, ReportTemplates templates) {
        return templates.render(document, ALONE);
    }

    /** Writes the report of a document from our own templates, in English. */
    public static void write(ReportDocument document, ReportLayout layout, ReportFolder folder) throws IOException {
        write(document, ReportTemplates.STANDARD, layout, folder);
    }

    /**
     * Writes the report of a document from these templates, or the standard one where they cannot make it, and says how it
     * came out. Side files go first, so that the page never leads to one that is not there; then the page; then the side
     * files of an earlier report are deleted, and those that a killed write has left, but none that another writer has just
     * made.
     */
    public static RenderedReport write(
            ReportDocument document, ReportTemplates templates, ReportLayout layout, ReportFolder folder)
            throws IOException {
        RenderedReport report = templates.render(document, layout);
        for (Map.Entry<String, String> side : report.sideFiles().entrySet()) {
            folder.write(layout.sideFolder() + "/" + side.getKey(), side.getValue());
        }
        folder.write(layout.page(), report.html());
        deleteOthers(report.sideFiles(), layout, folder);
        return report;
    }

    /** Deletes a report and its side files, where they are there. */
    public static void delete(ReportLayout layout, ReportFolder folder) throws IOException {
        folder.delete(layout.page());
        deleteOthers(Map.of(), layout, folder);
    }

    private static void deleteOthers(Map<String, String> kept, ReportLayout layout, ReportFolder folder)
            throws IOException {
        for (String name : folder.settled(layout.sideFolder())) {
            if (ReportFiles.isSideFile(name) && !kept.containsKey(name)) {
                folder.delete(layout.sideFolder() + "/" + name);
            }
        }
    }
}
