package io.lakewarden.benchmarks.validate.worker;

import com.amazon.deequ.analyzers.AnalyzerOptions;
import com.amazon.deequ.checks.Check;
import com.amazon.deequ.checks.CheckLevel;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import scala.Option;
import scala.collection.JavaConverters;
import scala.runtime.AbstractFunction1;
import scala.util.matching.Regex;

/**
 * The rules of {@code rules.yaml} as somebody writes them who uses Deequ, by the same ids and of the same meaning: a rule
 * about the rows that have a value is a check with a filter, or one that lets null pass.
 */
final class DeequChecks {
    private static final Option<String> NO_HINT = Option.empty();
    private static final Option<AnalyzerOptions> NO_OPTIONS = Option.empty();
    private static final Option<UserDefinedFunction> NO_BINS = Option.empty();
    private static final int MOST_VALUES = 1_000;

    private DeequChecks() {}

    /** One check for each rule, described by its id. */
    static List<Check> all() {
        return List.of(
                complete("customer-there", "customer_id_2", 0.95),
                complete("session-there", "session_id_10", 0.95),
                complete("created-there", "created_at_6", 0.95),
                complete("comment-there", "comment_17", 0.9),
                check("age-there").isComplete("age_4", NO_HINT, NO_OPTIONS),
                complete("state-there", "state_5", 0.99),
                check("active-amount-there")
                        .hasCompleteness("amount_9", from(0.9), NO_HINT, NO_OPTIONS)
                        .where("is_active_8"),
                check("rows").hasSize(from(1), NO_HINT),
                range("age-range", "age_4", 0, 120),
                range("measurement-range", "measurement_0", 0, 100),
                range("rate-range", "rate_7", 0, 1),
                range("tier-range", "tier_code_15", 1, 5),
                range("duration-range", "duration_millis_16", 0, 400_000),
                share("temperature-range", "temperature_13 BETWEEN -10 AND 40", 0.99)
                        .where("temperature_13 IS NOT NULL"),
                share("price-range", "price_1 BETWEEN 0.01 AND 1000", 0.99).where("price_1 IS NOT NULL"),
                share("first-tier-price", "price_1 >= 19", 1).where("tier_code_15 = 1 AND price_1 IS NOT NULL"),
                share("amount-range", "amount_9 IS NULL OR amount_9 >= 0", 1),
                share(
                        "booked-range",
                        "booked_on_12 IS NULL OR booked_on_12 BETWEEN DATE'2022-01-01' AND DATE'2024-12-31'",
                        1),
                share(
                        "created-range",
                        "created_at_6 IS NULL OR created_at_6 BETWEEN TIMESTAMP'2024-01-01 00:00:00'"
                                + " AND TIMESTAMP'2025-01-01 00:00:00'",
                        1),
                check("visits-minimum").hasMin("visits_11", from(0), NO_HINT, NO_OPTIONS),
                check("age-maximum").hasMax("age_4", to(120), NO_HINT, NO_OPTIONS),
                check("measurement-mean").hasMean("measurement_0", between(48, 52), NO_HINT),
                check("measurement-deviation").hasStandardDeviation("measurement_0", between(11, 13), NO_HINT),
                check("price-mean").hasMean("price_1", between(30, 60), NO_HINT),
                check("duration-sum").hasSum("duration_millis_16", from(0), NO_HINT),
                check("age-median").hasExactQuantile("age_4", 0.5, between(38, 46), NO_HINT),
                check("temperature-quantile").hasExactQuantile("temperature_13", 0.9, between(25, 32), NO_HINT),
                check("states")
                        .hasNumberOfDistinctValues("state_5", between(12, 12), NO_BINS, MOST_VALUES, NO_HINT)
                        .where("state_5 IS NOT NULL"),
                check("independent").hasCorrelation("measurement_0", "rate_7", between(-0.2, 0.2), NO_HINT),
                check("state-set").isContainedIn("state_5", states()),
                check("tier-set").isContainedIn("tier_code_15", new String[] {"1", "2", "3", "4", "5"}),
                check("country-set")
                        .isContainedIn(
                                "country_19", new String[] {"C0", "C1", "C2", "C3", "C4", "C5", "C6", "C7"}, from(0.3))
                        .where("country_19 IS NOT NULL"),
                matches("session-form", "session_id_10", "^[0-9a-f]{16}$"),
                matches("product-form", "product_3", "^sku-\\p{L}+[0-9]+$"),
                check("comment-length")
                        .hasMinLength("comment_17", from(5), NO_HINT, NO_OPTIONS)
                        .hasMaxLength("comment_17", to(200), NO_HINT, NO_OPTIONS),
                check("search-length")
                        .hasMinLength("search_term_14", from(3), NO_HINT, NO_OPTIONS)
                        .hasMaxLength("search_term_14", to(80), NO_HINT, NO_OPTIONS),
                check("session-unique").isUnique("session_id_10", NO_HINT, NO_OPTIONS),
                share("booked-first", "booked_on_12 <= created_at_6", 0.7)
                        .where("booked_on_12 IS NOT NULL AND created_at_6 IS NOT NULL"),
                share("rate-below", "rate_7 < measurement_0", 1)
                        .where("rate_7 IS NOT NULL AND measurement_0 IS NOT NULL"),
                share("first-state-visits", "visits_11 >= 0 OR visits_11 IS NULL", 1)
                        .where("state_5 = 'state-0'"));
    }

    private static Check check(String id) {
        return new Check(CheckLevel.Error(), id, list(List.of()));
    }

    private static Check complete(String id, String column, double atLeast) {
        return check(id).hasCompleteness(column, from(atLeast), NO_HINT, NO_OPTIONS);
    }

    private static Check range(String id, String column, double least, double most) {
        return check(id).isContainedIn(column, least, most, true, true, NO_HINT, NO_OPTIONS);
    }

    private static com.amazon.deequ.checks.CheckWithLastConstraintFilterable share(
            String id, String predicate, double atLeast) {
        return check(id).satisfies(predicate, id, from(atLeast), NO_HINT, list(List.of()), NO_OPTIONS);
    }

    private static Check matches(String id, String column, String pattern) {
        return check(id)
                .hasPattern(column, new Regex(pattern, list(List.of())), from(1), Option.empty(), NO_HINT, NO_OPTIONS)
                .where(column + " IS NOT NULL");
    }

    private static String[] states() {
        String[] states = new String[12];
        for (int i = 0; i < states.length; i++) {
            states[i] = "state-" + i;
        }
        return states;
    }

    private static Assertion from(double least) {
        return new Assertion(least, Double.POSITIVE_INFINITY);
    }

    private static Assertion to(double most) {
        return new Assertion(Double.NEGATIVE_INFINITY, most);
    }

    private static Assertion between(double least, double most) {
        return new Assertion(least, most);
    }

    private static <T> scala.collection.immutable.List<T> list(List<T> list) {
        return JavaConverters.asScalaBuffer(list).toList();
    }

    /** What Deequ asks of a number; counts come as longs. */
    private static final class Assertion extends AbstractFunction1<Object, Object> implements Serializable {
        private static final long serialVersionUID = 1L;

        private final double least;
        private final double most;

        Assertion(double least, double most) {
            this.least = least;
            this.most = most;
        }

        @Override
        public Object apply(Object value) {
            double number = ((Number) value).doubleValue();
            return number >= least && number <= most;
        }
    }
}
