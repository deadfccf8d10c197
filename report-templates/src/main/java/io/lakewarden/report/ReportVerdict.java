package io.lakewarden.report;

import io.lakewarden.report.text.Language;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The outcome of a run.
 *
 * @param status the worst status of the findings, in the order of {@link #worst}
 * @param sentence one sentence that a manager understands
 * @param counts how many findings have each status; a status that none has is absent
 */
public record ReportVerdict(Status status, String sentence, SortedMap<Status, Integer> counts) {
    /** FAIL before ERROR (undecidable) before WARN before PASS before SKIPPED. */
    public static final Comparator<Status> WORST_FIRST = Comparator.comparingInt(
            List.of(Status.FAIL, Status.ERROR, Status.WARN, Status.PASS, Status.SKIPPED)::indexOf);

    public ReportVerdict {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(sentence, "sentence");
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** The verdict over the findings, with a sentence made from them and the columns. */
    public static ReportVerdict of(List<Finding> findings, List<ReportColumn> columns) {
        TreeMap<Status, Integer> counts = new TreeMap<>();
        findings.forEach(finding -> counts.merge(finding.status(), 1, Integer::sum));
        return new ReportVerdict(worst(counts.keySet()), sentence(findings, columns, Language.ENGLISH), counts);
    }

    /** The sentence over the findings and the columns in a language. */
    public static String sentence(List<Finding> findings, List<ReportColumn> columns, Language language) {
        return VerdictSentence.of(findings, columns, language);
    }

    /**
     * The first of {@link #WORST_FIRST}; {@link Status#SKIPPED} where there are none, for nothing was judged.
     */
    public static Status worst(Collection<Status> statuses) {
        return statuses.stream().min(WORST_FIRST).orElse(Status.SKIPPED);
    }
}
