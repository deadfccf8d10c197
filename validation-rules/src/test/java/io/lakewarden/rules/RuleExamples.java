package io.lakewarden.rules;

import java.util.List;

/** Rules of every type over {@link People}: the status, the rule, and what is observed. */
final class RuleExamples {
    private static final String EXAMPLES =
            """
            PASS  | check: complete, column: email | 100% of 10 rows
            FAIL  | check: complete, column: left | 90% of 10 rows
            PASS  | check: complete, column: left, at_least: 0.9 | 90% of 10 rows
            WARN  | check: complete, column: left, severity: warn, id: warned | 90% of 10 rows
            ERROR | check: complete, column: email, where: id > 99 | undecided
            ERROR | check: complete, column: nobody | undecided
            PASS  | check: unique, columns: id | 100% of 10 rows
            FAIL  | check: unique, columns: pair | 0% of 10 rows
            PASS  | check: unique, columns: [pair, age] | 100% of 10 rows
            PASS  | check: unique, columns: pair, where: id % 2 = 0 | 100% of 5 rows
            FAIL  | check: unique, columns: country, where: "id in (0, 1, 2)" | 33.33% of 3 rows
            ERROR | check: unique, columns: nothing | undecided
            PASS  | check: primary_key, columns: [pair, age] | 100% of 10 rows; 100% of 10 rows; 100% of 10 rows
            FAIL  | check: primary_key, columns: pair | 100% of 10 rows; 0% of 10 rows
            FAIL  | check: primary_key, columns: nothing | 0% of 10 rows; undecided
            PASS  | check: range, column: age, min: 20, max: 29 | 100% of 10 rows
            FAIL  | check: range, column: age, min: 21 | 90% of 10 rows
            FAIL  | check: range, column: spotty, min: 0 | 90% of 10 rows
            FAIL  | check: range, column: spotty, max: 9 | 90% of 10 rows
            PASS  | check: range, column: joined, min: 2026-01-01, max: 2026-01-10 | 100% of 10 rows
            FAIL  | check: range, column: at, max: "2026-01-05T11:59:59Z" | 80% of 10 rows
            ERROR | check: range, column: email, min: 1 | undecided
            ERROR | check: range, column: age, min: old | undecided
            PASS  | check: one_of, column: country, values: [DE, FR] | 100% of 10 rows
            FAIL  | check: one_of, column: country, values: [DE] | 40% of 10 rows
            PASS  | check: one_of, column: pair, values: [0, 1, 2, 3, 4] | 100% of 10 rows
            ERROR | check: one_of, column: nothing, values: [a] | undecided
            PASS  | check: matches, column: email, pattern: "^[a-z]+", at_least: 1 | 100% of 10 rows
            FAIL  | check: matches, column: email, pattern: "@" | 90% of 10 rows
            ERROR | check: matches, column: age, pattern: "2" | undecided
            FAIL  | check: semantic, column: email, is: email | 90% of 10 rows
            PASS  | check: semantic, column: country, is: country_code | 100% of 10 rows
            ERROR | check: semantic, column: nothing, is: url | undecided
            PASS  | check: length, column: country, min: 2, max: 2 | 100% of 10 rows
            FAIL  | check: length, column: email, min: 7 | 90% of 10 rows
            ERROR | check: length, column: age, min: 1 | undecided
            FAIL  | check: readable_as, column: code, as: int | 90% of 10 rows
            PASS  | check: readable_as, column: code, as: double | 100% of 10 rows
            ERROR | check: readable_as, column: nothing, as: date | undecided
            FAIL  | check: compare, column: joined, is: "<", than: left | 88.89% of 9 rows
            PASS  | check: compare, column: id, is: "<=", than: age | 100% of 10 rows
            ERROR | check: compare, column: id, is: "<", than: email | undecided
            PASS  | check: sql, predicate: "age - 20 = id" | 100% of 10 rows
            FAIL  | check: sql, predicate: "left > joined" | 80% of 10 rows
            ERROR | check: sql, predicate: "ages > 1" | undecided
            PASS  | check: row_count, at_least: 10, at_most: 10 | 10
            FAIL  | check: row_count, at_least: 1, where: id > 99 | 0
            PASS  | check: row_count, at_most: 4, where: country = 'DE' | 4
            ERROR | check: row_count, at_least: 1, where: nobody > 1 | undecided
            PASS  | check: fresh, column: at, within: P6D | 2026-01-05T12:00:00Z
            FAIL  | check: fresh, column: at, within: P1D | 2026-01-05T12:00:00Z
            ERROR | check: fresh, column: age, within: P1D | undecided
            PASS  | check: quantile, column: age, quantile: 0.5, at_least: 24.5, at_most: 24.5 | 24.5
            FAIL  | check: quantile, column: age, quantile: 0.9, at_most: 28 | 28.1
            ERROR | check: quantile, column: age, quantile: 0.5, at_most: 28, where: id > 99 | undecided
            PASS  | check: correlation, column: id, with: age, at_least: 0.999 | 1
            FAIL  | check: correlation, column: id, with: income, at_most: 0.5 | 1
            ERROR | check: correlation, column: id, with: id, at_least: 0, where: id = 1 | undecided
            PASS  | check: aggregate, expression: "sum(income) / sum(id)", at_least: 1222, at_most: 1223 | 1222.22
            FAIL  | check: aggregate, expression: "count(1) FILTER (WHERE country = 'DE')", at_least: 5 | 4
            ERROR | check: aggregate, expression: "sum(incomes)", at_least: 5 | undecided
            PASS  | check: sum, column: income, at_least: 55000, at_most: 55000 | 55,000
            FAIL  | check: sum, column: income, at_most: 9999, where: country = 'DE' | 22,000
            ERROR | check: sum, column: email, at_least: 0 | undecided
            ERROR | check: mean, column: spotty, at_least: 0 | undecided
            PASS  | check: mean, column: age, at_least: 24.5, at_most: 24.5 | 24.5
            FAIL  | check: standard_deviation, column: age, at_most: 2 | 2.87228
            PASS  | check: standard_deviation, column: age, at_least: 2 | 2.87228
            ERROR | check: standard_deviation, column: age, at_least: 2, where: id > 99 | undecided
            PASS  | check: minimum, column: age, at_least: 20 | 20
            FAIL  | check: maximum, column: age, at_most: 28 | 29
            FAIL  | check: minimum, column: age, at_least: 21 | 20
            PASS  | check: maximum, column: age, at_most: 29 | 29
            ERROR | check: minimum, column: email, at_least: 20 | undecided
            ERROR | check: maximum, column: country, at_least: 20 | undecided
            PASS  | check: entropy, column: country, at_least: 0.67301, at_most: 0.67302 | 0.673012
            FAIL  | check: entropy, column: pair, at_most: 1 | 1.60944
            ERROR | check: entropy, column: nobody, at_most: 1 | undecided
            PASS  | check: distinct_count, column: country, at_least: 2, at_most: 2 | 2
            FAIL  | check: distinct_count, column: pair, at_most: 4 | 5
            ERROR | check: distinct_count, column: nobody, at_most: 4 | undecided
            ERROR | check: distinct_count, column: nothing, at_most: 4 | undecided
            PASS  | check: distinct_ratio, column: pair, at_least: 0.5, at_most: 0.5 | 0.5
            FAIL  | check: distinct_ratio, column: id, at_most: 0.9 | 1
            ERROR | check: distinct_ratio, column: nothing, at_most: 0.9 | undecided
            ERROR | check: like_reference, column: age, metric: mean, within: 0.1 | undecided
            """;

    private RuleExamples() {}

    /** The first, second or third part of every example. */
    static List<String> column(int index) {
        return EXAMPLES.lines()
                .map(line -> List.of(line.split("\\|", -1)).get(index).strip())
                .toList();
    }
}
