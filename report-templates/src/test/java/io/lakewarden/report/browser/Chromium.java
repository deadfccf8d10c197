package io.lakewarden.report.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The machine's own Chromium, without a window. Nothing is downloaded. */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** The program: what the environment variable CHROMIUM names, otherwise the first of its usual names on the PATH. */
    static Optional<Path> executable() {
        String named = System.getenv("CHROMIUM");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        String[] folders = System.getenv("PATH").split(File.pathSeparator, -1);
        return NAMES.stream()
                .flatMap(name -> Arrays.stream(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium launch() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(executable().orElseThrow())));
    }

    /** Opens a page as people do: from a file, on a screen of usual size. */
    OpenedPage open(String html) {
        return open(html, new Browser.NewContextOptions());
    }

    OpenedPage open(String html, Browser.NewContextOptions options) {
        return open(folder -> Files.writeString(folder.resolve("page.html"), html), options);
    }

    /** Opens a page that has files beside it. */
    OpenedPage open(PageFiles files, Browser.NewContextOptions options) {
        try {
            Path folder = Files.createTempDirectory("report-");
            return OpenedPage.open(
                    browser.newContext(options),
                    files.in(folder),
                    folder.toUri().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a page that has files beside it as a web server gives it out. */
    OpenedPage openServed(PageFiles files, Browser.NewContextOptions options) {
        try {
            Path folder = Files.createTempDirectory("report-");
            return OpenedPage.open(browser.newContext(options), files.in(folder), "https://reports.example/team/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a page and what is beside it into a folder. */
    interface PageFiles {
        /** The page. */
        Path in(Path folder) throws IOException;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
