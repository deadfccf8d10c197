package io.lakewarden.schema.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.schema.ForeignSchema;
import io.lakewarden.schema.TableSchema;
import io.lakewarden.schema.Tables;
import io.lakewarden.yaml.ConfigProblem;
import io.lakewarden.yaml.Reading;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SageMakerReaderTest {
    private static final String CONSTRAINTS =
            """
            {
              "version": 0.0,
              "features": [
                {"name": "Churn", "inferred_type": "Integral", "completeness": 1.0,
                 "num_constraints": {"is_non_negative": true}},
                {"name": "Day.Mins", "inferred_type": "Fractional", "completeness": 0.98,
                 "num_constraints": {"is_non_negative": false}},
                {"name": "State", "inferred_type": "String", "completeness": 1.0,
                 "string_constraints": {"domains": ["CA", "NY"]}},
                {"name": "Odd", "inferred_type": "Unknown", "completeness": 0.0}
              ],
              "monitoring_config": {
                "evaluate_constraints": "Enabled",
                "emit_metrics": "Enabled",
                "datatype_check_threshold": 0.9,
                "domain_content_threshold": 0.95,
                "distribution_constraints": {
                  "perform_comparison": "Enabled", "comparison_threshold": 0.1, "comparison_method": "Simple"
                }
              }
            }
            """;

    private static final String STATISTICS =
            """
            {
              "version": 0.0,
              "dataset": {"item_count": 4},
              "features": [
                {"name": "age", "inferred_type": "Integral",
                 "numerical_statistics": {"common": {"num_present": 3, "num_missing": 1}, "min": 17.0, "max": 90.0}},
                {"name": "city", "inferred_type": "String",
                 "string_statistics": {"common": {"num_present": 4, "num_missing": 0}, "distinct_count": 2.0,
                   "distribution": {"categorical": {"buckets": [
                     {"value": "Bern", "count": 3}, {"value": "Basel", "count": 1}]}}}},
                {"name": "id", "inferred_type": "String",
                 "string_statistics": {"common": {"num_present": 4, "num_missing": 0}, "distinct_count": 4.0,
                   "distribution": {"categorical": {"buckets": [{"value": "a", "count": 1}]}}}}
              ]
            }
            """;

    @Test
    void constraintsAreTakenOver() {
        ForeignSchema<TableSchema> read = read(CONSTRAINTS);

        assertThat(read.content())
                .isEqualTo(
                        Tables.schema(
                                """
                        columns:
                          Churn:
                            type: [bigint, int, smallint, tinyint]
                            presence: {min_fraction: 1}
                            range: {min: 0}
                            skew: {l_infinity_distance: 0.1}
                          "`Day.Mins`":
                            type: [double, float]
                            presence: {min_fraction: 0.98}
                            skew: {l_infinity_distance: 0.1}
                          State:
                            type: string
                            presence: {min_fraction: 1}
                            domain: {min_mass: 0.95, values: [CA, NY]}
                            skew: {l_infinity_distance: 0.1}
                          Odd:
                            skew: {l_infinity_distance: 0.1}
                        """));
        assertThat(read.lost())
                .containsExactly(
                        "'Odd' inferred_type 'Unknown': no Spark type is meant by it",
                        "datatype_check_threshold: a column has one type, which either holds or not");
    }

    @Test
    void aComparisonWithoutCounterpartIsListed() {
        ForeignSchema<TableSchema> read = read(CONSTRAINTS.replace("Simple", "Robust"));

        assertThat(read.lost())
                .contains("distribution_constraints.comparison_method 'Robust': only Simple, the largest difference of"
                        + " shares, has a counterpart");
        assertThat(read.content().columns())
                .allSatisfy(column -> assertThat(column.constraint("skew")).isEmpty());
    }

    @Test
    void statisticsBecomeExpectations() {
        assertThat(read(STATISTICS).content())
                .isEqualTo(
                        Tables.schema(
                                """
                        columns:
                          age:
                            type: [bigint, int, smallint, tinyint]
                            presence: {min_fraction: 0.75}
                            range: {min: 17, max: 90}
                          city:
                            type: string
                            presence: {min_fraction: 1}
                            domain: [Bern, Basel]
                          id:
                            type: string
                            presence: {min_fraction: 1}
                        """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"features\": [}        | 1:16: no JSON: Unexpected close marker '}': expected ']'; expected",
                "[]                       | 1:1: the file holds no JSON object",
                "{}                       | 1:1: the file has no list \"features\"",
                "{\"features\": [{}]}     | 1:1: features[0] has no \"name\""
            })
    void aBrokenFileIsToldWithItsPlace(String text, String problem) {
        Reading reading = new Reading(Path.of("constraints.json"), "schema", Map.of());
        SageMakerReader.read(text, reading);

        assertThat(reading.problems())
                .singleElement()
                .extracting(ConfigProblem::toString)
                .asString()
                .startsWith("constraints.json:" + problem);
    }

    private static ForeignSchema<TableSchema> read(String text) {
        Reading reading = new Reading(Path.of("constraints.json"), "schema", Map.of());
        Optional<ForeignSchema<TableSchema>> read = SageMakerReader.read(text, reading);
        assertThat(reading.problems()).isEmpty();
        return read.orElseThrow();
    }
}
