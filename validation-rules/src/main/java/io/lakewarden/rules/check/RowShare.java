package io.lakewarden.rules.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.rules.measure.Measure;
import java.util.List;
import org.apache.spark.sql.Column;

/** Shares of the rows that have the values which a rule is about: rows without are the business of other rules. */
final class RowShare {
    private RowShare() {}

    static RulePart of(RuleScope scope, List<Column> values, Column holds, Bounds bounds, String claim) {
        return RulePart.share(new Measure.Share(coalesce(holds, lit(false)), scope.rowsWith(values)), bounds, claim);
    }

    static RulePart of(RuleScope scope, Column value, Column holds, Bounds bounds, String claim) {
        return of(scope, List.of(value), holds, bounds, claim);
    }
}
