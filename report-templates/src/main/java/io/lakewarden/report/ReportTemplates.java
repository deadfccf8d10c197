package io.lakewarden.report;

import io.lakewarden.report.team.Look;
import io.lakewarden.report.team.TeamFolder;
import io.lakewarden.report.text.Language;
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
    /** Our own, in English. */
    static final ReportTemplates STANDARD = of(new ReportStyle(Optional.empty(), Optional.empty()));

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

    /**
     * The report of a document; the standard one, and why, where these templates cannot make it.
     *
     * @param layout how it lies in its folder
     */
    RenderedReport render(ReportDocument document, ReportLayout layout) {
        List<String> problems = new ArrayList<>(team.problems());
        if (problems.isEmpty()) {
            try {
                ReportFiles pages = ReportFiles.of(document, layout, team.language(), team.look(), engine);
                problems.addAll(missing(pages.html(), document));
                if (problems.isEmpty()) {
                    return new RenderedReport(pages.html(), pages.sideFiles(), List.of(), team.warnings());
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
        ReportFiles standard = ReportFiles.of(document, layout, language, Look.STANDARD, Pages.engine(language.code()));
        return new RenderedReport(
                standard.html(),
                standard.sideFiles(),
                problems.stream()
                        .map(problem -> problem + ". The standard report was written instead")
                        .toList(),
                team.warnings());
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
