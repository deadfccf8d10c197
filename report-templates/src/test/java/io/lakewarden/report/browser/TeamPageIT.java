package io.lakewarden.report.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import io.lakewarden.report.SamplePages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A page in German with a team's colours, logo and section is as safe, as readable and as handy as ours. */
@InChromium
class TeamPageIT {
    static Stream<Arguments> screens() {
        return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                .flatMap(scheme -> Stream.of(360, 1440).map(width -> Arguments.of(scheme, width)));
    }

    @ParameterizedTest(name = "{0}, {1} pixels wide")
    @MethodSource("screens")
    void breaksNoRuleWithEverythingUnfolded(ColorScheme scheme, int width, Chromium chromium) {
        Browser.NewContextOptions screen = new Browser.NewContextOptions()
                .setBypassCSP(true)
                .setColorScheme(scheme)
                .setViewportSize(width, 900);
        try (OpenedPage opened = chromium.open(SamplePages.ofTeam(), screen)) {
            opened.unfold();

            assertThat(Axe.violations(opened.page())).isEmpty();
            assertThat(opened.page().evaluate("() => document.scrollingElement.scrollWidth"))
                    .isEqualTo(width);
        }
    }

    @Test
    void showsItsLogoAndAsksForNothing(Chromium chromium) {
        try (OpenedPage opened = chromium.open(SamplePages.ofTeam())) {
            opened.unfold();
            for (Locator link : opened.page().locator("nav a").all()) {
                link.press("Enter");
            }

            assertThat(opened.page().locator("img.logo").evaluate("logo => logo.complete && logo.naturalWidth"))
                    .isEqualTo(60);
            assertThat(opened.page().locator("#own-next-steps li").first()).isVisible();
            assertThat(opened.mishaps()).isEmpty();
        }
    }

    @Test
    void itsScriptSpeaksTheLanguageOfThePage(Chromium chromium) {
        try (OpenedPage opened = chromium.open(SamplePages.ofTeam())) {
            Page page = opened.page();

            page.locator("#find").fill("income");
            assertThat(page.locator("#hits")).hasText("2 von 21 Spalten");

            page.locator("#find").fill("");
            int failed = page.locator("details.column > summary .status.fail").count();
            page.locator("#filter-status").selectOption(new SelectOption().setLabel("Fehler (" + failed + ")"));
            assertThat(page.locator("details.column:visible")).hasCount(failed);
            assertThat(page.locator("details.column[open] .tools.save").first())
                    .hasText(Pattern.compile("^Die Tabellen dieser Spalte: CSV ?JSON$"));
            assertThat(opened.mishaps()).isEmpty();
        }
    }

    @Test
    void ordersNumbersWithACommaAsNumbersAndSavesThemForPrograms(Chromium chromium) throws IOException {
        try (OpenedPage opened = chromium.open(SamplePages.ofTeam())) {
            Page page = opened.page();
            Locator table = page.locator("details.column[open] table.bins").first();

            table.locator("thead th").last().locator("button").click();

            List<Double> contributions = table.locator("tbody td:nth-child(6)").allTextContents().stream()
                    .map(text -> text.replace("<", "").replace(",", "."))
                    .map(Double::valueOf)
                    .toList();
            assertThat(contributions).hasSizeGreaterThan(2).isSorted();
            assertThat(saved(page).lines())
                    .anyMatch(line -> line.matches("Alle Spalten,income,Driftmaße,1,CSI,Wert,[0-9]\\.[0-9]{3},"))
                    .noneMatch(line -> line.matches(".*,\"[0-9]+,[0-9]+%?\",.*"));
            assertThat(opened.mishaps()).isEmpty();
        }
    }

    private static String saved(Page page) throws IOException {
        Download download =
                page.waitForDownload(() -> page.locator("#export-csv").click());
        try (InputStream content = download.createReadStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
