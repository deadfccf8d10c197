package io.lakewarden.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong in a folder of a team's own is told, and costs no report. */
class BrokenTemplatesTest extends ReportTemplatesFixture {
    static Stream<Arguments> broken() {
        String start = "<section data-title=\"x\">\n\n";
        return Stream.of(
                Arguments.of(
                        "theme.properties", "light.ink = red", ":1: light.ink is 'red'; expected a colour such as"),
                Arguments.of(
                        "theme.properties",
                        "\nlight.inc = #fff",
                        ":2: the page has no colour 'inc'; expected one of ground,"),
                Arguments.of(
                        "theme.properties",
                        "ink = #fff",
                        ":1: 'ink' is nothing that a theme says; expected organisation,"),
                Arguments.of("theme.properties", "title: x", ":1: 'title: x' is no 'name = value'"),
                Arguments.of("theme.properties", "title = x\ntitle = y", ":2: 'title' stands on line 1 already"),
                Arguments.of("logo.svg", "<svg>\n</svgg>", ":2: is no SVG: it is not well-formed XML"),
                Arguments.of("logo.svg", "<html></html>", ": is no SVG; its first element is html"),
                Arguments.of("logo.svg", "<!--" + "x".repeat(200_000) + "-->" + DRAWING, ": has 2000"),
                Arguments.of("logo.png", DRAWING, ": is no PNG"),
                Arguments.of("logo.gif", "x", ": is nothing that a folder of templates holds"),
                Arguments.of("sumary.html", "x", ": replaces nothing; expected one of summary, over-time,"),
                Arguments.of(
                        "summary.html",
                        "<p th:fragment=\"verdict\"></p>",
                        ": lacks page-header, ranking: declare each"),
                Arguments.of("sections/a.html", "<div></div>", ":1: expected a section"),
                Arguments.of("sections/A b.html", start + "</section>", ": is no name of a section"),
                Arguments.of("sections/a.html", "<section>x</section>", ":1: has no title"),
                Arguments.of(
                        "sections/a.html",
                        "<section data-title=\"x\" data-after=\"top\">",
                        ":1: data-after is 'top'; expected a part of the page: verdict,"),
                Arguments.of(
                        "sections/a.html",
                        "<section id=\"x\" data-title=\"x\">",
                        ":1: leave the id of the section out"),
                Arguments.of(
                        "sections/a.html",
                        "<section data-title=\"#{own.x}\">",
                        ":1: data-title is the text own.x, which messages_en.properties lacks"),
                Arguments.of(
                        "sections/a.html",
                        start + "<p th:utext=\"${report}\"></p></section>",
                        ":3: th:utext writes data as markup"),
                Arguments.of("sections/a.html", start + "[(${report})]</section>", ":3: [(...)] writes data as markup"),
                Arguments.of(
                        "sections/a.html",
                        start + "<p th:text=\"__${report}__\"></p></section>",
                        ":3: __${...}__ takes data for code"),
                Arguments.of(
                        "sections/a.html",
                        start + "<script></script></section>",
                        ":3: a page runs no script but its own"),
                Arguments.of(
                        "sections/a.html",
                        start + "<p th:text=\"${reprt.header()}\"></p></section>",
                        ":3: there is no variable 'reprt'"),
                Arguments.of(
                        "sections/a.html",
                        start + "<p th:text=\"${reprt}\"></p></section>",
                        ":3: there is no variable 'reprt'"),
                Arguments.of(
                        "sections/a.html",
                        start + "<p th:text=\"${report.headr()}\"></p></section>",
                        ":3: ${report.headr()} cannot be evaluated"),
                Arguments.of(
                        "sections/a.html",
                        start + "<p th:text=\"#{no.such}\"></p></section>",
                        ":3: there is no text 'no.such'"),
                Arguments.of(
                        "sections/a.html", start + "<p th:replace=\"~{charts :: nothing}\"></p></section>", ":3: "),
                Arguments.of("sections/a.html", start + "<p th:replace=\"~{nothing}\"></p></section>", ":3: "),
                Arguments.of(
                        "sections/a.html",
                        start + "<p th:text=\"${report\"></p></section>",
                        ":3: Could not parse as expression"),
                Arguments.of("sections/a.html", start + "<p class=\"x></section>", ":"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("broken")
    void whatIsWrongIsToldWithItsPlaceAndTheStandardPageIsWritten(String file, String text, String told)
            throws IOException {
        write(file, text);

        RenderedReport report = render();

        assertThat(report.html()).isEqualTo(STANDARD);
        assertThat(report.problems()).hasSize(1).allSatisfy(problem -> assertThat(problem)
                .startsWith(folder.resolve(file) + told)
                .endsWith(". The standard report was written instead")
                .doesNotContain("\n")
                .hasSizeLessThan(700));
    }

    @Test
    void templatesThatIncludeEachOtherAreTold() throws IOException {
        write("sections/a.html", "<section data-title=\"x\"><p th:replace=\"~{sections/a}\"></p></section>");

        RenderedReport report = render();

        assertThat(report.html()).isEqualTo(STANDARD);
        assertThat(report.problems())
                .singleElement()
                .asString()
                .startsWith(folder.resolve("sections/a.html") + ":1: Fragment inclusion depth (100) exceeded");
    }

    @Test
    void allThatIsWrongWithFilesIsToldAtOnce() throws IOException {
        write("theme.properties", "light.ink = red\ndark.ink = blue");
        write("logo.png", "x");
        write("logo.svg", DRAWING);
        write("sections/a.html", "x");

        assertThat(render().problems()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"summary, theme", "details, export-csv", "column, sort"})
    void aTemplateKeepsWhatTheScriptNeeds(String template, String id) throws IOException {
        String ours = Files.readString(Path.of("src/main/resources/io/lakewarden/report/" + template + ".html"));
        write(
                template + ".html",
                ours.replace("id=\"" + id + "\"", "id=\"other\"").replace("~{export :: export}", "~{}"));

        RenderedReport report = render();

        assertThat(report.html()).isEqualTo(STANDARD);
        assertThat(report.problems()).anySatisfy(problem -> assertThat(problem)
                .startsWith(folder.resolve(template + ".html") + ": leaves out the element with the id '" + id + "'"));
    }

    @Test
    void whereThereIsNoFolderIsTold() {
        Path missing = folder.resolve("missing");

        RenderedReport report = HtmlReport.render(
                LendingReport.document(), ReportTemplates.of(new ReportStyle(Optional.of(missing), Optional.empty())));

        assertThat(report.html()).isEqualTo(STANDARD);
        assertThat(report.problems())
                .containsExactly(
                        missing + ": is no folder; name one that holds report templates. The standard report was"
                                + " written instead");
    }
}
