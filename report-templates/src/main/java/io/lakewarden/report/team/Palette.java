package io.lakewarden.report.team;

import io.lakewarden.report.text.PackagedFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The colours of the page by the names that its style gives them, in one of its two schemes. */
record Palette(Map<String, Colour> colours) {
    /** Light. */
    static final Palette LIGHT = standard(2);

    /** Dark. */
    static final Palette DARK = standard(3);

    /** What is seen on what, and the contrast that it needs. */
    private static final List<Pair> PAIRS = pairs();

    /** The least contrast of text by WCAG AA. */
    private static final double TEXT = 4.5;

    /** The least contrast of what a picture is understood by. */
    private static final double PICTURE = 3;

    Palette {
        colours = new LinkedHashMap<>(colours);
    }

    /**
     * Two colours that meet.
     *
     * @param front the name of the colour of text or line
     * @param back the name of the colour behind it
     * @param least the contrast that WCAG AA asks for
     */
    record Pair(String front, String back, double least) {
        boolean has(String name) {
            return front.equals(name) || back.equals(name);
        }
    }

    /** The same with other colours. */
    Palette with(Map<String, Colour> others) {
        Map<String, Colour> all = new LinkedHashMap<>(colours);
        all.putAll(others);
        return new Palette(all);
    }

    /** The pairs that cannot be told apart well enough. */
    List<Pair> faint() {
        return PAIRS.stream().filter(pair -> contrast(pair) < pair.least()).toList();
    }

    double contrast(Pair pair) {
        return colours.get(pair.front()).contrast(colours.get(pair.back()));
    }

    /** The colours as the page's own style declares them: {@code --ink: light-dark(#1c2530, #e5e9ef)}. */
    private static Palette standard(int group) {
        Map<String, Colour> colours = new LinkedHashMap<>();
        Matcher matcher = Pattern.compile("--([a-z-]+): light-dark\\((#[0-9a-f]+), (#[0-9a-f]+)\\)")
                .matcher(PackagedFile.text("style.html"));
        while (matcher.find()) {
            colours.put(matcher.group(1), Colour.parse(matcher.group(group)).orElseThrow());
        }
        return new Palette(colours);
    }

    private static List<Pair> pairs() {
        List<String> statuses = List.of("pass", "warn", "fail", "error", "skipped");
        List<Pair> pairs = new ArrayList<>();
        Stream.of("ground", "paper", "faint").forEach(back -> {
            pairs.add(new Pair("ink", back, TEXT));
            pairs.add(new Pair("soft", back, TEXT));
        });
        statuses.forEach(status -> {
            pairs.add(new Pair("ink", status + "-ground", TEXT));
            pairs.add(new Pair(status, status + "-ground", TEXT));
            pairs.add(new Pair(status, "paper", TEXT));
        });
        Stream.of("ground", "paper").forEach(back -> pairs.add(new Pair("link", back, TEXT)));
        Stream.of("reference", "current").forEach(front -> pairs.add(new Pair(front, "paper", PICTURE)));
        return List.copyOf(pairs);
    }
}
