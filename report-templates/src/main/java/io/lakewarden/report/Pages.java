package io.lakewarden.report;

import java.util.Locale;
import java.util.regex.Pattern;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.standard.StandardDialect;

/** Fills the templates of this package. The same view gives the same text, and every text of a view is escaped. */
final class Pages {
    private static final TemplateEngine ENGINE = engine();

    /** End tags that HTML lets go: a tenth of a wide table's report. Escaped, no text of a view holds one. */
    private static final Pattern OPTIONAL_END = Pattern.compile("</(?:td|th|tr|thead|tbody|li)>");

    private Pages() {}

    /** A template, filled with the view that it calls {@code page}. */
    static String render(String template, Object view) {
        return render(template, view, "");
    }

    /** The same with a script, which the template leaves room for. */
    static String render(String template, Object view, PageScript script) {
        return script.in(render(template, view, "script-src " + script.source() + "; "));
    }

    /** A page may load and run its own style and what is named here, and nothing from anywhere. */
    private static String render(String template, Object view, String scripts) {
        Context context = new Context(Locale.ROOT);
        context.setVariable(
                "policy",
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; " + scripts
                        + "base-uri 'none'; form-action 'none'");
        context.setVariable("page", view);
        return OPTIONAL_END.matcher(ENGINE.process(template, context)).replaceAll("");
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
