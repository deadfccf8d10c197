package io.lakewarden.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.lakewarden.report.SamplePages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The page fits screens and paper, and its links lead to what they name. */
@InChromium
class LayoutIT {
    /** How wide the page is and what makes it so; nothing where it fits. */
    private static final String TOO_WIDE =
            """
            () => {
              const {clientWidth, scrollWidth} = document.scrollingElement;
              return scrollWidth <= clientWidth ? [] : [scrollWidth, ...[...document.querySelectorAll('body *')]
                  .filter(element => element.getBoundingClientRect().right > clientWidth)
                  .filter(element => !element.parentElement.closest('.scroll'))
                  .map(element => element.outerHTML.slice(0, 100))];
            }
            """;

    static Stream<Arguments> pages() {
        return Stream.of(360, 768, 1440)
                .flatMap(width -> Stream.of("a lending table", "500 columns", "a very long name")
                        .map(page -> Arguments.of(page, width)));
    }

    @ParameterizedTest(name = "{0}, {1} pixels wide")
    @MethodSource("pages")
    void isNeverWiderThanTheScreen(String page, int width, Chromium chromium) {
        Browser.NewContextOptions screen = new Browser.NewContextOptions().setViewportSize(width, 900);
        try (OpenedPage opened =
                switch (page) {
                    case "a lending table" -> chromium.open(SamplePages.lending(), screen);
                    case "500 columns" -> chromium.open(folder -> SamplePages.wide(500, folder), screen);
                    default -> chromium.open(SamplePages.saying("x".repeat(10_000)), screen);
                }) {
            assertFits(opened.page(), width);
            opened.unfold();
            assertFits(opened.page(), width);
        }
    }

    @Test
    void everyLinkLeadsToWhatItNames(Chromium chromium) {
        try (OpenedPage opened = chromium.open(SamplePages.lending())) {
            List<Locator> links = opened.page().locator("nav a, .ranking a").all();
            assertThat(links).hasSizeGreaterThan(10);
            for (Locator link : links) {
                link.click();

                Locator target = opened.page().locator(":target");
                String heading = target.locator("h2, h3").first().textContent();
                assertThat(heading).isEqualTo(link.textContent());
                assertThat(
                                target.evaluate(
                                        """
                                target => {
                                  const box = target.getBoundingClientRect();
                                  return box.top < innerHeight && box.bottom > 0;
                                }
                                """))
                        .as(heading)
                        .isEqualTo(true);
            }
        }
    }

    @Test
    void slicesThatNobodyNamedAreShownAboveThoseThatWereNamed(Chromium chromium) {
        try (OpenedPage opened = chromium.open(SamplePages.lending())) {
            Locator headings = opened.page().locator("#slices h3");
            assertThat(headings.allTextContents())
                    .startsWith("The slices that moved most", "Slices that nobody named", "channel");
            Locator found = opened.page()
                    .getByRole(
                            AriaRole.REGION,
                            new Page.GetByRoleOptions()
                                    .setName("Slices that nobody named")
                                    .setExact(true));
            assertThat(found.isVisible()).isTrue();
            assertThat(found.locator("tbody tr").all())
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row.isVisible()).isTrue())
                    .first()
                    .satisfies(row ->
                            assertThat(row.locator("td").last().textContent()).isEqualTo("<0.001"));
        }
    }

    @Test
    void printsWhatIsUnfoldedInLight(Chromium chromium) {
        Browser.NewContextOptions dark = new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK);
        try (OpenedPage opened = chromium.open(SamplePages.lending(), dark)) {
            Page page = opened.page();
            List<Object> shown = shown(page);
            assertThat(shown).contains(true, false);

            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(shown(page)).isEqualTo(shown);
            assertThat(page.locator("nav").isVisible()).isFalse();
            assertThat(page.locator("#find").isVisible()).isFalse();
            assertThat(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(255, 255, 255)");
            assertThat(new String(page.pdf(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        }
    }

    private static void assertFits(Page page, int width) {
        assertThat(page.evaluate("() => document.scrollingElement.clientWidth")).isEqualTo(width);
        assertThat(page.evaluate(TOO_WIDE)).isEqualTo(List.of());
    }

    /** Whether the body of each column is shown. */
    private static List<Object> shown(Page page) {
        return List.copyOf((List<?>) page.evaluate(
                "() => [...document.querySelectorAll('.column > .body')].map(body => body.checkVisibility())"));
    }
}
