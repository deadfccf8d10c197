package io.lakewarden.rules;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import io.lakewarden.rules.check.RuleData;
import io.lakewarden.rules.check.RulePart;
import io.lakewarden.rules.check.RuleScope;
import io.lakewarden.rules.measure.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import scala.collection.JavaConverters;

/**
 * Tells rows by the rules that they fail. Rules about single rows do, and rules that values occur once, of which all rows
 * with the same value fail, or all but the first. Rules about numbers of the whole, and rules that do not fit the data,
 * concern no row.
 */
public final class RowMarks {
    /** The rules of severity fail that a row fails, by id. */
    public static final String FAILED = "failed_rules";
    /** The rules of severity warn that a row fails, by id. */
    public static final String WARNED = "warned_rules";

    private static final Column NO_IDS = array().cast("array<string>");

    private RowMarks() {}

    /** The rows, as many as there are, with {@link #FAILED} and {@link #WARNED} behind their own columns. */
    public static Dataset<Row> mark(RuleData data, List<Rule> rules) {
        List<Column> failed = new ArrayList<>();
        List<Column> warned = new ArrayList<>();
        RuleData wider = data;
        for (Rule rule : rules) {
            Optional<Marked> marked = marked(wider, rule);
            if (marked.isPresent()) {
                wider = wider.with(marked.get().rows());
                (rule.severity() == Severity.FAIL ? failed : warned)
                        .add(when(marked.get().fails(), array(lit(rule.id()))).otherwise(NO_IDS));
            }
        }
        List<Column> columns = new ArrayList<>(List.of(ownColumns(data.rows())));
        columns.add(ids(failed).as(FAILED));
        columns.add(ids(warned).as(WARNED));
        return wider.rows().select(columns.toArray(Column[]::new));
    }

    private static Column[] ownColumns(Dataset<Row> rows) {
        return JavaConverters.seqAsJavaList(rows.queryExecution().analyzed().output()).stream()
                .map(Column::new)
                .toArray(Column[]::new);
    }

    private static Column ids(List<Column> marks) {
        return marks.isEmpty() ? NO_IDS : concat(marks.toArray(Column[]::new));
    }

    private static Optional<Marked> marked(RuleData data, Rule rule) {
        try {
            RuleScope scope = new RuleScope(data, rule.where());
            List<Column> failing = new ArrayList<>();
            for (RulePart part : rule.check().parts(scope)) {
                Optional<Column> fails = failing(part.measure());
                if (fails.isEmpty()) {
                    return Optional.empty();
                }
                scope.dataset().select(fails.get()).schema();
                failing.add(fails.get());
            }
            return failing.stream().reduce(Column::or).map(fails -> new Marked(scope.dataset(), fails));
        } catch (Exception e) { // What does not fit the data is told by the verdict; Scala does not declare what it
            // throws.
            return Optional.empty();
        }
    }

    private static Optional<Column> failing(Measure measure) {
        if (measure instanceof Measure.Completeness complete) {
            return Optional.of(among(complete.among(), complete.value().isNull()));
        }
        if (measure instanceof Measure.Share share) {
            return Optional.of(among(share.among(), not(share.holds())));
        }
        if (measure instanceof Measure.Uniqueness unique) {
            WindowSpec equals = Window.partitionBy(unique.values().toArray(Column[]::new));
            Column number = unique.keepFirstBy()
                    .map(first -> row_number().over(equals.orderBy(first.asc_nulls_last())))
                    .orElseGet(() -> count(lit(1)).over(equals));
            return Optional.of(unique.values().get(0).isNotNull().and(number.gt(1)));
        }
        return Optional.empty();
    }

    private static Column among(Optional<Column> rows, Column fails) {
        return rows.map(it -> coalesce(it, lit(false)).and(fails)).orElse(fails);
    }

    /** The rows with what a rule needs of other tables, and whether each fails it. */
    private record Marked(Dataset<Row> rows, Column fails) {}
}
