package io.lakewarden.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakewarden.report.team.Look;
import io.lakewarden.report.text.Language;
import io.lakewarden.report.view.PagePresenter;
import io.lakewarden.report.view.SideColumns;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.thymeleaf.TemplateEngine;

/**
 * The page of a document and its side files, as one engine makes them. Each side file is named by what it holds, so that a
 * page never meets a side file of another run: those of the page that is there stay until the new page has taken its place.
 *
 * @param html the page
 * @param sideFiles the side files by name
 */
record ReportFiles(String html, Map<String, String> sideFiles) {
    private static final PageScript ALONE = new PageScript("report.js");
    private static final PageScript WITH_SIDE_FILES = new PageScript("report.js", "side-files.js");

    /** A page that has side files shows them in frames, and frames nothing else. */
    private static final String SIDE_FRAMES = "frame-src 'self'; ";

    private static final Pattern SIDE_FILE = Pattern.compile("columns-[0-9]{4,}-[0-9a-f]{12}\\.html");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether a file of the folder of side files is one. */
    static boolean isSideFile(String name) {
        return SIDE_FILE.matcher(name).matches();
    }

    static ReportFiles of(
            ReportDocument document, ReportLayout layout, Language language, Look look, TemplateEngine engine) {
        Map<String, String> sides = new LinkedHashMap<>();
        Map<Integer, String> elsewhere = new HashMap<>();
        List<SideColumns> parts = layout.form() == ReportForm.ONE_FILE ? List.of() : SideColumns.of(document.columns());
        String pictures = look.logo() == null ? "" : "img-src data:; ";
        for (SideColumns part : parts) {
            Object view = PagePresenter.side(document, part, "../" + layout.page(), language);
            String side =
                    Pages.render(engine, "side", variables(view, document, language, look), pictures, WITH_SIDE_FILES);
            String name = String.format(Locale.ROOT, "columns-%04d-%s.html", part.number(), digest(side));
            sides.put(name, side);
            part.places()
                    .forEach(place ->
                            elsewhere.put(place, layout.sideFolder() + "/" + name + "#" + SideColumns.target(place)));
        }
        Object view = PagePresenter.of(document, elsewhere, layout.timeline(), language);
        return new ReportFiles(
                Pages.render(
                        engine,
                        "report",
                        variables(view, document, language, look),
                        elsewhere.isEmpty() ? pictures : pictures + SIDE_FRAMES,
                        elsewhere.isEmpty() ? ALONE : WITH_SIDE_FILES),
                sides);
    }

    private static Map<String, Object> variables(Object view, ReportDocument document, Language language, Look look) {
        return Map.of(
                "page",
                view,
                "report",
                document,
                "look",
                look,
                "language",
                language,
                "words",
                json(language.ofScript()));
    }

    private static String json(Map<String, String> texts) {
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is always JSON", e);
        }
    }

    private static String digest(String page) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(page.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java knows SHA-256", e);
        }
    }
}
