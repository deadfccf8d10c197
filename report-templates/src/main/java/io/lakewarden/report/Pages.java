package io.lakewarden.report;

import io.lakewarden.report.text.Language;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.standard.StandardDialect;

/** Fills the templates of this package. The same view gives the same text, and every text of a view is escaped. */
final class Pages {
    /** Of our own templates alone, by the code of the language. */
    private static final Map<String, TemplateEngine> ENGINES = Language.packaged().stream()
            .collect(Collectors.toMap(code -> code, code -> standard(Language.packaged(code))));

    /** End tags that HTML lets go: a tenth of a wide table's report. Escaped, no text of a view holds one. */
    private static final Pattern OPTIONAL_END = Pattern.compile("</(?:td|th|tr|thead|tbody|li)>");

    private Pages() {}

    /** A template, filled with the view that it calls {@code page}. */
    static String render(String template, Object view) {
        return render(
                engine(Language.ENGLISH.code()), template, Map.of("page", view, "language", Language.ENGLISH), "");
    }

    /** The same with a script, which the template leaves room for. */
    static String render(String template, Object view, PageScript script) {
        return render(
                engine(Language.ENGLISH.code()),
                template,
                Map.of("page", view, "language", Language.ENGLISH),
                "",
                script);
    }

    /**
     * The same with any variables and by any engine.
     *
     * @param sources what the page may show besides its own style and script, as a policy names it
     */
    static String render(
            TemplateEngine engine, String template, Map<String, Object> variables, String sources, PageScript script) {
        return script.in(render(engine, template, variables, sources + "script-src " + script.source() + "; "));
    }

    /** A page may load and run its own style and what is named here, and nothing from anywhere. */
    private static String render(
            TemplateEngine engine, String template, Map<String, Object> variables, String sources) {
        Context context = new Context(Locale.ROOT, variables);
        context.setVariable(
                "policy",
                "default-src 'none'; style-src 'unsafe-inline'; " + sources + "base-uri 'none'; form-action 'none'");
        return OPTIONAL_END.matcher(engine.process(template, context)).replaceAll("");
    }

    /** The engine of our own templates alone in one of our languages. */
    static TemplateEngine engine(String code) {
        return ENGINES.get(code);
    }

    private static TemplateEngine standard(Language language) {
        TemplateEngine engine = engine(language);
        engine.setTemplateResolver(new PackagedTemplates());
        return engine;
    }

    /** An engine without templates. */
    static TemplateEngine engine(Language language) {
        StandardDialect dialect = new StandardDialect();
        // The default one loads every Jackson module on the class path, Spark's among them, for scripts we do not have.
        dialect.setJavaScriptSerializer((object, writer) -> {
            throw new UnsupportedOperationException("no script is made from data");
        });
        TemplateEngine engine = new TemplateEngine();
        engine.setDialect(dialect);
        engine.setMessageResolver(new LanguageTexts(language));
        return engine;
    }
}
