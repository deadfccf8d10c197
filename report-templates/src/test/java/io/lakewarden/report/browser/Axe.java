package io.lakewarden.report.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe-core, a checker of accessibility, finds on a page whose policy lets its script in. */
final class Axe {
    private Axe() {}

    /** Every element that breaks one of the rules: those of WCAG A and AA and of good practice. */
    static List<String> violations(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .setLegacyMode(true).options(options).analyze().getViolations().stream()
                        .flatMap(rule -> violations(rule).stream())
                        .toList();
    }

    private static List<String> violations(Rule rule) {
        return rule.getNodes().stream()
                .map(node -> rule.getId() + " at " + node.getTarget() + ": " + node.getFailureSummary())
                .toList();
    }
}
