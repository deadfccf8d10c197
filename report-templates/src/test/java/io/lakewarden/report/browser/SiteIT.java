package io.lakewarden.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import io.lakewarden.report.SampleSite;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of the site: readable in light and dark on screens of every width, whatever monitors and columns are named. */
@InChromium
class SiteIT {
    private static final List<String> PAGES = SampleSite.PAGES;

    private static final String HOSTILE = "</title></style><script>harmed=1</script><img src=x onerror=harmed=1>\u202e"
            + "' onfocus='harmed=1' \"${7*7}`.`😀_a_very_long_name_of_a_column_that_never_breaks_" + "x".repeat(200);

    static Stream<Arguments> screens() {
        return PAGES.stream().flatMap(page -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                .flatMap(scheme -> Stream.of(360, 768, 1440).map(width -> Arguments.of(page, scheme, width))));
    }

    @ParameterizedTest(name = "{0}, {1}, {2} pixels wide")
    @MethodSource("screens")
    void breaksNoRuleAndFitsTheScreen(String kind, ColorScheme scheme, int width, Chromium chromium) {
        Browser.NewContextOptions screen = new Browser.NewContextOptions()
                .setBypassCSP(true)
                .setColorScheme(scheme)
                .setViewportSize(width, 900);
        try (OpenedPage opened = chromium.open(SampleSite.page(kind, HOSTILE), screen)) {
            opened.unfold();
            Page page = opened.page();

            assertThat(page.evaluate("() => document.scrollingElement.scrollWidth"))
                    .isEqualTo(width);
            assertThat(Axe.violations(page)).isEmpty();
            assertThat(opened.mishaps()).isEmpty();
        }
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void runsAndLoadsNothingThatDataBroughtAlong(String kind, Chromium chromium) {
        for (boolean bypassed : List.of(false, true)) {
            Browser.NewContextOptions options = new Browser.NewContextOptions().setBypassCSP(bypassed);
            try (OpenedPage opened = chromium.open(SampleSite.page(kind, HOSTILE), options)) {
                opened.unfold();
                for (Locator select : opened.page().locator("main select").all()) {
                    select.selectOption(new SelectOption().setIndex(0));
                }
                opened.page().pdf();

                assertThat(opened.page().evaluate("() => String(window.harmed)"))
                        .isEqualTo("undefined");
                assertThat(opened.page().locator("img, iframe, form").count()).isZero();
                assertThat(opened.page()
                                .locator("meta[http-equiv=Content-Security-Policy]")
                                .getAttribute("content"))
                        .startsWith("default-src 'none'; ")
                        .doesNotContain("frame-src", "connect-src", "'self'", "script-src 'unsafe");
                assertThat(opened.mishaps()).isEmpty();
            }
        }
    }
}
