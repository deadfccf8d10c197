package io.lakewarden.report.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.lakewarden.report.SamplePages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns of a wide table whose whole is in a file beside the page. */
@InChromium
class SideFilesIT {
    private static final String ELSEWHERE = "details.column:has(.elsewhere)";

    @ParameterizedTest(name = "from a web server: {0}")
    @ValueSource(booleans = {false, true})
    void unfoldsToAllThatIsKnown(boolean served, Chromium chromium) {
        try (OpenedPage opened = wide(served, new Browser.NewContextOptions(), chromium)) {
            Locator column = opened.page().locator(ELSEWHERE).last();
            assertThat(opened.page().locator("iframe")).hasCount(0);

            column.locator("summary").click();

            Locator frame = column.locator("iframe");
            FrameLocator inside = column.frameLocator("iframe");
            assertThat(inside.locator("table.bins")).isVisible();
            assertThat(inside.locator("table.metrics")).isVisible();
            assertThat(inside.locator("details.column")).hasCount(1);
            assertThat(inside.locator("details.column")).hasId(column.getAttribute("id"));
            assertThat(inside.locator("header")).isHidden();
            assertThat(column.locator(".elsewhere")).isHidden();
            assertThat(frame).hasAttribute("title", "All of this column");
            assertThat(opened.page().locator("iframe")).hasCount(1);
            assertThat(opened.mishaps()).isEmpty();
            assertFits(frame, inside);
        }
    }

    @Test
    void fitsItsContentAlsoWhenThatGrowsAndOnASmallScreen(Chromium chromium) {
        Browser.NewContextOptions small = new Browser.NewContextOptions().setViewportSize(360, 800);
        try (OpenedPage opened = wide(false, small, chromium)) {
            Locator column = unfoldLast(opened.page());
            FrameLocator inside = column.frameLocator("iframe");
            assertFits(column.locator("iframe"), inside);
            double before = column.locator("iframe").boundingBox().height;

            inside.locator("details.plain > summary").first().click();

            assertThat(inside.locator("details.plain table").first()).isVisible();
            opened.page()
                    .waitForFunction(
                            "before => document.querySelector('iframe').getBoundingClientRect().height > before + 50",
                            before);
            assertFits(column.locator("iframe"), inside);
            assertThat(opened.page().evaluate("() => document.scrollingElement.scrollWidth"))
                    .isEqualTo(360);
        }
    }

    @Test
    void takesTheThemeThatIsChosen(Chromium chromium) {
        Browser.NewContextOptions light = new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT);
        try (OpenedPage opened = wide(false, light, chromium)) {
            Page page = opened.page();
            page.locator("#theme").selectOption("dark");
            FrameLocator inside = unfoldLast(page).frameLocator("iframe");

            assertThat(inside.locator("body")).hasCSS("background-color", "rgb(25, 31, 39)");
            page.locator("#theme").selectOption("light");
            assertThat(inside.locator("body")).hasCSS("background-color", "rgb(255, 255, 255)");
        }
    }

    @Test
    void savesTheTablesOfTheColumn(Chromium chromium) throws IOException {
        try (OpenedPage opened = wide(false, new Browser.NewContextOptions(), chromium)) {
            Locator column = unfoldLast(opened.page());
            String name = column.locator("h3").first().textContent();
            Locator button = column.frameLocator("iframe").locator(".save button >> nth=1");

            Download download = opened.page().waitForDownload(button::click);

            try (InputStream content = download.createReadStream()) {
                JsonNode json = new JsonMapper().readTree(content);
                assertThat(json.findValuesAsText("column")).isNotEmpty().containsOnly(name);
                assertThat(json.findValuesAsText("table")).contains("Bins", "Profile");
            }
        }
    }

    @Test
    void withoutScriptALinkLeadsThereAndBack(Chromium chromium) {
        Browser.NewContextOptions still = new Browser.NewContextOptions().setJavaScriptEnabled(false);
        try (OpenedPage opened = wide(false, still, chromium)) {
            Page page = opened.page();
            Locator column = page.locator(ELSEWHERE).last();
            String id = column.getAttribute("id");
            column.locator("summary").click();
            column.locator(".elsewhere a").click();

            assertThat(page.locator(":target")).hasId(id);
            assertThat(page.locator(":target table.bins")).isVisible();
            assertThat(page.locator(":target")).isInViewport();
            page.locator(".eyebrow a").click();
            assertThat(page.locator("#drift")).isVisible();
            assertThat(opened.mishaps()).isEmpty();
        }
    }

    @Test
    void keepsWhatThePageHasWhereTheFileIsGone(Chromium chromium) throws IOException {
        try (OpenedPage opened = wide(false, new Browser.NewContextOptions(), chromium)) {
            for (Path file : sides(opened)) {
                Files.delete(file);
            }

            Locator column = opened.page().locator(ELSEWHERE).last();
            column.locator("summary").click();

            assertThat(column.locator("iframe")).hasCount(1);
            assertThat(column.locator(".elsewhere a")).isVisible();
        }
    }

    @Test
    void loadsNoMoreThanWhatIsSeen(Chromium chromium) {
        try (OpenedPage opened = wide(false, new Browser.NewContextOptions(), chromium)) {
            opened.page().locator("#unfold-all").click();
            opened.page().locator(ELSEWHERE).last().locator(".elsewhere").scrollIntoViewIfNeeded();

            assertThat(opened.page().locator(ELSEWHERE).last().locator("iframe"))
                    .hasCount(1);
            assertThat(opened.page().locator("iframe").count()).isBetween(1, 10);
            assertThat(opened.page().locator(ELSEWHERE).count()).isGreaterThan(30);
        }
    }

    @ParameterizedTest(name = "policy bypassed: {0}")
    @ValueSource(booleans = {false, true})
    void showsHostileTextAsText(boolean bypassed, Chromium chromium) {
        String text = "</title></style></svg></script><script>harmed=1</script><img src=x onerror=harmed=1>";
        Browser.NewContextOptions options = new Browser.NewContextOptions().setBypassCSP(bypassed);
        try (OpenedPage opened = chromium.open(folder -> SamplePages.wideSaying(text, folder), options)) {
            Locator column = unfoldLast(opened.page());

            assertThat(column.frameLocator("iframe").locator("table.bins bdi")).hasAttribute("title", text);
            assertThat(opened.page().frames()).hasSize(2).allSatisfy(frame -> assertThat(
                            frame.evaluate("() => String(window.harmed)"))
                    .isEqualTo("undefined"));
            assertThat(opened.mishaps()).isEmpty();
        }
    }

    @Test
    void aFrameHasNoPartInThePageAroundIt(Chromium chromium) {
        try (OpenedPage opened = wide(true, new Browser.NewContextOptions(), chromium)) {
            Locator column = unfoldLast(opened.page());
            assertThat(column.frameLocator("iframe").locator("table.bins")).isVisible();

            assertThat(
                            opened.page()
                                    .frames()
                                    .get(1)
                                    .evaluate(
                                            """
                                    () => {
                                      try {
                                        return parent.document.title;
                                      } catch (refused) {
                                        return [refused.name, origin];
                                      }
                                    }
                                    """))
                    .isEqualTo(List.of("SecurityError", "null"));
            opened.page().evaluate("() => postMessage(4321, '*')");
            assertThat(column.locator("iframe")).not().hasCSS("height", "4321px");
        }
    }

    static Stream<Arguments> screens() {
        return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                .flatMap(scheme -> Stream.of(360, 768, 1440).map(width -> Arguments.of(scheme, width)));
    }

    @ParameterizedTest(name = "{0}, {1} pixels wide")
    @MethodSource("screens")
    void aSideFileBreaksNoRuleAndFitsTheScreen(ColorScheme scheme, int width, Chromium chromium) throws IOException {
        Browser.NewContextOptions screen = new Browser.NewContextOptions()
                .setBypassCSP(true)
                .setColorScheme(scheme)
                .setViewportSize(width, 900);
        try (OpenedPage opened = wide(false, screen, chromium)) {
            opened.page().navigate(sides(opened).get(0).toUri().toString());

            assertThat(opened.page().evaluate("() => document.scrollingElement.scrollWidth"))
                    .isEqualTo(width);
            opened.page()
                    .evaluate("() => [...document.querySelectorAll('details.column')].slice(4)"
                            + ".forEach(other => other.remove())");
            assertThat(Axe.violations(opened.page())).isEmpty();
        }
    }

    private static OpenedPage wide(boolean served, Browser.NewContextOptions options, Chromium chromium) {
        Chromium.PageFiles files = folder -> SamplePages.wide(160, folder);
        return served ? chromium.openServed(files, options) : chromium.open(files, options);
    }

    private static Locator unfoldLast(Page page) {
        Locator column = page.locator(ELSEWHERE).last();
        column.locator("summary").first().click();
        assertThat(column.locator(".body.whole")).hasCount(1);
        return column;
    }

    private static List<Path> sides(OpenedPage opened) throws IOException {
        try (Stream<Path> content = Files.list(opened.folder().resolve("page_files"))) {
            return content.sorted().toList();
        }
    }

    /** The frame is as high as what it holds: nothing of it scrolls. */
    private static void assertFits(Locator frame, FrameLocator inside) {
        Object high = inside.locator("html").evaluate("html => html.scrollHeight - html.clientHeight");
        assertThat(((Number) high).intValue()).isBetween(-1, 1);
        assertThat(frame.boundingBox().height).isGreaterThan(200);
    }
}
