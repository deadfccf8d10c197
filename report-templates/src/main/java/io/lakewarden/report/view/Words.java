package io.lakewarden.report.view;

import io.lakewarden.report.ReportScore;
import io.lakewarden.report.text.Language;
import io.lakewarden.result.ColumnRole;
import java.util.ArrayList;
import java.util.List;

/** Phrases that several parts of the page share. */
final class Words {
    private Words() {}

    /** {@code CSI 0.312}. */
    static String score(ReportScore score, ColumnRole role, Language language) {
        return language.shortStatistic(score.name(), role) + " "
                + language.value(score.value(), language.format(score.name())).text();
    }

    /** {@code warn 0.100, fail 0.250}, or nothing where there is no limit. */
    static String limits(ReportScore score, Language language) {
        List<String> limits = new ArrayList<>();
        score.warn()
                .ifPresent(limit -> limits.add(language.text(
                        "limit.warn", language.format(score.name()).apply(limit))));
        score.fail()
                .ifPresent(limit -> limits.add(language.text(
                        "limit.fail", language.format(score.name()).apply(limit))));
        return String.join(", ", limits);
    }
}
