package io.lakewarden.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
 * counts, the templates keep it within a line.
 */
final class PackagedTemplates extends AbstractTemplateResolver {
    private static final Set<String> NAMES = Set.of(
            "report",
            "head",
            "style",
            "summary",
            "over-time",
            "findings",
            "slices",
            "column",
            "charts",
            "details",
            "site-style",
            "site-index",
            "site-track",
            "site-parts",
            "site-columns",
            "site-compare");

    @Override
    protected ITemplateResource computeTemplateResource(
            IEngineConfiguration configuration, String ownerTemplate, String template, Map<String, Object> attributes) {
        return NAMES.contains(template) ? new StringTemplateResource(load(template)) : null;
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

    private static String load(String template) {
        try (InputStream file = PackagedTemplates.class.getResourceAsStream(template + ".html")) {
            if (file == null) {
                throw new IllegalStateException("the template " + template + ".html is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll(">\\n\\s*<", "><")
                    .replaceAll("\\n\\s+", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
