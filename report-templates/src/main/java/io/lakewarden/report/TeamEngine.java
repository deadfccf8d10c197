package io.lakewarden.report;

import io.lakewarden.report.team.TeamFolder;
import io.lakewarden.report.team.TeamTemplate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.cache.AlwaysValidCacheEntryValidity;
import org.thymeleaf.cache.ICacheEntryValidity;
import org.thymeleaf.context.EngineContext;
import org.thymeleaf.context.IContext;
import org.thymeleaf.context.IEngineContext;
import org.thymeleaf.engine.TemplateData;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/**
 * An engine that takes a team's templates before ours, and knows ours as {@code standard/NAME} besides. A variable that
 * does not exist is an error to it and not an empty text.
 */
final class TeamEngine {
    private TeamEngine() {}

    static TemplateEngine of(TeamFolder team) {
        TemplateEngine engine = Pages.engine(team.language());
        TeamResolver own = new TeamResolver(team);
        own.setOrder(1);
        PackagedTemplates ours = new PackagedTemplates();
        ours.setOrder(2);
        engine.setTemplateResolvers(Set.of(own, ours));
        engine.setEngineContextFactory(TeamEngine::context);
        return engine;
    }

    private static IEngineContext context(
            IEngineConfiguration configuration,
            TemplateData template,
            Map<String, Object> attributes,
            IContext context) {
        Map<String, Object> variables = new HashMap<>();
        context.getVariableNames().forEach(name -> variables.put(name, context.getVariable(name)));
        return new KnownVariables(configuration, template, attributes, context, variables);
    }

    private static final class KnownVariables extends EngineContext {
        KnownVariables(
                IEngineConfiguration configuration,
                TemplateData template,
                Map<String, Object> attributes,
                IContext context,
                Map<String, Object> variables) {
            super(configuration, template, attributes, context.getLocale(), variables);
        }

        @Override
        public Object getVariable(String name) {
            if (!containsVariable(name)) {
                throw new TemplateProcessingException("there is no variable '" + name
                        + "'; expected report, page, language, look or one that the template declares");
            }
            return super.getVariable(name);
        }
    }

    private static final class TeamResolver extends AbstractTemplateResolver {
        private final Map<String, TeamTemplate> templates;

        TeamResolver(TeamFolder team) {
            this.templates = team.templates();
        }

        @Override
        protected ITemplateResource computeTemplateResource(
                IEngineConfiguration configuration,
                String ownerTemplate,
                String template,
                Map<String, Object> attributes) {
            TeamTemplate own = templates.get(template);
            return own == null ? null : new StringTemplateResource(own.text());
        }

        @Override
        protected TemplateMode computeTemplateMode(
                IEngineConfiguration configuration,
                String ownerTemplate,
                String template,
                Map<String, Object> attributes) {
            return TemplateMode.HTML;
        }

        @Override
        protected ICacheEntryValidity computeValidity(
                IEngineConfiguration configuration,
                String ownerTemplate,
                String template,
                Map<String, Object> attributes) {
            return AlwaysValidCacheEntryValidity.INSTANCE;
        }
    }
}
