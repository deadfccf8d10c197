package io.lakewarden.report;

import io.lakewarden.report.team.TeamFolder;
import io.lakewarden.report.team.TeamTemplate;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attoparser.ParseException;
import org.thymeleaf.exceptions.TemplateProcessingException;

/** Says in one sentence what went wrong in a team's template, and where. */
final class TemplateError {
    private static final int LONGEST = 300;
    private static final Pattern PLACE = Pattern.compile(" \\(template: \"[^\"]*\".*$", Pattern.DOTALL);
    private static final Pattern EXPRESSION =
            Pattern.compile("Exception evaluating OGNL expression: \"(.*)\"", Pattern.DOTALL);

    private TemplateError() {}

    /** {@code FILE:LINE: what}; the folder where the error knows no file. */
    static String sentence(Throwable error, TeamFolder team) {
        String template = null;
        Integer line = null;
        String what = error.getClass().getSimpleName();
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof TemplateProcessingException known) {
                template = known.hasTemplateName() ? known.getTemplateName() : template;
                line = known.hasLineAndCol() ? known.getLine() : line;
                what = words(known);
            } else if (cause instanceof ParseException parsing && parsing.getLine() != null) {
                line = parsing.getLine();
                what = parsing.getCause() == null ? words(parsing) : what;
            }
        }
        TeamTemplate own = template == null ? null : own(template, team);
        if (own == null) {
            return team.path().map(Path::toString).orElse("report templates") + ": "
                    + (template == null ? what : what + ", in our " + template + ".html; look at what it is given");
        }
        return own.file() + (line == null ? "" : ":" + line) + ": " + what;
    }

    /** The template of a name. One that cannot even be parsed is named by its text. */
    private static TeamTemplate own(String name, TeamFolder team) {
        return team.templates()
                .getOrDefault(
                        name,
                        team.templates().values().stream()
                                .filter(template -> template.text().equals(name))
                                .findFirst()
                                .orElse(null));
    }

    private static String words(Exception error) {
        String message = error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
        String plain = PLACE.matcher(message)
                .replaceFirst("")
                .replaceFirst("^\\(Line = [0-9]+, Column = [0-9]+\\) ", "")
                .replaceAll("\\p{Cntrl}+", " ");
        Matcher expression = EXPRESSION.matcher(plain);
        String words = expression.matches()
                ? "${" + expression.group(1) + "} cannot be evaluated; docs/templates.md has the variables"
                : plain;
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }
}
