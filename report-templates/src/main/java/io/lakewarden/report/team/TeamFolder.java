package io.lakewarden.report.team;

import io.lakewarden.report.text.Language;
import io.lakewarden.report.text.PackagedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a team asks for: a language, and a folder of its own with a theme, a logo, texts, templates that stand in for ours,
 * and sections. All of it is optional; see docs/templates.md for what is expected of each.
 *
 * @param path the folder, where there is one
 * @param language the language; where there is none such, English
 * @param look what it puts on the page besides templates
 * @param templates its templates by name: {@code summary}, {@code sections/on-call}
 * @param problems what is wrong, one line for each; where there are any, nothing of the folder is used
 * @param warnings what may be wrong, and is used all the same
 */
public record TeamFolder(
        Optional<Path> path,
        Language language,
        Look look,
        Map<String, TeamTemplate> templates,
        List<String> problems,
        List<String> warnings) {
    /** The templates that a team's own of the same name replace. */
    public static final List<String> REPLACEABLE = List.of(
            "summary",
            "over-time",
            "findings",
            "multivariate",
            "history",
            "skew",
            "outliers",
            "slices",
            "column",
            "charts",
            "details",
            "style");

    private static final String SECTIONS = "sections";
    private static final String HTML = ".html";

    public TeamFolder {
        templates = Map.copyOf(templates);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** The folder as it is now, and the language of a code. */
    public static TeamFolder read(Optional<Path> folder, String code) {
        Complaints complaints = new Complaints();
        Language language = TeamLanguage.read(folder, code, complaints);
        folder.filter(path -> !Files.isDirectory(path))
                .ifPresent(path -> complaints.problem(path, "is no folder; name one that holds report templates"));
        return folder.filter(Files::isDirectory)
                .map(path -> read(path, language, complaints))
                .orElseGet(() -> new TeamFolder(
                        folder, language, Look.STANDARD, Map.of(), complaints.problems(), complaints.warnings()));
    }

    private static TeamFolder read(Path path, Language language, Complaints complaints) {
        Theme theme = Theme.read(path, complaints);
        String logo = Logo.read(path, complaints);
        TreeMap<String, TeamTemplate> templates = new TreeMap<>();
        for (Path file : files(path, complaints)) {
            readTemplate(file, templates, complaints);
        }
        List<OwnSection> sections = new ArrayList<>();
        if (Files.isDirectory(path.resolve(SECTIONS))) {
            for (Path file : files(path.resolve(SECTIONS), complaints)) {
                readSection(file, templates, sections, language, complaints);
            }
        }
        return new TeamFolder(
                Optional.of(path),
                language,
                new Look(theme.css(), logo, theme.organisation(), theme.title(), sections),
                templates,
                complaints.problems(),
                complaints.warnings());
    }

    private static void readTemplate(Path file, Map<String, TeamTemplate> templates, Complaints complaints) {
        String name = name(file);
        if (!name.endsWith(HTML)) {
            if (isMistaken(name)) {
                complaints.problem(
                        file,
                        "is nothing that a folder of templates holds; expected " + Theme.FILE + ", " + Logo.SVG + ", "
                                + Logo.PNG + " or messages_CODE.properties");
            }
            return;
        }
        String template = name.substring(0, name.length() - HTML.length());
        if (!REPLACEABLE.contains(template)) {
            complaints.problem(
                    file,
                    "replaces nothing; expected one of " + String.join(", ", REPLACEABLE)
                            + ". A section of your own belongs into " + SECTIONS + "/");
            return;
        }
        text(file, complaints).ifPresent(text -> {
            Set<String> lacking = new TreeSet<>(TeamTemplate.fragments(PackagedFile.text(name)));
            lacking.removeAll(TeamTemplate.fragments(text.text()));
            if (!lacking.isEmpty()) {
                complaints.problem(
                        file,
                        "lacks " + String.join(", ", lacking)
                                + ": declare each by th:fragment, or take ours by th:replace=\"~{standard/" + template
                                + " :: NAME}\"");
                return;
            }
            templates.put(template, text);
        });
    }

    private static void readSection(
            Path file,
            Map<String, TeamTemplate> templates,
            List<OwnSection> sections,
            Language language,
            Complaints complaints) {
        String name = name(file);
        if (!name.endsWith(HTML)) {
            return;
        }
        text(file, complaints)
                .flatMap(template -> SectionFile.read(
                        file, name.substring(0, name.length() - HTML.length()), template.text(), language, complaints))
                .ifPresent(section -> {
                    sections.add(section.section());
                    templates.put(section.section().template(), section.template());
                });
    }

    private static Optional<TeamTemplate> text(Path file, Complaints complaints) {
        return TeamFile.text(file, complaints)
                .map(text -> new TeamTemplate(file, text))
                .filter(template -> template.isAllowed(complaints));
    }

    /** Whether a name looks like one of ours and is none, so that the file would be left unread without a word. */
    private static boolean isMistaken(String name) {
        return !List.of(Theme.FILE, Logo.SVG, Logo.PNG).contains(name)
                && !TeamLanguage.isFile(name)
                && (name.endsWith(".properties") || name.startsWith("logo."));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** The files of a folder by name, hidden ones aside. */
    private static List<Path> files(Path folder, Complaints complaints) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !name(file).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            complaints.problem(
                    folder, "cannot be read (" + e.getClass().getSimpleName() + "); make it a readable folder");
            return List.of();
        }
    }
}
