package io.lakewarden.report;

import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in one sentence what the findings of a run amount to. Movement that a season explains is never called drift. */
final class VerdictSentence {
    private static final int LONGEST_NAME = 60;

    private VerdictSentence() {}

    static String of(List<Finding> findings, List<ReportColumn> columns) {
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
                : ", most of all " + shortened(drifted.get(0).name());
        if (failed > 0) {
            clauses.add(failed + " of " + columns(judged) + " drifted beyond the limit" + most);
            if (warned > 0) {
                clauses.add(warned + " more moved enough to look at");
            }
        } else if (warned > 0) {
            clauses.add(warned + " of " + columns(judged) + " moved enough to look at" + most);
        } else if (judged > 0) {
            clauses.add((seasonal > 0 ? "no column drifted beyond its season, of " : "no drift in ") + columns(judged));
        }
        if (seasonal > 0) {
            clauses.add(seasonal + (seasonal == 1 ? " moves" : " move") + " as usual at this time of year");
        }
        if (other > 0) {
            clauses.add(other + (other == 1 ? " other check needs attention" : " other checks need attention"));
        }
        if (undecided > 0) {
            clauses.add(columns(undecided) + " could not be judged");
        }
        return clauses.isEmpty() ? "Nothing was judged in this run." : sentence(String.join("; ", clauses));
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

    private static String columns(long count) {
        return count + (count == 1 ? " column" : " columns");
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
