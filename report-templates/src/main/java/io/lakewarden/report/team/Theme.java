package io.lakewarden.report.team;

import io.lakewarden.report.text.NamedValues;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@code theme.properties} says.
 *
 * @param css its colours as a style sheet that comes after the page's own; null where it names none
 * @param organisation who the report is from; null where it does not say
 * @param title what the report is called above its heading; null where it does not say
 */
record Theme(String css, String organisation, String title) {
    static final String FILE = "theme.properties";
    static final Theme NONE = new Theme(null, null, null);

    /** The theme of a folder; where it has none, one that says nothing. */
    static Theme read(Path folder, Complaints complaints) {
        Path file = folder.resolve(FILE);
        return Files.exists(file)
                ? TeamFile.text(file, complaints)
                        .map(text -> of(text, file, complaints))
                        .orElse(NONE)
                : NONE;
    }

    private static Theme of(String text, Path file, Complaints complaints) {
        Map<String, NamedValues.Value> values =
                NamedValues.parse(text, (line, message) -> complaints.problem(file, line, message));
        Map<String, Colour> light = new LinkedHashMap<>();
        Map<String, Colour> dark = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith("light.")) {
                colour(name, value, light, file, complaints);
            } else if (name.startsWith("dark.")) {
                colour(name, value, dark, file, complaints);
            } else if (!name.equals("organisation") && !name.equals("title")) {
                complaints.problem(
                        file,
                        value.line(),
                        "'" + name + "' is nothing that a theme says; expected organisation, title, light.NAME or"
                                + " dark.NAME");
            }
        });
        warn("light.", light, Palette.LIGHT.with(light), values, file, complaints);
        warn("dark.", dark, Palette.DARK.with(dark), values, file, complaints);
        return new Theme(
                light.isEmpty() && dark.isEmpty() ? null : css(Palette.LIGHT.with(light), Palette.DARK.with(dark)),
                text(values.get("organisation")),
                text(values.get("title")));
    }

    private static void colour(
            String name, NamedValues.Value value, Map<String, Colour> colours, Path file, Complaints complaints) {
        String plain = name.substring(name.indexOf('.') + 1);
        if (!Palette.LIGHT.colours().containsKey(plain)) {
            complaints.problem(
                    file,
                    value.line(),
                    "the page has no colour '" + plain + "'; expected one of "
                            + String.join(", ", Palette.LIGHT.colours().keySet()));
            return;
        }
        Colour.parse(value.text())
                .ifPresentOrElse(
                        colour -> colours.put(plain, colour),
                        () -> complaints.problem(
                                file,
                                value.line(),
                                name + " is '" + value.text() + "'; expected a colour such as #1c2530 or #fff"));
    }

    /** Only of what the theme itself brings about. */
    private static void warn(
            String scheme,
            Map<String, Colour> own,
            Palette palette,
            Map<String, NamedValues.Value> values,
            Path file,
            Complaints complaints) {
        for (Palette.Pair pair : palette.faint()) {
            own.keySet().stream().filter(pair::has).findFirst().ifPresent(name -> {
                complaints.warning(
                        file,
                        values.get(scheme + name).line(),
                        String.format(
                                Locale.ROOT,
                                "%s%s (%s) on %s%s (%s) has a contrast of %.1f; people with weak sight need %.1f (WCAG"
                                        + " AA)",
                                scheme,
                                pair.front(),
                                palette.colours().get(pair.front()),
                                scheme,
                                pair.back(),
                                palette.colours().get(pair.back()),
                                // Rounded down, so that what is not enough never reads as if it were.
                                Math.floor(10 * palette.contrast(pair)) / 10,
                                pair.least()));
            });
        }
    }

    /** Paper stays white, as in the page's own style. */
    private static String css(Palette light, Palette dark) {
        return light.colours().entrySet().stream()
                .map(entry -> "--" + entry.getKey() + ": light-dark(" + entry.getValue() + ", "
                        + dark.colours().get(entry.getKey()) + ");")
                .collect(Collectors.joining(
                        " ",
                        ":root { ",
                        " }\n@media print { :root, :root[data-theme] { --ground: #fff; --paper: #fff; } }"));
    }

    private static String text(NamedValues.Value value) {
        return value == null || value.text().isEmpty() ? null : value.text();
    }
}
