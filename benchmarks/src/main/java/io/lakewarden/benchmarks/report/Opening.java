package io.lakewarden.benchmarks.report;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/**
 * One opening of a page, in a window that has shown nothing before. Times are in milliseconds since the file was asked
 * for.
 *
 * @param firstPaint when the first text or picture was on the screen
 * @param ready when the whole document was read (DOMContentLoaded)
 * @param elements of the document
 */
record Opening(double firstPaint, double ready, int elements) {
    /** A wide table's page may take long on a slow machine; what takes longer than this counts as broken. */
    private static final double LIMIT = 300_000;

    static Opening of(Browser browser, Path file) {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(file.toUri().toString(), new Page.NavigateOptions().setTimeout(LIMIT));
            List<?> figures = (List<?>)
                    page.evaluate(
                            """
                    async () => {
                      const painted = await new Promise(done => new PerformanceObserver((list, observer) => {
                        for (const paint of list.getEntriesByName('first-contentful-paint')) {
                          observer.disconnect();
                          done(paint.startTime);
                        }
                      }).observe({type: 'paint', buffered: true}));
                      const [navigation] = performance.getEntriesByType('navigation');
                      return [painted, navigation.domContentLoadedEventEnd, document.getElementsByTagName('*').length];
                    }
                    """);
            return new Opening(number(figures.get(0)), number(figures.get(1)), (int) number(figures.get(2)));
        }
    }

    private static double number(Object figure) {
        return ((Number) figure).doubleValue();
    }
}
