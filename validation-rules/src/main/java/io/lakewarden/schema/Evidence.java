package io.lakewarden.schema;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.schema.constraint.Amounts;
import io.lakewarden.schema.constraint.ColumnConstraint;
import io.lakewarden.schema.constraint.ObservedColumn;
import io.lakewarden.schema.constraint.Verdict;
import java.util.List;

/**
 * How a constraint fared on the folds that it was not learned on. Where none of k breaks it, the rule of three says that at
 * 95 % confidence at most a share of 3/k does, as far as what comes is like what was seen.
 *
 * @param broken how many held-out folds break it, or cannot tell
 * @param folds how many were held out
 * @param cells how many cells they have
 * @param ofCells whether each cell keeps it for itself, so that cells are what is counted; otherwise folds are
 */
record Evidence(long broken, int folds, long cells, boolean ofCells) {
    private static final double RULE_OF_THREE = 3;

    static Evidence of(ColumnConstraint constraint, List<ColumnProfile> heldOut, boolean ofCells) {
        long broken =
                heldOut.stream().filter(column -> !holds(constraint, column)).count();
        return new Evidence(
                broken,
                heldOut.size(),
                heldOut.stream().mapToLong(ColumnProfile::count).sum(),
                ofCells);
    }

    static boolean holds(ColumnConstraint constraint, ColumnProfile column) {
        return constraint.check(ObservedColumn.alone(column)).equals(Verdict.HOLDS);
    }

    /** Whether at least half of the held-out folds break it, so that it is no rule. */
    boolean isRefuted() {
        return broken > 0 && broken * 2 >= folds;
    }

    /** In one clause. */
    String words(String heldOut) {
        if (folds == 0) {
            return "not checked, for there is one fold only";
        }
        if (broken > 0) {
            return "widened, for " + broken + " of " + heldOut + " went beyond what was learned";
        }
        long size = ofCells ? cells : folds;
        String subject = ofCells ? Amounts.count(cells, "cell") + " in " + heldOut : heldOut;
        String bound = size <= RULE_OF_THREE
                ? "too few to say more"
                : "at 95 % at most " + Amounts.percent(RULE_OF_THREE / size);
        return "broken by 0 of " + subject + ": " + bound;
    }
}
