package io.lakewarden.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.report.text.Language;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a language: every text of ours comes from one bundle, and what the run wrote is marked as English. */
class ReportLanguageTest {
    private static final Path RESOURCES = Path.of("src/main/resources/io/lakewarden/report");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]}");
    private static final Language ENGLISH = Language.packaged("en");
    private static final Language GERMAN = Language.packaged("de");
    private static final ReportDocument DOCUMENT = SampleReports.document(
            LendingReport.document().columns(),
            LendingReport.findings(LendingReport.document().columns()),
            LendingSlices.all());

    @TempDir
    private Path folder;

    @Test
    void bothLanguagesHaveTheSameTextsWithTheSamePlaces() {
        assertThat(GERMAN.keys()).containsExactlyElementsOf(ENGLISH.keys());
        assertThat(ENGLISH.texts()).allSatisfy((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(places(GERMAN.texts().get(key))).as(key).isEqualTo(places(text));
        });
    }

    @Test
    void everyTextIsUsed() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (Path root : List.of(RESOURCES, Path.of("src/main/java"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(path -> path.toString().matches(".*\\.(html|js|java)"))
                        .toList()) {
                    sources.append(Files.readString(file));
                }
            }
        }
        String all = sources.toString();
        Set<String> unused = new TreeSet<>();
        for (String key : ENGLISH.keys()) {
            String base = key.replaceAll("\\.(one|other)$", "");
            boolean named = all.contains("#{" + base + "}") || all.contains("#{" + base + "(");
            if (!named && !all.contains("\"" + base + "\"") && !all.contains("'" + base) && !isNamedByAValue(key)) {
                unused.add(key);
            }
        }

        assertThat(unused).isEmpty();
    }

    /** Keys whose last part is the name of a value, a finding's source or a metric. */
    private static boolean isNamedByAValue(String key) {
        Set<String> names = new TreeSet<>();
        Stream.of(Status.values()).forEach(status -> names.add("status." + lower(status)));
        Stream.of("range", "absolute_change", "relative_change", "batch_normal", "online_normal", "holt_winters")
                .forEach(strategy -> names.add("history.strategy." + strategy));
        Stream.of("out-of-support", "isolated", "outside-fences").forEach(way -> names.add("outliers.way." + way));
        Stream.of(ColumnRole.values()).forEach(role -> names.add("role." + lower(role)));
        Stream.of(ColumnKind.values()).forEach(kind -> names.add("kind." + lower(kind)));
        return names.contains(key)
                || key.matches("label\\..+|short\\..+|chart\\.limit\\.(warn|fail)|findings\\.about\\..+");
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Test
    void everyValueHasItsText() {
        for (Language language : List.of(ENGLISH, GERMAN)) {
            Stream.of(Status.values())
                    .forEach(status -> assertThat(language.status(status)).isNotBlank());
            Stream.of(ColumnRole.values())
                    .forEach(role -> assertThat(language.role(role)).isNotBlank());
            Stream.of(ColumnKind.values())
                    .forEach(kind -> assertThat(language.kind(kind)).isNotBlank());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report",
                "own",
                "side",
                "summary",
                "over-time",
                "findings",
                "history",
                "skew",
                "multivariate",
                "outliers",
                "slices",
                "column",
                "charts",
                "details"
            })
    void noTemplateHasATextOfItsOwn(String template) throws IOException {
        Document page = Jsoup.parse(Files.readString(RESOURCES.resolve(template + ".html")), "", Parser.xmlParser());
        Set<String> texts = new TreeSet<>();
        for (Element element : page.getAllElements()) {
            if (Stream.of("th:text", "th:replace", "th:insert").noneMatch(element::hasAttr) && !element.is("style")) {
                element.textNodes().stream()
                        .map(TextNode::text)
                        .map(ReportLanguageTest::withoutExpressions)
                        .filter(text -> text.matches(".*\\p{L}.*"))
                        .forEach(texts::add);
            }
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey();
                boolean plain =
                        Set.of("title", "alt", "aria-label", "placeholder").contains(name);
                boolean made =
                        Set.of("th:text", "th:title", "th:alt", "th:aria-label").contains(name);
                String written = withoutExpressions(attribute.getValue());
                if ((plain || made) && written.matches(".*\\p{L}.*")) {
                    texts.add(name + "=" + attribute.getValue());
                }
            }
        }

        assertThat(texts).isEmpty();
    }

    /** Without what is filled in: <code>[[...]]</code>, <code>${...}</code> and <code>#{...}</code>, also in each other. */
    private static String withoutExpressions(String text) {
        String without = text;
        for (String before = ""; !before.equals(without); ) {
            before = without;
            without = without.replaceAll("[$#~]\\{[^{}]*}", "");
        }
        return without;
    }

    @Test
    void aGermanPageIsGermanAndMarksWhatIsNot() {
        Document page = page("de");

        assertThat(page.select("html").attr("lang")).isEqualTo("de");
        assertThat(page.select("h2").eachText())
                .containsExactly(
                        "Ergebnis",
                        "Was sich am stärksten verschoben hat",
                        "Im Zeitverlauf",
                        "Befunde",
                        "Teilmengen",
                        "Alle Spalten",
                        "Angaben zum Lauf");
        assertThat(page.selectFirst(".verdict .outcome").text()).isEqualTo("Fehler");
        assertThat(page.selectFirst(".verdict .sentence").hasAttr("lang")).isFalse();
        assertThat(page.selectFirst(".verdict .sentence").text())
                .isEqualTo("Die Daten haben sich verändert: 2 von 18 Spalten haben sich über die Grenze hinaus"
                        + " verschoben, am stärksten credit_bureau_score; 3 weitere haben sich merklich verschoben; auch"
                        + " die Vorhersagen des Modells haben sich verschoben; 1 weitere hat sich bewegt, wie zu dieser"
                        + " Jahreszeit üblich; 1 weitere Prüfung verlangt Aufmerksamkeit, zu utm_source.");
        assertThat(page.select(".said li span:last-child"))
                .isNotEmpty()
                .allSatisfy(said -> assertThat(said.attr("lang")).isEqualTo("en"));
        assertThat(page.select("table.findings tbody td:nth-child(3)"))
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact.attr("lang")).isEqualTo("en"));
        assertThat(page.select("#quality tbody td:last-child").eachText()).containsExactly("fehlende Werte", "Schema");
        assertThat(page.select("details.column .headline").eachText()).anyMatch(text -> text.matches("CSI 0,[0-9]{3}"));
        assertThat(page.select(".since").eachText()).contains("weiterhin (seit 01/2026)");
    }

    @Test
    void aVerdictThatIsNotOursStaysAsItWasWritten() {
        ReportDocument written = new ReportDocument(
                DOCUMENT.header(),
                new ReportVerdict(
                        DOCUMENT.verdict().status(),
                        "All is well.",
                        DOCUMENT.verdict().counts()),
                DOCUMENT.inputs(),
                DOCUMENT.findings(),
                DOCUMENT.slices(),
                DOCUMENT.columns(),
                DOCUMENT.details(),
                DOCUMENT.notes());
        ReportTemplates german = ReportTemplates.of(new ReportStyle(Optional.empty(), Optional.of("de")));
        Element sentence =
                Jsoup.parse(HtmlReport.render(written, german).html()).selectFirst(".verdict .sentence");

        assertThat(sentence.text()).isEqualTo("All is well.");
        assertThat(sentence.attr("lang")).isEqualTo("en");
    }

    @Test
    void aGermanPageHasNoEnglishOfOurs() {
        Document page = page("de");
        page.select("[lang=en], script, style, #words, bdi").remove();
        String all = page.text() + " "
                + page.getAllElements().stream()
                        .flatMap(element -> Stream.of("title", "alt", "aria-label", "data-label")
                                .map(element::attr))
                        .collect(Collectors.joining(" "));

        for (String key : ENGLISH.keys()) {
            String english = ENGLISH.texts().get(key);
            PLACEHOLDER
                    .splitAsStream(english)
                    .map(String::strip)
                    .filter(part -> part.matches(".*\\p{L}{2,} \\p{L}{2,}.*"))
                    .filter(part -> !GERMAN.texts().get(key).contains(part))
                    .forEach(part -> assertThat(all).as(key).doesNotContain(part));
        }
    }

    @Test
    void anEnglishPageMarksNothing() {
        assertThat(page("en").select("[lang]").eachAttr("lang")).containsExactly("en");
        assertThat(page("en").outerHtml())
                .isEqualTo(Jsoup.parse(HtmlReport.render(DOCUMENT)).outerHtml());
    }

    @Test
    void writesNumbersAndDatesAsTheLanguageDoes() {
        assertThat(GERMAN.number(1234.5)).isEqualTo("1\u202f234,5");
        assertThat(GERMAN.count(50_218)).isEqualTo("50\u202f218");
        assertThat(GERMAN.share(0.1234)).isEqualTo("12,3\u202f%");
        assertThat(GERMAN.share(0.0001)).isEqualTo("<0,1\u202f%");
        assertThat(GERMAN.window(Window.parse("2026-03-01/2026-04-01"))).isEqualTo("03/2026");
        assertThat(GERMAN.window(Window.parse("2026-03-01/2026-03-02"))).isEqualTo("01.03.2026");
        assertThat(GERMAN.window(Window.parse("2026-03-01/2026-03-08"))).isEqualTo("01.03.2026 bis 08.03.2026");
        assertThat(GERMAN.window(Window.parse("2026-03-01T06:00:00Z/2026-03-01T12:00:00Z")))
                .isEqualTo("01.03.2026 06:00 UTC bis 01.03.2026 12:00 UTC");
        assertThat(GERMAN.window(Window.parse("2026-01-01/2027-01-01"))).isEqualTo("2026");
        assertThat(GERMAN.value(MetricValue.between(0.5, 0.25, 0.75), GERMAN::score)
                        .note())
                .isEqualTo("0,250 bis 0,750");
        assertThat(ENGLISH.window(Window.parse("2026-03-01/2026-03-08"))).isEqualTo("2026-03-01 to 2026-03-08");
    }

    @Test
    void dataInATextIsNeverAPlaceOfIt() {
        assertThat(ENGLISH.text("script.hits", "{1}", "$2\\")).isEqualTo("{1} of $2\\");
    }

    @Test
    void anUnknownLanguageIsToldWithThoseThereAre() throws IOException {
        Files.writeString(folder.resolve("messages_fr.properties"), "verdict = Résultat");

        RenderedReport report = render(Optional.of(folder), "xx");

        assertThat(report.html()).isEqualTo(HtmlReport.render(DOCUMENT));
        assertThat(report.problems())
                .containsExactly("there is no language 'xx' for reports; expected one of de, en, fr, or a file"
                        + " messages_CODE.properties in the folder of templates, such as messages_fr.properties. The"
                        + " standard report was written instead");
        assertThat(render(Optional.empty(), "../de").problems()).hasSize(1);
    }

    @Test
    void aTeamChangesTextsAndAddsALanguage() throws IOException {
        Files.writeString(folder.resolve("messages_de.properties"), "verdict = Gesamturteil\n");
        Files.writeString(folder.resolve("messages_fr.properties"), "verdict = R\\u00e9sultat\nrange = {0} à {1}\n");

        RenderedReport german = render(Optional.of(folder), "de");
        RenderedReport french = render(Optional.of(folder), "fr");

        assertThat(german.problems()).isEmpty();
        assertThat(german.warnings()).isEmpty();
        assertThat(Jsoup.parse(german.html()).select("#verdict h2").text()).isEqualTo("Gesamturteil");
        assertThat(french.problems()).isEmpty();
        assertThat(french.warnings())
                .containsExactly(folder.resolve("messages_fr.properties") + ":1: lacks "
                        + (ENGLISH.keys().size() - 2)
                        + " texts, such as 'number.decimal', which are in English on the page");
        assertThat(Jsoup.parse(french.html()).select("html").attr("lang")).isEqualTo("fr");
        assertThat(Jsoup.parse(french.html()).select("#verdict h2").text()).isEqualTo("Résultat");
    }

    @Test
    void aTextThatIsNoneAndAPlaceThatNothingFillsAreTold() throws IOException {
        Files.writeString(folder.resolve("messages_de.properties"), "verdct = x\nrange = {0} {2}\nown.x = {7}\n");

        RenderedReport report = render(Optional.of(folder), "de");

        assertThat(report.html()).isEqualTo(render(Optional.empty(), "de").html());
        assertThat(report.problems()).hasSize(2);
        assertThat(report.problems().get(0))
                .startsWith(folder.resolve("messages_de.properties") + ":1: the page has no text 'verdct'");
        assertThat(report.problems().get(1)).contains(":2: range holds {2}, which nothing fills in");
    }

    private static Document page(String language) {
        return Jsoup.parse(render(Optional.empty(), language).html());
    }

    private static RenderedReport render(Optional<Path> templates, String language) {
        return HtmlReport.render(DOCUMENT, ReportTemplates.of(new ReportStyle(templates, Optional.of(language))));
    }

    private static Set<String> places(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
