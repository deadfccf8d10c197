package io.lakewarden.report;

import io.lakewarden.report.text.Language;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says in one sentence what the findings of a run amount to: first what it means, then the columns, the model's predictions
 * and what else needs attention. Movement that a season explains is never called drift.
 */
final class VerdictSentence {
    private static final int LONGEST_NAME = 60;

    private final List<ReportColumn> columns;
    private final List<ReportColumn> drifted;
    private final int seasonal;
    private final List<Finding> other;
    private final Language language;

    private VerdictSentence(List<Finding> findings, List<ReportColumn> columns, Language language) {
        List<ReportColumn> ranked = Ranking.of(columns);
        this.columns = columns;
        this.drifted =
                ranked.stream().filter(column -> column.season().isEmpty()).toList();
        this.seasonal = ranked.size() - drifted.size();
        this.other = otherProblems(findings, columns);
        this.language = language;
    }

    static String of(List<Finding> findings, List<ReportColumn> columns, Language language) {
        return new VerdictSentence(findings, columns, language).text();
    }

    private String text() {
        long undecided = count(columns, Status.ERROR);
        List<String> clauses = new ArrayList<>(ofColumns());
        if (!drifted.isEmpty()) {
            predictions().ifPresent(clauses::add);
            if (seasonal > 0) {
                clauses.add(counted("verdict.more-seasonal", seasonal));
            }
        }
        if (!other.isEmpty()) {
            clauses.add(counted("verdict.other", other.size(), subject(other.get(0))));
        }
        if (undecided > 0) {
            clauses.add(counted("verdict.undecided", undecided));
        }
        return clauses.isEmpty()
                ? language.text("verdict.nothing")
                : language.text(
                        "verdict.sentence",
                        language.text(drifted.isEmpty() ? quiet(undecided > 0) : changed()),
                        String.join("; ", clauses));
    }

    private List<String> ofColumns() {
        long failed = count(drifted, Status.FAIL);
        long warned = count(drifted, Status.WARN);
        long judged = columns.stream()
                .filter(column ->
                        column.status() == Status.PASS || column.status().isAlert())
                .count();
        String all = counted("verdict.columns", judged);
        if (failed > 0) {
            String first = counted("verdict.drifted", failed, all, most());
            return warned > 0 ? List.of(first, counted("verdict.more-moved", warned)) : List.of(first);
        }
        if (warned > 0) {
            return List.of(counted("verdict.moved", warned, all, most()));
        }
        if (seasonal > 0) {
            return List.of(counted("verdict.of-season", seasonal, all));
        }
        return judged > 0 ? List.of(language.text("verdict.no-drift", all)) : List.of();
    }

    private String most() {
        return language.text(
                drifted.size() == 1 ? "verdict.namely" : "verdict.most",
                shortened(drifted.get(0).name()));
    }

    private String changed() {
        boolean failed = count(drifted, Status.FAIL) > 0;
        if (drifted.stream().allMatch(VerdictSentence::isPrediction)) {
            return failed ? "verdict.predictions-changed" : "verdict.predictions-changing";
        }
        return failed ? "verdict.data-changed" : "verdict.data-changing";
    }

    private String quiet(boolean undecided) {
        if (!other.isEmpty()) {
            return "verdict.look";
        }
        if (seasonal > 0) {
            return "verdict.only-season";
        }
        return undecided ? "verdict.unsure" : "verdict.quiet";
    }

    /** Whether the model's output moved with its input; empty where there is none, or where it alone moved. */
    private Optional<String> predictions() {
        if (drifted.stream().allMatch(VerdictSentence::isPrediction)) {
            return Optional.empty();
        }
        if (drifted.stream().anyMatch(VerdictSentence::isPrediction)) {
            return Optional.of(language.text("verdict.predictions-too"));
        }
        List<ReportColumn> predictions =
                columns.stream().filter(VerdictSentence::isPrediction).toList();
        return !predictions.isEmpty() && count(predictions, Status.PASS) == predictions.size()
                ? Optional.of(language.text("verdict.predictions-stayed"))
                : Optional.empty();
    }

    private static boolean isPrediction(ReportColumn column) {
        return column.role() == ColumnRole.PREDICTION;
    }

    private static long count(List<ReportColumn> columns, Status status) {
        return columns.stream().filter(column -> column.status() == status).count();
    }

    /** Alerts and errors that no column's own status speaks for, such as those of the schema; worst first. */
    private static List<Finding> otherProblems(List<Finding> findings, List<ReportColumn> columns) {
        Set<String> spokenFor = columns.stream()
                .filter(column -> column.status().isAlert() || column.status() == Status.ERROR)
                .map(ReportColumn::name)
                .collect(Collectors.toSet());
        return findings.stream()
                .filter(finding -> finding.status().isAlert() || finding.status() == Status.ERROR)
                .filter(finding -> !spokenFor.contains(finding.column()))
                .sorted(Comparator.comparing(Finding::status, ReportVerdict.WORST_FIRST))
                .toList();
    }

    private String subject(Finding finding) {
        return finding.column().equals(Finding.TABLE) ? language.text("verdict.table") : shortened(finding.column());
    }

    /** The number as it is, for in report.json it has always been that. */
    private String counted(String key, long count, String... more) {
        Object[] arguments = Stream.concat(Stream.of(count), Stream.of(more)).toArray();
        return language.text(key + (count == 1 ? ".one" : ".other"), arguments);
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }
}
