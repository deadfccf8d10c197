package io.lakewarden.report.team;

import io.lakewarden.report.text.Language;
import io.lakewarden.report.text.Text;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unbescape.html.HtmlEscape;

/**
 * A section of a team's own as its one file: a {@code section} element, whose title is its {@code data-title} or its
 * first {@code h2}, and whose place is its {@code data-after}.
 *
 * @param section the section
 * @param template the file, with what makes it a part of the page: an id, a name and a heading
 */
record SectionFile(OwnSection section, TeamTemplate template) {
    private static final String ATTRIBUTES = "((?:[^>\"']|\"[^\"]*\"|'[^']*')*+)>";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern ROOT =
            Pattern.compile("\\A(?:\\s|<!--.*?-->)*+<section\\b" + ATTRIBUTES, Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("<h2\\b" + ATTRIBUTES + "(.*?)</h2>", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z0-9._-]+)}");
    private static final Pattern OWN_ID = Pattern.compile("(?:^|\\s)(?:th:)?id\\s*=");

    /** The section of a file; nothing, and a problem, where it is none. */
    static Optional<SectionFile> read(Path file, String name, String text, Language language, Complaints complaints) {
        Matcher root = ROOT.matcher(text);
        if (!NAME.matcher(name).matches()) {
            complaints.problem(file, "is no name of a section; expected lower-case letters, digits and single '-'");
            return Optional.empty();
        }
        if (!root.find()) {
            complaints.problem(file, 1, "expected a section: <section data-title=\"...\">...</section>");
            return Optional.empty();
        }
        String attributes = root.group(1);
        if (OWN_ID.matcher(attributes).find()) {
            complaints.problem(file, 1, "leave the id of the section out; the page gives it " + OwnSection.id(name));
            return Optional.empty();
        }
        String after = attribute(attributes, "data-after").orElse("details");
        if (!Look.PARTS.contains(after)) {
            complaints.problem(
                    file,
                    1,
                    "data-after is '" + after + "'; expected a part of the page: " + String.join(", ", Look.PARTS));
            return Optional.empty();
        }
        Matcher heading = HEADING.matcher(text);
        boolean headed = heading.find();
        Optional<String> title =
                attribute(attributes, "data-title").or(() -> headed ? words(heading) : Optional.empty());
        if (title.isEmpty()) {
            complaints.problem(
                    file,
                    1,
                    "has no title; give the section a data-title, or an <h2> with words that stand in the file");
            return Optional.empty();
        }
        Matcher key = KEY.matcher(title.get());
        boolean named = key.matches();
        if (named && !language.keys().contains(key.group(1))) {
            complaints.problem(
                    file,
                    1,
                    "data-title is the text " + key.group(1) + ", which messages_" + language.code()
                            + ".properties lacks; add it there");
            return Optional.empty();
        }
        String words = named ? language.text(key.group(1)) : title.get();
        String escaped = HtmlEscape.escapeHtml4Xml(words);
        String whole = text.substring(0, root.end() - 1) + " id=\"" + OwnSection.id(name) + "\" aria-label=\"" + escaped
                + "\">" + (headed ? "" : "<h2>" + escaped + "</h2>") + text.substring(root.end());
        return Optional.of(new SectionFile(new OwnSection(name, Text.of(words), after), new TeamTemplate(file, whole)));
    }

    private static Optional<String> attribute(String attributes, String name) {
        Matcher matcher = Pattern.compile("(?:^|\\s)" + name + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')")
                .matcher(attributes);
        return matcher.find()
                ? plain(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
                : Optional.empty();
    }

    /** The words of a heading; nothing where they come only when the page is made. */
    private static Optional<String> words(Matcher heading) {
        boolean made = heading.group(1).contains("th:") || heading.group(2).contains("[[");
        return made ? Optional.empty() : plain(heading.group(2).replaceAll("<[^>]*>", ""));
    }

    private static Optional<String> plain(String markup) {
        return Optional.of(HtmlEscape.unescapeHtml(markup).strip().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty());
    }
}
