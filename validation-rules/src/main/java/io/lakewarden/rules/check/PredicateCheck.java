package io.lakewarden.rules.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import io.lakewarden.result.Finding;
import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.rules.measure.Measure;
import java.util.List;

/** A predicate of the user's holds. */
record PredicateCheck(String predicate, Bounds bounds) implements RuleCheck {
    private static final RuleKey<String> PREDICATE = RuleKey.required(
            "predicate",
            "a Spark SQL predicate over the columns of a row",
            Keys.TEXT,
            (field, expected) -> field.text(expected));
    static final RuleType TYPE = RuleType.of(
            "sql",
            "A Spark SQL predicate is true; where it is null, it is not.",
            List.of(PREDICATE, Keys.SHARE_AT_LEAST),
            rule -> PREDICATE.in(rule).map(sql -> new PredicateCheck(sql, Keys.share(rule))));

    @Override
    public String type() {
        return TYPE.name();
    }

    @Override
    public String column() {
        return Finding.TABLE;
    }

    @Override
    public List<RulePart> parts(RuleScope scope) {
        return List.of(RulePart.share(
                new Measure.Share(coalesce(scope.predicate(predicate), lit(false)), scope.rows()), bounds, predicate));
    }
}
