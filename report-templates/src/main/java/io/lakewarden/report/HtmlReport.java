package io.lakewarden.report;

import io.lakewarden.report.text.Language;

/**
 * The report of one run as one HTML file, which needs nothing beside it: no network and no other file. Its script, allowed
 * by its hash, only helps to find and compare; without it the page holds the same. The same document gives the same text.
 * Every text of a document is escaped; see docs/report.md for how to read the page.
 */
public final class HtmlReport {
    private HtmlReport() {}

    /** The page of a document. */
    public static String render(ReportDocument document) {
        return ReportTemplates.standard(document, Language.ENGLISH);
    }

    /** The page of a document from these templates; the standard page, and why, where they cannot make it. */
    public static RenderedReport render(ReportDocument document, ReportTemplates templates) {
        return templates.render(document);
    }
}
