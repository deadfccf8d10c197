package io.lakewarden.report;

import io.lakewarden.report.text.Language;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in one sentence what the findings of a run amount to. Movement that a season explains is never called drift. */
final class VerdictSentence {
    private static final int LONGEST_NAME = 60;

    private VerdictSentence() {}

    static String of(List<Finding> findings, List<ReportColumn> columns, Language language) {
        List<ReportColumn> ranked = Ranking.of(columns);
        List<ReportColumn> drifted =
                ranked.stream().filter(column -> column.season().isEmpty()).toList();
        long failed = count(drifted, Status.FAIL);
        long warned = count(drifted, Status.WARN);
        int seasonal = ranked.size() - drifted.size();
        long undecided = count(columns, Status.ERROR);
        long other = otherProblems(findings, ranked, columns);
        long judged = columns.stream()
                .filter(column ->
                        column.status() == Status.PASS || column.status().isAlert())
                .count();

        List<String> clauses = new ArrayList<>();
        String most = drifted.isEmpty()
                ? ""
                : language.text("verdict.most", shortened(drifted.get(0).name()));
        String all = text("verdict.columns", judged, language);
        if (failed > 0) {
            clauses.add(text("verdict.drifted", failed, language, all, most));
            if (warned > 0) {
                clauses.add(text("verdict.more-moved", warned, language));
            }
        } else if (warned > 0) {
            clauses.add(text("verdict.moved", warned, language, all, most));
        } else if (judged > 0) {
            clauses.add(language.text(seasonal > 0 ? "verdict.within-season" : "verdict.no-drift", all));
        }
        if (seasonal > 0) {
            clauses.add(text("verdict.seasonal", seasonal, language));
        }
        if (other > 0) {
            clauses.add(text("verdict.other", other, language));
        }
        if (undecided > 0) {
            clauses.add(text("verdict.undecided", undecided, language));
        }
        return clauses.isEmpty() ? language.text("verdict.nothing") : sentence(String.join("; ", clauses));
    }

    private static long count(List<ReportColumn> columns, Status status) {
        return columns.stream().filter(column -> column.status() == status).count();
    }

    /** Alerts and errors that no column's own status speaks for, such as those of the schema. */
    private static long otherProblems(List<Finding> findings, List<ReportColumn> alerted, List<ReportColumn> columns) {
        Set<String> spokenFor = alerted.stream().map(ReportColumn::name).collect(Collectors.toSet());
        columns.stream()
                .filter(column -> column.status() == Status.ERROR)
                .map(ReportColumn::name)
                .forEach(spokenFor::add);
        return findings.stream()
                .filter(finding -> finding.status().isAlert() || finding.status() == Status.ERROR)
                .filter(finding -> !spokenFor.contains(finding.column()))
                .count();
    }

    /** The number as it is, for in report.json it has always been that. */
    private static String text(String key, long count, Language language, String... more) {
        Object[] arguments = Stream.concat(Stream.of(count), Stream.of(more)).toArray();
        return language.text(key + (count == 1 ? ".one" : ".other"), arguments);
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
}
