package io.lakewarden.rules.check;

import java.util.List;

/**
 * What a rule checks. Implemented by records, whose text says all that makes one check differ from another: ids are made
 * of it.
 */
public interface RuleCheck {
    /** The name of its type in YAML. */
    String type();

    /** The column that findings name, or {@link io.lakewarden.result.Finding#TABLE}. */
    String column();

    /** Whether it is about how many rows there are, so that no rows are something to judge. */
    default boolean countsRows() {
        return false;
    }

    /**
     * The numbers that are judged over some rows; the rule holds where each of them is right.
     *
     * @throws RuleException if it does not fit the data
     */
    List<RulePart> parts(RuleScope scope);
}
