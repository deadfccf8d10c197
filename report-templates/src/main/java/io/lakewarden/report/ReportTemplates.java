package io.lakewarden.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakewarden.report.team.Look;
import io.lakewarden.report.team.TeamFolder;
import io.lakewarden.report.text.Language;
import io.lakewarden.report.view.PagePresenter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thymeleaf.TemplateEngine;

/**
 * The templates that reports are made from: ours, or a team's with ours where it has none, in one language. Its files are
 * read once. A team's templates are code of the team, and trusted; what they get wrong costs no report, for then the
 * standard page is written.
 */
public final class ReportTemplates {
    private static final PageScript SCRIPT = new PageScript("report.js");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The ids by which the script of the page finds what it works on, by the template that has them. */
    private static final Map<String, List<String>> IDS = Map.of(
            "summary", List.of("theme"),
            "details", List.of("export-csv", "export-json"),
            "column",
                    List.of(
                            "find",
                            "filter-status",
                            "filter-role",
                            "filter-kind",
                            "sort",
                            "hits",
                            "no-hits",
                            "clear",
                            "unfold-all",
                            "fold-all"));

    private final TeamFolder team;
    private final TemplateEngine engine;

    private ReportTemplates(TeamFolder team) {
        this.team = team;
        this.engine = team.path().isPresent()
                ? TeamEngine.of(team)
                : Pages.engine(team.language().code());
    }

    /** The templates of a style, as they are now. */
    public static ReportTemplates of(ReportStyle style) {
        return new ReportTemplates(
                TeamFolder.read(style.templates(), style.language().orElse(Language.ENGLISH.code())));
    }

    /** The page of a document from our own templates. */
    static String standard(ReportDocument document, Language language) {
        return page(document, language, Look.STANDARD, Pages.engine(language.code()));
    }

    RenderedReport render(ReportDocument document) {
        List<String> problems = new ArrayList<>(team.problems());
        if (problems.isEmpty()) {
            try {
                String html = page(document, team.language(), team.look(), engine);
                problems.addAll(missing(html, document));
                if (problems.isEmpty()) {
                    return new RenderedReport(html, List.of(), team.warnings());
                }
            } catch (RuntimeException e) {
                if (team.path().isEmpty()) {
                    throw e;
                }
                problems.add(TemplateError.sentence(e, team));
            }
        }
        String code = team.language().code();
        Language language = Language.packaged().contains(code) ? Language.packaged(code) : Language.ENGLISH;
        return new RenderedReport(
                standard(document, language),
                problems.stream()
                        .map(problem -> problem + ". The standard report was written instead")
                        .toList(),
                team.warnings());
    }

    private static String page(ReportDocument document, Language language, Look look, TemplateEngine engine) {
        return Pages.render(
                engine,
                "report",
                Map.of(
                        "page",
                        PagePresenter.of(document, language),
                        "report",
                        document,
                        "look",
                        look,
                        "language",
                        language,
                        "words",
                        json(language.ofScript())),
                look.logo() == null ? "" : "img-src data:; ",
                SCRIPT);
    }

    private static String json(Map<String, String> texts) {
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is always JSON", e);
        }
    }

    /** What a template of the team left out and the script would miss. */
    private List<String> missing(String html, ReportDocument document) {
        List<String> missing = new ArrayList<>();
        IDS.forEach((template, ids) -> Optional.ofNullable(team.templates().get(template))
                .filter(own -> !template.equals("column") || !document.columns().isEmpty())
                .ifPresent(own -> ids.stream()
                        .filter(id -> !html.contains(" id=\"" + id + "\""))
                        .map(id -> own.file() + ": leaves out the element with the id '" + id
                                + "', which the script of the page needs")
                        .forEach(missing::add)));
        return missing;
    }
}
