package io.lakewarden.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.lakewarden.report.SamplePages;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The page can be read in light and dark, on screens of every width, by keyboard and by ear. */
@InChromium
class AccessibilityIT {
    private static final int HEIGHT = 900;

    static Stream<Arguments> screens() {
        return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                .flatMap(scheme -> Stream.of(360, 768, 1440).map(width -> Arguments.of(scheme, width)));
    }

    @ParameterizedTest(name = "{0}, {1} pixels wide")
    @MethodSource("screens")
    void breaksNoRuleWithEverythingUnfolded(ColorScheme scheme, int width, Chromium chromium) {
        try (OpenedPage opened = chromium.open(SamplePages.lending(), screen(scheme, width))) {
            opened.unfold();

            assertThat(Axe.violations(opened.page())).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}, {1} pixels wide")
    @MethodSource("screens")
    void breaksNoRuleWithFiveHundredColumns(ColorScheme scheme, int width, Chromium chromium) {
        try (OpenedPage opened = chromium.open(folder -> SamplePages.wide(500, folder), screen(scheme, width))) {
            // Nobody meets what is folded, axe does not judge it, and yet takes minutes to see that of so much.
            opened.page()
                    .evaluate("() => document.querySelectorAll('details:not([open]) > :not(summary)')"
                            + ".forEach(folded => folded.remove())");

            assertThat(Axe.violations(opened.page())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void breaksNoRuleOnPaper(ColorScheme scheme, Chromium chromium) {
        try (OpenedPage opened = chromium.open(SamplePages.lending(), screen(scheme, 768))) {
            opened.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(Axe.violations(opened.page())).isEmpty();
        }
    }

    @Test
    void breaksARuleWhereTextIsFaint(Chromium chromium) {
        try (OpenedPage opened = chromium.open(SamplePages.lending(), screen(ColorScheme.LIGHT, 1440))) {
            opened.page().addStyleTag(new Page.AddStyleTagOptions().setContent("p { color: #c0c6ce !important; }"));

            assertThat(Axe.violations(opened.page())).isNotEmpty().allMatch(line -> line.startsWith("color-contrast"));
        }
    }

    @Test
    void everyPictureHasAName(Chromium chromium) {
        try (OpenedPage opened = chromium.open(SamplePages.lending())) {
            opened.unfold();
            Locator named =
                    opened.page().getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName(Pattern.compile("\\S")));

            assertThat(named.count())
                    .isPositive()
                    .isEqualTo(opened.page().locator("svg").count());
        }
    }

    @Test
    void skipsToTheVerdict(Chromium chromium) {
        try (OpenedPage opened = chromium.open(SamplePages.lending())) {
            Page page = opened.page();
            Locator skip = page.locator("a.skip");
            assertThat(skip.boundingBox().x).isNegative();

            page.keyboard().press("Tab");
            assertThat(page.locator(":focus").getAttribute("class")).isEqualTo("skip");
            assertThat(skip.boundingBox().x).isPositive();

            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.locator("main :focus").count()).isEqualTo(1);
        }
    }

    @Test
    void tabReachesEverySummaryAndShowsWhereItIs(Chromium chromium) {
        try (OpenedPage opened = chromium.open(SamplePages.lending())) {
            Page page = opened.page();
            List<Object> summaries = new ArrayList<>(
                    (List<?>)
                            page.evaluate(
                                    """
                    () => [...document.querySelectorAll('summary')]
                        .filter(summary => summary.checkVisibility())
                        .map(summary => [...document.querySelectorAll('*')].indexOf(summary))
                    """));

            Set<Object> reached = new LinkedHashSet<>();
            List<Object> unseen = new ArrayList<>();
            while (true) {
                page.keyboard().press("Tab");
                List<?> focus = (List<?>)
                        page.evaluate(
                                """
                        () => [
                          [...document.querySelectorAll('*')].indexOf(document.activeElement),
                          document.activeElement === document.body,
                          getComputedStyle(document.activeElement).outlineStyle !== 'none']
                        """);
                if (focus.get(1).equals(true) || !reached.add(focus.get(0))) {
                    break;
                }
                if (focus.get(2).equals(false)) {
                    unseen.add(focus.get(0));
                }
            }

            assertThat(summaries)
                    .hasSizeGreaterThan(SamplePages.lendingColumns().size());
            assertThat(reached).containsAll(summaries);
            assertThat(unseen).isEmpty();
        }
    }

    @Test
    void enterUnfoldsAndFolds(Chromium chromium) {
        try (OpenedPage opened = chromium.open(SamplePages.lending())) {
            Locator column = opened.page().locator("details.column:not([open])").first();
            String id = column.getAttribute("id");
            Locator body = opened.page().locator("[id='" + id + "'] > .body");
            column.locator("summary").first().focus();

            opened.page().keyboard().press("Enter");
            assertThat(body.isVisible()).isTrue();
            opened.page().keyboard().press("Enter");
            assertThat(body.isVisible()).isFalse();
        }
    }

    private static Browser.NewContextOptions screen(ColorScheme scheme, int width) {
        // axe is a script, which the page's own policy rightly keeps out.
        return new Browser.NewContextOptions()
                .setBypassCSP(true)
                .setColorScheme(scheme)
                .setViewportSize(width, HEIGHT);
    }
}
