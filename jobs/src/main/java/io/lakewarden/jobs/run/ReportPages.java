package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.ReportConfig;
import io.lakewarden.report.HtmlReport;
import io.lakewarden.report.RenderedReport;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportTemplates;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes the pages of a command in the look of its monitor, and keeps what there is to say about that. */
final class ReportPages {
    private final ReportTemplates templates;
    private final Set<String> complaints = new LinkedHashSet<>();
    private boolean asAsked = true;

    ReportPages(ReportConfig config) {
        this.templates = ReportTemplates.of(config.style());
    }

    String html(ReportDocument document) {
        RenderedReport page = HtmlReport.render(document, templates);
        complaints.addAll(page.problems());
        complaints.addAll(page.warnings());
        asAsked &= page.problems().isEmpty();
        return page.html();
    }

    /** What is wrong with templates, each thing once however many pages it is on. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Whether every page is the one that was asked for, and none the standard one in its place. */
    boolean areAsAsked() {
        return asAsked;
    }
}
