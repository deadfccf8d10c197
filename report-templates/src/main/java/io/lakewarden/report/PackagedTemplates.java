package io.lakewarden.report;

import io.lakewarden.report.text.PackagedFile;
import java.util.Map;
import java.util.Set;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.cache.AlwaysValidCacheEntryValidity;
import org.thymeleaf.cache.ICacheEntryValidity;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/**
 * The templates of this package, by name, and no others: a text that came from data can never be taken for a template.
 * Space between the lines is dropped as they are loaded, for it would be much of a wide table's report; where a space
 * counts, the templates keep it within a line. They are also {@code standard/NAME}, for a team's templates to build upon.
 */
final class PackagedTemplates extends AbstractTemplateResolver {
    private static final String STANDARD = "standard/";
    private static final Set<String> NAMES = Set.of(
            "report",
            "own",
            "head",
            "style",
            "summary",
            "over-time",
            "findings",
            "slices",
            "history",
            "skew",
            "multivariate",
            "outliers",
            "column",
            "charts",
            "details",
            "export",
            "side",
            "site-style",
            "site-index",
            "site-track",
            "site-parts",
            "site-columns",
            "site-compare");

    @Override
    protected ITemplateResource computeTemplateResource(
            IEngineConfiguration configuration, String ownerTemplate, String template, Map<String, Object> attributes) {
        String name = plain(template);
        return NAMES.contains(name) ? new StringTemplateResource(load(name)) : null;
    }

    @Override
    protected TemplateMode computeTemplateMode(
            IEngineConfiguration configuration, String ownerTemplate, String template, Map<String, Object> attributes) {
        return TemplateMode.HTML;
    }

    @Override
    protected ICacheEntryValidity computeValidity(
            IEngineConfiguration configuration, String ownerTemplate, String template, Map<String, Object> attributes) {
        return AlwaysValidCacheEntryValidity.INSTANCE;
    }

    /** The name of ours, which a team's template of the same name stands before. */
    private static String plain(String template) {
        return template.startsWith(STANDARD) ? template.substring(STANDARD.length()) : template;
    }

    private static String load(String template) {
        return PackagedFile.text(template + ".html")
                .replaceAll(">\\n\\s*<", "><")
                .replaceAll("\\n\\s+", "\n");
    }
}
