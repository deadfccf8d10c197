package io.lakewarden.rules;

import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of rules.
 *
 * @param findings one for each, in their order
 */
public record RulesVerdict(List<Finding> findings) {
    public RulesVerdict {
        findings = List.copyOf(findings);
    }

    /** Whether every rule of severity fail held. One that could not be judged did not. */
    public boolean held() {
        return broken().isEmpty();
    }

    private List<Finding> broken() {
        return findings.stream()
                .filter(it -> it.status() == Status.FAIL || it.status() == Status.ERROR)
                .toList();
    }

    /**
     * Ends a test or a job whose rows are not as they must be.
     *
     * @throws AssertionError if a rule of severity fail did not hold or could not be judged, with a line for each
     */
    public RulesVerdict requireHeld() {
        List<Finding> broken = broken();
        if (!broken.isEmpty()) {
            throw new AssertionError(broken.size() + (broken.size() == 1 ? " rule" : " rules") + " of "
                    + findings.size() + " did not hold:\n"
                    + broken.stream()
                            .map(it -> it.status() + " " + it.key() + ": " + it.sentence())
                            .collect(Collectors.joining("\n")));
        }
        return this;
    }
}
