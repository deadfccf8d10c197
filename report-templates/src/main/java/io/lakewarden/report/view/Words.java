package io.lakewarden.report.view;

import io.lakewarden.report.ReportScore;
import io.lakewarden.report.text.Labels;
import io.lakewarden.report.text.Numbers;
import io.lakewarden.report.text.ValueText;
import io.lakewarden.result.ColumnRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Phrases that several parts of the page share. */
public final class Words {
    private Words() {}

    /** What a column means to the model. */
    public static String role(ColumnRole role) {
        return role == ColumnRole.PROTECTED
                ? "protected attribute"
                : role.name().toLowerCase(Locale.ROOT);
    }

    /** {@code CSI 0.312}. */
    static String score(ReportScore score, ColumnRole role) {
        return Labels.statistic(score.name(), role) + " "
                + ValueText.of(score.value(), format(score.name())).text();
    }

    /** {@code warn 0.100, fail 0.250}, or nothing where there is no limit. */
    static String limits(ReportScore score) {
        List<String> limits = new ArrayList<>();
        score.warn()
                .ifPresent(limit -> limits.add("warn " + format(score.name()).apply(limit)));
        score.fail()
                .ifPresent(limit -> limits.add("fail " + format(score.name()).apply(limit)));
        return String.join(", ", limits);
    }

    /** How the values of a statistic, or of a detail of one, are written: shares as percentages, counts in full. */
    public static DoubleFunction<String> format(String name) {
        if (isShare(name)) {
            return Numbers::share;
        }
        return name.equals("degrees_of_freedom") || name.endsWith("_count") ? Numbers::number : Numbers::score;
    }

    /** Whether a name says that its values are shares in [0, 1]. */
    static boolean isShare(String name) {
        return name.endsWith("_share") || name.startsWith("percent_");
    }
}
