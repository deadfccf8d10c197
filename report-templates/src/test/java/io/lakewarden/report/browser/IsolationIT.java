package io.lakewarden.report.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.lakewarden.report.SamplePages;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The page needs nothing, sends nothing, and runs nothing that data brought along. */
@InChromium
class IsolationIT {
    /** Every element with the names of its attributes: all that text must leave as it is. */
    private static final String STRUCTURE =
            """
            () => [...document.querySelectorAll('*')]
                .map(element => element.tagName + ' ' + element.getAttributeNames().join(' '))
            """;

    @Test
    void asksForNothingBeyondItself(Chromium chromium) {
        try (OpenedPage opened = chromium.open(SamplePages.lending())) {
            opened.unfold();
            for (Locator link : opened.page().locator("a[href]").all()) {
                link.press("Enter");
            }
            opened.page().pdf();

            assertThat(opened.mishaps()).isEmpty();
        }
    }

    @Test
    void allowsNoScriptButTheOneItIsPublishedWith(Chromium chromium) {
        try (OpenedPage opened = chromium.open(SamplePages.lending())) {
            Map<String, List<String>> policy = policy(opened.page());

            assertThat(policy)
                    .containsEntry("default-src", List.of("'none'"))
                    .containsEntry("base-uri", List.of("'none'"))
                    .containsEntry("form-action", List.of("'none'"))
                    .doesNotContainKeys("connect-src", "frame-src", "font-src", "object-src");
            assertThat(policy.getOrDefault("script-src", List.of()))
                    .allMatch(source -> source.matches("'sha(256|384|512)-[A-Za-z0-9+/]+=*'"));
        }
    }

    @Test
    void keepsEvenAScriptThatGotInFromRunningAndFromCalling(Chromium chromium) {
        try (OpenedPage opened = chromium.open(SamplePages.lending())) {
            Object outcome = opened.page()
                    .evaluate(
                            """
                            async () => {
                              const refused = new Set();
                              document.addEventListener('securitypolicyviolation', event => {
                                refused.add(event.effectiveDirective);
                                document.body.dataset.refused = [...refused].sort().join(' ');
                              });
                              const script = document.createElement('script');
                              script.textContent = 'window.harmed = true';
                              document.body.append(script);
                              const button = document.createElement('button');
                              button.setAttribute('onclick', 'window.harmed = true');
                              document.body.append(button);
                              button.click();
                              await new Promise(done => {
                                const image = new Image();
                                image.onload = image.onerror = done;
                                image.src = 'https://example.invalid/image.png';
                              });
                              const answer = await fetch('https://example.invalid/').then(() => 'called', () => 'refused');
                              return [String(window.harmed), answer];
                            }
                            """);

            assertThat(outcome).isEqualTo(List.of("undefined", "refused"));
            assertThat(opened.page().locator("body"))
                    .hasAttribute("data-refused", "connect-src img-src script-src-attr script-src-elem");
            assertThat(opened.mishaps()).noneMatch(mishap -> mishap.startsWith("request"));
        }
    }

    /** Twice, for neither the policy nor the escaping relies on the other. */
    static Stream<Arguments> hostileTexts() {
        return Stream.of(
                        "<script>harmed=1</script>",
                        "<img src=x onerror=harmed=1>",
                        "<svg onload=harmed=1>",
                        "<iframe srcdoc='<script>top.harmed=1</script>'>",
                        "\"><img src=x onerror=harmed=1>",
                        "' autofocus onfocus='harmed=1",
                        "</title></style></svg></script><script>harmed=1</script>",
                        "<!--<script>",
                        "]]><script>harmed=1</script>",
                        "javascript:harmed=1",
                        "url(https://example.invalid/)}*{display:none}",
                        "[[${7*7}]] __${7*7}__ ~{report}",
                        "${harmed=1}`;harmed=1;//\\")
                .flatMap(text -> Stream.of(Arguments.of(text, false), Arguments.of(text, true)));
    }

    @ParameterizedTest(name = "{0}, policy bypassed: {1}")
    @MethodSource("hostileTexts")
    void showsHostileTextAsText(String text, boolean bypassed, Chromium chromium) {
        Browser.NewContextOptions options = new Browser.NewContextOptions().setBypassCSP(bypassed);
        try (OpenedPage opened = chromium.open(SamplePages.saying(text), options);
                OpenedPage plain = chromium.open(SamplePages.saying("x".repeat(text.length())), options)) {
            opened.unfold();
            plain.unfold();
            opened.page().locator("summary").first().focus();

            assertThat(opened.page().evaluate("() => String(window.harmed)")).isEqualTo("undefined");
            assertThat(opened.page().locator("details.column h3").textContent()).isEqualTo(text);
            assertThat(opened.page().evaluate(STRUCTURE)).isEqualTo(plain.page().evaluate(STRUCTURE));
            assertThat(opened.mishaps()).isEmpty();
        }
    }

    @Test
    void isCompleteWithoutScript(Chromium chromium) {
        try (OpenedPage opened = chromium.open(
                        SamplePages.lending(), new Browser.NewContextOptions().setJavaScriptEnabled(false));
                OpenedPage scripted = chromium.open(SamplePages.lending())) {
            Locator summaries = opened.page().locator("details.column > summary");
            assertThat(summaries.locator("h3").allTextContents()).isEqualTo(SamplePages.lendingColumns());
            for (Locator summary : summaries.all()) {
                assertThat(summary.isVisible()).isTrue();
                if (summary.locator("xpath=..").getAttribute("open") == null) {
                    summary.click();
                }
            }
            assertThat(opened.page().locator("details.column > .body:visible").count())
                    .isEqualTo(SamplePages.lendingColumns().size());
            scripted.page().evaluate("() => document.querySelectorAll('.tools').forEach(tools => tools.remove())");
            for (String part : List.of("#verdict", "#drift", "#findings", "#slices", "#details")) {
                assertThat(opened.page().locator(part).innerText())
                        .isNotBlank()
                        .isEqualTo(scripted.page().locator(part).innerText());
            }
        }
    }

    private static Map<String, List<String>> policy(Page page) {
        String content =
                page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
        return Arrays.stream(content.split(";", -1))
                .map(directive -> List.of(directive.trim().split(" ", -1)))
                .collect(Collectors.toMap(words -> words.get(0), words -> words.subList(1, words.size())));
    }
}
