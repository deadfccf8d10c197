package io.lakewarden.report;

import io.lakewarden.report.view.PagePresenter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.standard.StandardDialect;

/**
 * The report of one run as one HTML file, which needs nothing beside it: no network, no script, no other file. The same
 * document gives the same text. Every text of a document is escaped; see docs/report.md for how to read the page.
 */
public final class HtmlReport {
    private static final TemplateEngine ENGINE = engine();

    /** End tags that HTML lets go: a tenth of a wide table's report. Escaped, no text of a document holds one. */
    private static final Pattern OPTIONAL_END = Pattern.compile("</(?:td|th|tr|li)>");

    private HtmlReport() {}

    /** The page of a document. */
    public static String render(ReportDocument document) {
        Context context = new Context(Locale.ROOT);
        context.setVariable("page", PagePresenter.of(document));
        return OPTIONAL_END.matcher(ENGINE.process("report", context)).replaceAll("");
    }

    private static TemplateEngine engine() {
        StandardDialect dialect = new StandardDialect();
        // The default one loads every Jackson module on the class path, Spark's among them, for scripts we do not have.
        dialect.setJavaScriptSerializer((object, writer) -> {
            throw new UnsupportedOperationException("the report holds no script");
        });
        TemplateEngine engine = new TemplateEngine();
        engine.setDialect(dialect);
        engine.setTemplateResolver(new PackagedTemplates());
        return engine;
    }
}
