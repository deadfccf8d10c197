package io.lakewarden.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** The other tests here trust a page that is silent; this one shows that a harmful page is not. */
@InChromium
class OpenedPageIT {
    @Test
    void notesAllThatAReportMustNotDo(Chromium chromium) throws IOException {
        // A socket is told of when it shakes hands or fails, which for a name that nobody knows may take its time.
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                OpenedPage opened = chromium.open(
                        """
                <!DOCTYPE html>
                <title>Harm</title>
                <img src="https://example.invalid/image.png">
                <link rel="stylesheet" href="style.css">
                <script>
                  alert('dialog');
                  window.open('about:blank');
                  console.error('complaint');
                  new WebSocket('ws://127.0.0.1:%d/socket').onerror = () => 0;
                  nothing.of.this.name;
                </script>
                """
                                .formatted(server.getLocalPort()))) {
            String socket = "socket ws://127.0.0.1:" + server.getLocalPort() + "/socket";
            opened.awaitMishap(socket);
            assertThat(opened.mishaps())
                    .contains("request https://example.invalid/image.png", "dialog dialog", "console complaint", socket)
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
