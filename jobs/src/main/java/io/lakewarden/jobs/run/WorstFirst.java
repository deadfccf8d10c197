package io.lakewarden.jobs.run;

import io.lakewarden.report.ReportVerdict;
import io.lakewarden.result.Finding;
import java.util.Comparator;
import java.util.List;

/** Findings as people want to read them: what went wrong before what did not. */
final class WorstFirst {
    private WorstFirst() {}

    static List<Finding> of(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::status, ReportVerdict.WORST_FIRST))
                .toList();
    }
}
