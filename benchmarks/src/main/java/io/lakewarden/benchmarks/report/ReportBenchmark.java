package io.lakewarden.benchmarks.report;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import io.lakewarden.benchmarks.profile.MachineFacts;
import io.lakewarden.benchmarks.profile.Spread;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Renders the reports of tables of some widths, opens each in Chromium and prints its size and how soon it shows. */
public final class ReportBenchmark {
    private ReportBenchmark() {}

    /** Prints a row for each width. */
    public static void main(String[] arguments) throws IOException {
        ReportOptions options;
        try {
            options = ReportOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("report: " + e.getMessage());
            System.exit(2);
            return;
        }
        run(options, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(ReportOptions options, PrintStream out) throws IOException {
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions().setExecutablePath(options.chromium()))) {
            out.println(MachineFacts.read().sentence());
            out.printf(Locale.ROOT, "Chromium %s, medians of %d%n", browser.version(), options.rounds());
            out.printf(
                    Locale.ROOT,
                    "%8s %12s %10s %15s %20s %10s %14s %14s%n",
                    "columns",
                    "bytes",
                    "elements",
                    "first paint, ms",
                    "whole document, ms",
                    "side files",
                    "their bytes",
                    "unfolding, ms");
            for (int columns : options.columns()) {
                out.print(row(columns, options.rounds(), browser));
            }
        }
    }

    private static String row(int columns, int rounds, Browser browser) throws IOException {
        try (WrittenReport report = WrittenReport.of(GeneratedReport.document(columns))) {
            // Unmeasured: it fills the caches of the file system and of the browser.
            Opening.of(browser, report.page());
            List<Opening> openings = Stream.generate(() -> Opening.of(browser, report.page()))
                    .limit(rounds)
                    .toList();
            return String.format(
                    Locale.ROOT,
                    "%,8d %,12d %,10d %,15.0f %,20.0f %,10d %,14d %,14.0f%n",
                    columns,
                    Files.size(report.page()),
                    openings.get(0).elements(),
                    median(openings, Opening::firstPaint),
                    median(openings, Opening::ready),
                    report.sideFiles(),
                    report.sideBytes(),
                    median(openings, Opening::unfolded));
        }
    }

    private static double median(List<Opening> openings, ToDoubleFunction<Opening> figure) {
        return Spread.of(openings.stream().map(figure::applyAsDouble).toList()).median();
    }
}
