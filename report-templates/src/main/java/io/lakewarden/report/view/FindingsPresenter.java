package io.lakewarden.report.view;

import io.lakewarden.report.ReportColumn;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportVerdict;
import io.lakewarden.report.text.Language;
import io.lakewarden.report.view.ColumnView.SaidView;
import io.lakewarden.report.view.FindingsView.FindingGroup;
import io.lakewarden.report.view.FindingsView.FindingView;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Parts the findings that need attention from the rest, and among them what is wrong with the data (its columns, missing
 * and new values, its source) from what drifted; in each part the worst come first.
 */
final class FindingsPresenter {
    /** So many findings are listed in each part; a wide table has thousands. */
    private static final int MOST = 500;

    /** So many are told at the head of a column. */
    private static final int MOST_OF_COLUMN = 5;

    private static final String DRIFT = "-drift";

    /** Statistics of single values rather than of how values are spread, and the texts that say what they judge. */
    private static final Map<String, String> VALUES = Map.of(
            "percent_null_delta", "findings.values.missing",
            "percent_non_finite_delta", "findings.values.unusable",
            "new_category_share", "findings.values.new",
            "out_of_range_share", "findings.values.range");

    private final Map<String, String> targets = new HashMap<>();

    private final Language language;

    private FindingsPresenter(List<ReportColumn> columns, ColumnIds ids, Language language) {
        this.language = language;
        columns.forEach(column -> targets.putIfAbsent(column.name(), ids.of(column)));
    }

    static FindingsView of(ReportDocument document, ColumnIds ids, Language language) {
        return new FindingsPresenter(document.columns(), ids, language).view(document.findings());
    }

    /** What needs attention, by column, worst first. */
    static Map<String, List<SaidView>> byColumn(List<Finding> findings, Language language) {
        Map<String, List<SaidView>> said = new HashMap<>();
        for (Finding finding : worstFirst(findings)) {
            List<SaidView> ofColumn = said.computeIfAbsent(finding.column(), column -> new ArrayList<>());
            if (needsAttention(finding.status()) && ofColumn.size() < MOST_OF_COLUMN) {
                ofColumn.add(
                        new SaidView(StatusView.of(finding.status(), language), language.sentence(finding.sentence())));
            }
        }
        return said;
    }

    private FindingsView view(List<Finding> findings) {
        List<Finding> quality = new ArrayList<>();
        List<Finding> drift = new ArrayList<>();
        List<Finding> rest = new ArrayList<>();
        for (Finding finding : worstFirst(findings)) {
            if (needsAttention(finding.status())) {
                (isDrift(finding) ? drift : quality).add(finding);
            } else {
                rest.add(finding);
            }
        }
        List<FindingGroup> groups = new ArrayList<>();
        if (!quality.isEmpty()) {
            groups.add(group(
                    "quality", language.text("findings.quality"), language.text("findings.quality.hint"), quality));
        }
        if (!drift.isEmpty()) {
            groups.add(group("moved", language.text("findings.drift"), language.text("findings.drift.hint"), drift));
        }
        return new FindingsView(groups, first(rest), more(rest, "findings.more.quiet"));
    }

    private FindingGroup group(String id, String heading, String hint, List<Finding> findings) {
        return new FindingGroup(id, heading, hint, first(findings), more(findings, "findings.more.told"));
    }

    private List<FindingView> first(List<Finding> findings) {
        return findings.stream().limit(MOST).map(this::view).toList();
    }

    private FindingView view(Finding finding) {
        boolean table = finding.column().equals(Finding.TABLE);
        return new FindingView(
                StatusView.of(finding.status(), language),
                language.name(about(finding)),
                table ? language.name(language.text("findings.table")) : language.name(finding.column()),
                table ? null : targets.get(finding.column()),
                language.sentence(finding.sentence()),
                language.name(finding.observed()),
                language.name(finding.expected()));
    }

    private static List<Finding> worstFirst(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::status, ReportVerdict.WORST_FIRST))
                .toList();
    }

    private static boolean needsAttention(Status status) {
        return status.isAlert() || status == Status.ERROR;
    }

    private static boolean isDrift(Finding finding) {
        return finding.source().endsWith(DRIFT) && !VALUES.containsKey(check(finding));
    }

    private String about(Finding finding) {
        String source = finding.source();
        String key = "findings.about." + source;
        if (source.endsWith(DRIFT) && VALUES.containsKey(check(finding))) {
            return language.text(VALUES.get(check(finding)));
        }
        return language.keys().contains(key) ? language.text(key) : source;
    }

    /** The last part of the key. */
    private static String check(Finding finding) {
        return finding.key().substring(finding.key().lastIndexOf('/') + 1);
    }

    private String more(List<Finding> findings, String key) {
        int more = findings.size() - MOST;
        return more <= 0 ? null : language.counted(key, more);
    }
}
