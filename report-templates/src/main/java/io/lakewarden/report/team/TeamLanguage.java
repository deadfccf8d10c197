package io.lakewarden.report.team;

import io.lakewarden.report.text.Language;
import io.lakewarden.report.text.NamedValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the language that is asked for: one of ours, with a team's own texts where it has some, or one of the team's. */
final class TeamLanguage {
    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}(?:-[A-Z]{2})?");
    private static final Pattern FILE = Pattern.compile("messages_([a-zA-Z-]+)\\.properties");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]}");

    /** What the keys of texts begin with that only a team's own templates use. */
    private static final String OWN = "own.";

    private TeamLanguage() {}

    /** The language of a code; English, and a problem, where there is none. */
    static Language read(Optional<Path> folder, String code, Complaints complaints) {
        Optional<Path> file = folder.map(path -> path.resolve("messages_" + code + ".properties"))
                .filter(Files::isRegularFile);
        boolean ours = Language.packaged().contains(code);
        if (!CODE.matcher(code).matches() || (!ours && file.isEmpty())) {
            TreeSet<String> codes = new TreeSet<>(Language.packaged());
            folder.ifPresent(path -> codes.addAll(codes(path)));
            complaints.problem(
                    "there is no language '" + code + "' for reports; expected one of "
                            + String.join(", ", codes)
                            + ", or a file messages_CODE.properties in the folder of templates, such as messages_fr.properties");
            return Language.ENGLISH;
        }
        Language standard = ours ? Language.packaged(code) : Language.ENGLISH;
        return file.flatMap(path ->
                        TeamFile.text(path, complaints).map(text -> of(code, ours, standard, text, path, complaints)))
                .orElse(standard);
    }

    /** Whether a file holds texts. */
    static boolean isFile(String name) {
        return FILE.matcher(name).matches();
    }

    private static Language of(
            String code, boolean ours, Language standard, String text, Path file, Complaints complaints) {
        Map<String, String> texts = new LinkedHashMap<>(standard.texts());
        Map<String, NamedValues.Value> own =
                NamedValues.parse(text, (line, message) -> complaints.problem(file, line, message));
        own.forEach((key, value) -> {
            String original = standard.texts().get(key);
            if (original == null && !key.startsWith(OWN)) {
                complaints.problem(
                        file,
                        value.line(),
                        "the page has no text '" + key
                                + "'; docs/templates.md says where all are. Begin a key of your own with '" + OWN
                                + "'");
                return;
            }
            Set<String> foreign = placeholders(value.text());
            foreign.removeAll(placeholders(original == null ? value.text() : original));
            if (!foreign.isEmpty()) {
                complaints.problem(
                        file,
                        value.line(),
                        key + " holds " + String.join(", ", foreign) + ", which nothing fills in; ours is '" + original
                                + "'");
                return;
            }
            texts.put(key, value.text());
        });
        long lacking =
                standard.keys().stream().filter(key -> !own.containsKey(key)).count();
        if (!ours && lacking > 0) {
            String first = standard.keys().stream()
                    .filter(key -> !own.containsKey(key))
                    .findFirst()
                    .orElseThrow();
            complaints.warning(
                    file, 1, "lacks " + lacking + " texts, such as '" + first + "', which are in English on the page");
        }
        return new Language(code, texts);
    }

    private static Set<String> placeholders(String text) {
        Set<String> placeholders = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            placeholders.add(matcher.group());
        }
        return placeholders;
    }

    private static Set<String> codes(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> FILE.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(matcher -> matcher.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            return new TreeSet<>();
        }
    }
}
