package io.lakewarden.report;

import io.lakewarden.report.view.PagePresenter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.standard.StandardDialect;

/**
 * The report of one run as one HTML file, which needs nothing beside it: no network and no other file. Its script, allowed
 * by its hash, only helps to find and compare; without it the page holds the same. The same document gives the same text.
 * Every text of a document is escaped; see docs/report.md for how to read the page.
 */
public final class HtmlReport {
    private static final TemplateEngine ENGINE = engine();
    private static final PageScript SCRIPT = new PageScript("report.js");

    /** What the page may load and run: its own style and its own script, and nothing from anywhere. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src "
            + SCRIPT.source() + "; base-uri 'none'; form-action 'none'";

    /** End tags that HTML lets go: a tenth of a wide table's report. Escaped, no text of a document holds one. */
    private static final Pattern OPTIONAL_END = Pattern.compile("</(?:td|th|tr|thead|tbody|li)>");

    private HtmlReport() {}

    /** The page of a document. */
    public static String render(ReportDocument document) {
        Context context = new Context(Locale.ROOT);
        context.setVariable("page", PagePresenter.of(document));
        context.setVariable("policy", POLICY);
        return SCRIPT.in(OPTIONAL_END.matcher(ENGINE.process("report", context)).replaceAll(""));
    }

    private static TemplateEngine engine() {
        StandardDialect dialect = new StandardDialect();
        // The default one loads every Jackson module on the class path, Spark's among them, for scripts we do not have.
        dialect.setJavaScriptSerializer((object, writer) -> {
            throw new UnsupportedOperationException("no script is made from data");
        });
        TemplateEngine engine = new TemplateEngine();
        engine.setDialect(dialect);
        engine.setTemplateResolver(new PackagedTemplates());
        return engine;
    }
}
