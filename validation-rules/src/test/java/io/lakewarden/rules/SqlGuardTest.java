package io.lakewarden.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.spark.SparkExtension;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkExtension.class)
class SqlGuardTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    reflect('java.lang.System', 'nanoTime') > '1'        | uses 'reflect', which is none of the functions
                    java_method('java.lang.System', 'exit', 1) = ''      | uses 'java_method'
                    rand() > 0.5                                         | uses 'rand'
                    uuid() = email                                       | uses 'uuid'
                    current_date() > joined                              | uses 'current_date'
                    current_date > joined                                | the clock
                    now() > at                                           | uses 'now'
                    joined < 'today'                                     | the clock
                    joined < cast(concat('no', 'w') as date)             | the clock
                    joined < '\\\\u006eow'                               | the clock
                    joined < date'\\\\u006eow'                           | the clock
                    input_file_name() = ''                               | uses 'input_file_name'
                    monotonically_increasing_id() > 1                    | uses 'monotonically_increasing_id'
                    raise_error('x') = 1                                 | uses 'raise_error'
                    explode(array(true))                                 | uses 'explode'
                    sum(age) > 1                                         | a predicate is about one row
                    age > (select 1)                                     | reads another table
                    exists(select 1)                                     | reads another table
                    age in (select 1)                                    | reads another table
                    row_number() over (order by age) = 1                 | uses 'row_number'
                    age > 1; drop table people                           | does not fit
                    drop table people                                    | does not fit
                    age + 1                                              | is int, but a predicate is true or false
                    agee > 1                                             | does not fit
                    lenght(email) > 1                                    | did you mean 'length'?
                    """)
    void refuses(String predicate, String reason, SparkSession session) {
        Finding finding = People.findings(People.in(session), "check: sql, predicate: \"" + predicate + "\"")
                .get(0);

        assertThat(finding.status()).isEqualTo(Status.ERROR);
        assertThat(finding.sentence()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    age between 20 and 29 and country in ('DE', 'FR')
                    case when country = 'DE' then age >= 20 else true end
                    email like '%o%' or email rlike 'x' or email is null
                    cast(code as double) >= 0
                    joined >= '2026-01-01' and at >= timestamp'2026-01-01 00:00:00'
                    to_date(cast(joined as string)) = joined
                    date_diff(at, joined) <= 0
                    coalesce(left, joined) >= date'2026-01-01'
                    exists(array(age, 1), x -> x > 1)
                    if(age > 1, true, false)
                    """)
    void letsThroughWhatIsAboutTheRow(String predicate, SparkSession session) {
        Finding finding = People.findings(People.in(session), "check: sql, predicate: \"" + predicate + "\"")
                .get(0);

        assertThat(finding.status()).as(finding.sentence()).isEqualTo(Status.PASS);
    }

    @Test
    void aListedNameThatSomebodyHasTakenIsRefused(SparkSession session) {
        SparkSession own = session.newSession();
        own.udf().register("soundex", (UDF1<String, String>) text -> text, DataTypes.StringType);

        Finding finding = People.findings(People.in(own), "check: sql, predicate: \"soundex(email) = email\"")
                .get(0);

        assertThat(finding.sentence()).contains("runs code that is no part of Spark");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "avg(age)",
                "mean(age)",
                "cast(bool_and(age > 1) as int)",
                "cast(any(age > 1) as int)",
                "corr(age, id)",
                "count(1)",
                "count(distinct age)",
                "count_if(age > 1)",
                "covar_pop(age, id)",
                "covar_samp(age, id)",
                "kurtosis(age)",
                "max(age)",
                "median(age)",
                "min(age)",
                "percentile(age, 0.5)",
                "regr_count(age, id)",
                "regr_r2(age, id)",
                "regr_slope(age, id)",
                "skewness(income)",
                "stddev(age)",
                "stddev_pop(age)",
                "sum(age) filter (where id > 1) / sum(id)",
                "try_avg(age)",
                "try_sum(age)",
                "var_pop(age)",
                "variance(age)"
            })
    void letsThroughAggregates(String expression, SparkSession session) {
        Finding finding = People.findings(
                        People.in(session), "check: aggregate, expression: \"" + expression + "\", at_least: -1000")
                .get(0);

        assertThat(finding.status()).as(finding.sentence()).isEqualTo(Status.PASS);
    }

    @Test
    void theSameHoldsOfFiltersAndAggregates(SparkSession session) {
        assertThat(People.findings(
                        People.in(session),
                        "check: complete, column: id, where: \"rand() > 2\"",
                        "check: aggregate, expression: \"first(age)\", at_least: 1",
                        "check: aggregate, expression: \"sum(rand())\", at_least: 1",
                        "check: aggregate, expression: \"age\", at_least: 1",
                        "check: aggregate, expression: \"(select 1)\", at_least: 1",
                        "check: aggregate, expression: \"max(email)\", at_least: 1"))
                .extracting(Finding::status)
                .containsOnly(Status.ERROR);
    }
}
