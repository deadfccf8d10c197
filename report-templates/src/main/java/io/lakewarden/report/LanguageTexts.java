package io.lakewarden.report;

import io.lakewarden.report.text.Language;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** The texts that templates name by <code>#{key}</code>, in one language; a key without a text is an error. */
final class LanguageTexts extends AbstractMessageResolver {
    private final Language language;

    LanguageTexts(Language language) {
        this.language = language;
    }

    @Override
    public String resolveMessage(ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
        if (!language.keys().contains(key)) {
            throw absent(key);
        }
        return language.text(key, parameters == null ? new Object[0] : parameters);
    }

    @Override
    public String createAbsentMessageRepresentation(
            ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
        throw absent(key);
    }

    private TemplateProcessingException absent(String key) {
        return new TemplateProcessingException(
                "there is no text '" + key + "'; add it to messages_" + language.code() + ".properties");
    }
}
