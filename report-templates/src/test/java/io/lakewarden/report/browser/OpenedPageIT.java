package io.lakewarden.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The other tests here trust a page that is silent; this one shows that a harmful page is not. */
@InChromium
class OpenedPageIT {
    @Test
    void notesAllThatAReportMustNotDo(Chromium chromium) {
        try (OpenedPage opened = chromium.open(
                """
                <!DOCTYPE html>
                <title>Harm</title>
                <img src="https://example.invalid/image.png">
                <link rel="stylesheet" href="style.css">
                <script>
                  alert('dialog');
                  window.open('about:blank');
                  console.error('complaint');
                  new WebSocket('wss://example.invalid/socket').onerror = () => 0;
                  nothing.of.this.name;
                </script>
                """)) {
            assertThat(opened.mishaps())
                    .contains(
                            "request https://example.invalid/image.png",
                            "dialog dialog",
                            "console complaint",
                            "socket wss://example.invalid/socket")
                    .anyMatch(mishap -> mishap.startsWith("request file:") && mishap.endsWith("/style.css"))
                    .anyMatch(mishap -> mishap.startsWith("page "))
                    .anyMatch(mishap -> mishap.startsWith("error ") && mishap.contains("nothing is not defined"));
        }
    }

    @Test
    void staysSilentForAHarmlessPage(Chromium chromium) {
        try (OpenedPage opened = chromium.open("<!DOCTYPE html><title>Peace</title><p>Nothing.")) {
            assertThat(opened.mishaps()).isEmpty();
        }
    }
}
