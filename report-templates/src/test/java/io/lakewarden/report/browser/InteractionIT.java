package io.lakewarden.report.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the page's own script adds: finding, filtering, sorting, switching the theme, links that unfold, exports. */
@InChromium
class InteractionIT {
    private static final List<String> CONTROLS = List.of("#find", "#filter-status", "#sort", "#theme");

    @Test
    void findsColumnsByAPartOfTheirName(Chromium chromium) {
        try (OpenedPage opened = chromium.open(SamplePages.lending())) {
            Page page = opened.page();

            page.locator("#find").fill("INCOME");
            assertThat(visible(page)).hasText(new String[] {"income", "debt_to_income"});
            assertThat(page.locator("[aria-live], [role=status]")).containsText("2");

            page.locator("#find").fill("no column of this name");
            assertThat(visible(page)).hasCount(0);
            assertThat(page.locator("[aria-live], [role=status]")).containsText("0");

            page.locator("#find").fill("");
            assertThat(visible(page)).hasText(names());
            assertThat(opened.mishaps()).isEmpty();
        }
    }

    @Test
    void takesWhatIsTypedAsTextAndNotAsAPattern(Chromium chromium) {
        try (OpenedPage opened = chromium.open(SamplePages.lending())) {
            opened.page().locator("#find").fill("address.`post");
            assertThat(visible(opened.page())).hasText(new String[] {"address.`post.code`"});

            opened.page().locator("#find").fill("(.*[");
            assertThat(visible(opened.page())).hasCount(0);
            assertThat(opened.mishaps()).isEmpty();
        }
    }

    @Test
    void showsTheColumnsOfOneStatus(Chromium chromium) {
        try (OpenedPage opened = chromium.open(SamplePages.lending())) {
            Page page = opened.page();
            int failed = page.locator("details.column > summary .status.fail").count();
            assertThat(failed).isBetween(2, SamplePages.lendingColumns().size() - 2);

            choose(page.locator("#filter-status"), "Fail");
            assertThat(visible(page)).hasCount(failed);
            assertThat(page.locator("details.column:visible > summary .status.fail"))
                    .hasCount(failed);

            page.locator("#find").fill("income");
            assertThat(visible(page)).hasText(new String[] {"income"});
        }
    }

    @Test
    void sortsByNameAndBack(Chromium chromium) {
        try (OpenedPage opened = chromium.open(SamplePages.lending())) {
            Page page = opened.page();

            choose(page.locator("#sort"), "name");
            assertThat(visible(page))
                    .hasText(SamplePages.lendingColumns().stream().sorted().toArray(String[]::new));

            choose(page.locator("#sort"), "table");
            assertThat(visible(page)).hasText(names());
        }
    }

    @Test
    void aLinkToAColumnUnfoldsIt(Chromium chromium) {
        try (OpenedPage opened = chromium.open(SamplePages.lending())) {
            Page page = opened.page();
            String id = page.locator("details.column:not([open])").last().getAttribute("id");
            Locator body = page.locator("[id='" + id + "'] > .body");
            assertThat(body).isHidden();

            page.navigate(opened.address() + "#" + id);
            assertThat(body).isVisible();

            page.reload();
            assertThat(body).isVisible();
            assertThat(page.locator("[id='" + id + "']")).isInViewport();
        }
    }

    @Test
    void aLinkToAColumnThatIsFilteredAwayShowsIt(Chromium chromium) {
        try (OpenedPage opened = chromium.open(SamplePages.lending())) {
            Page page = opened.page();
            page.locator("#find").fill("no column of this name");
            assertThat(visible(page)).hasCount(0);

            page.locator(".ranking a").first().click();

            assertThat(page.locator(":target > .body")).isVisible();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void switchesTheThemeWithoutBreakingARule(ColorScheme scheme, Chromium chromium) {
        Browser.NewContextOptions options =
                new Browser.NewContextOptions().setBypassCSP(true).setColorScheme(scheme);
        try (OpenedPage opened = chromium.open(SamplePages.lending(), options)) {
            Page page = opened.page();
            Object before = ground(page);

            page.locator("#theme").selectOption(scheme == ColorScheme.LIGHT ? "dark" : "light");

            assertThat(ground(page)).isNotEqualTo(before);
            assertThat(Axe.violations(page)).isEmpty();
            assertThat(opened.mishaps()).isEmpty();
        }
    }

    @Test
    void everyControlIsReachedByKeyboardAndNamed(Chromium chromium) {
        try (OpenedPage opened = chromium.open(SamplePages.lending())) {
            for (String control : CONTROLS) {
                Locator element = opened.page().locator(control);
                element.focus();
                assertThat(element).isFocused();
                assertThat(element).hasAccessibleName(Pattern.compile("\\S"));
            }
        }
    }

    @Test
    void showsNoControlThatNeedsTheScriptWithoutIt(Chromium chromium) {
        try (OpenedPage opened =
                chromium.open(SamplePages.lending(), new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            for (String control : CONTROLS) {
                assertThat(opened.page().locator(control)).isHidden();
            }
            assertThat(opened.page().locator("button:visible")).hasCount(0);
            assertThat(opened.page().locator("#over-time")).isVisible();
        }
    }

    @Test
    void savesEveryColumnAsText(Chromium chromium) throws IOException {
        try (OpenedPage opened = chromium.open(SamplePages.lending())) {
            assertThat(saved(opened.page(), "csv").lines().map(line -> line.split(",", -1)[1]))
                    .containsAll(SamplePages.lendingColumns());

            JsonNode json = new JsonMapper().readTree(saved(opened.page(), "json"));
            assertThat(json.findValuesAsText("column")).containsAll(SamplePages.lendingColumns());
            assertThat(opened.mishaps()).isEmpty();
        }
    }

    @Test
    void savesNoCellThatASpreadsheetWouldRun(Chromium chromium) throws IOException {
        for (String formula : List.of("=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1")) {
            try (OpenedPage opened = chromium.open(SamplePages.saying(formula))) {
                assertThat(saved(opened.page(), "csv"))
                        .contains(formula.strip())
                        .doesNotContainPattern("(?m)(^|,)\"?\\s*[=+@-][1S]");
            }
        }
    }

    private static Locator visible(Page page) {
        return page.locator("details.column:visible > summary h3");
    }

    private static String[] names() {
        return SamplePages.lendingColumns().toArray(String[]::new);
    }

    /** Chooses the first option that holds a word. */
    private static void choose(Locator select, String word) {
        Optional<String> label = select.locator("option").allTextContents().stream()
                .filter(text -> text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)))
                .findFirst();
        assertThat(label).as("an option of '" + word + "'").isPresent();
        select.selectOption(new SelectOption().setLabel(label.get()));
    }

    private static Object ground(Page page) {
        return page.evaluate("() => getComputedStyle(document.body).backgroundColor");
    }

    private static String saved(Page page, String format) throws IOException {
        Locator button = page.locator("#export-" + format);
        Download download = page.waitForDownload(button::click);
        assertThat(download.suggestedFilename()).endsWith("." + format);
        try (InputStream content = download.createReadStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
