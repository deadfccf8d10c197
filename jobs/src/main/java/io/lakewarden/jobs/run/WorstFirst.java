package io.lakewarden.jobs.run;

import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.Comparator;
import java.util.List;

/** Findings as people want to read them: what went wrong before what did not. */
final class WorstFirst {
    private static final List<Status> ORDER =
            List.of(Status.FAIL, Status.ERROR, Status.WARN, Status.PASS, Status.SKIPPED);

    private WorstFirst() {}

    static List<Finding> of(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparingInt(finding -> ORDER.indexOf(finding.status())))
                .toList();
    }
}
