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
 * @param unfolded how long a column of a side file took to show once it was unfolded; 0 where there is none
 */
record Opening(double firstPaint, double ready, int elements, double unfolded) {
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
                      const elements = document.getElementsByTagName('*').length;
                      const brief = [...document.querySelectorAll('details:has(> .body > .elsewhere)')].pop();
                      const start = performance.now();
                      if (brief) {
                        brief.open = true;
                        brief.scrollIntoView();
                        await new Promise(done => new MutationObserver(done)
                            .observe(brief.querySelector('.body'), {attributeFilter: ['class']}));
                      }
                      const unfolded = brief ? performance.now() - start : 0;
                      return [painted, navigation.domContentLoadedEventEnd, elements, unfolded];
                    }
                    """);
            return new Opening(
                    number(figures.get(0)),
                    number(figures.get(1)),
                    (int) number(figures.get(2)),
                    number(figures.get(3)));
        }
    }

    private static double number(Object figure) {
        return ((Number) figure).doubleValue();
    }
}
