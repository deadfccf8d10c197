package io.lakewarden.rules;

import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.Objects;

/**
 * What became of a rule.
 *
 * @param rule the rule
 * @param finding how it was judged
 * @param holdsOfEveryRow whether it is about rows and none of them fails it, so that none has to be looked at again
 */
public record JudgedRule(Rule rule, Finding finding, boolean holdsOfEveryRow) {
    public JudgedRule {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(finding, "finding");
    }

    /** Whether rows may fail it: not where that is known, nor where nothing is. */
    public boolean tellsRowsApart() {
        return finding.status() != Status.ERROR && !holdsOfEveryRow;
    }
}
