package io.lakewarden.schema.tfdv;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.schema.ForeignSchema;
import io.lakewarden.schema.TableSchema;
import io.lakewarden.schema.Tables;
import io.lakewarden.yaml.ConfigProblem;
import io.lakewarden.yaml.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TfdvTest {
    private static final String FILE =
            """
            # written by hand in all forms that the text format knows
            feature {
              name: "age"
              type: INT
              value_count { min: 1 max: 1 }
              presence { min_fraction: 1.0, min_count: 1; }
              int_domain { min: 17 max: 90 }
              unique_constraints: < min: 2 max: 74 >
            }
            feature {
              name: 'job'
              type: BYTES
              domain: "jobs"
              presence { min_count: 1 }
              shape { dim { size: 1 } }
              distribution_constraints { min_domain_mass: 0.95 }
              drift_comparator { infinity_norm { threshold: 0.01 } }
              skew_comparator { jensen_shannon_divergence { threshold: 0.25 } }
              not_in_environment: "SERVING"
            }
            feature {
              name: "a.b`\\346\\230\\237"
              type: FLOAT
              float_domain { name: "x" min: -1.5 disallow_nan: true disallow_inf: true }
              lifecycle_stage: PRODUCTION
            }
            feature {
              name: "tags"
              type: BYTES
              presence { min_count: 1 }
              value_count { min: 1 max: 5 }
              string_domain { value: ["x", 'y' "z"] }
            }
            feature { name: "old" type: INT lifecycle_stage: DEPRECATED int_domain { min: 1 } }
            feature { name: "text" type: BYTES natural_language_domain { } annotation { tag: "t" } }
            string_domain { name: "jobs" value: "admin." value: "\\"quoted\\"\\n" }
            default_environment: "TRAINING"
            default_environment: "SERVING"
            dataset_constraints {
              num_examples_drift_comparator { min_fraction_threshold: 0.5 max_fraction_threshold: 2 }
              min_examples_count: 10
            }
            """;

    private static final String SAME =
            """
            rows: {min: 10, min_ratio: 0.5, max_ratio: 2}
            environments: [TRAINING, SERVING]
            columns:
              age:
                type: [bigint, int, smallint, tinyint, boolean]
                presence: {min_fraction: 1, min_count: 1}
                range: {min: 17, max: 90}
                distinct: {min: 2, max: 74}
              job:
                not_in: [SERVING]
                type: [string, binary, date, timestamp, timestamp_ntz]
                presence: {min_fraction: 0, min_count: 1}
                domain:
                  min_mass: 0.95
                  values: [admin., "\\"quoted\\"\\u000A"]
                drift: {l_infinity_distance: 0.01}
                skew: {js_distance: 0.5}
              "`a.b``星`":
                required: false
                type: [float, double]
                range: {min: -1.5}
                nan: false
                infinity: false
              tags:
                presence: {min_fraction: 0, min_count: 1}
                valency: {min: 1, max: 5}
              tags.element:
                type: [string, binary, date, timestamp, timestamp_ntz]
                domain: [x, yz]
              old: {required: false}
              text:
                required: false
                type: [string, binary, date, timestamp, timestamp_ntz]
            """;

    @Test
    void aSchemaOfTfdvIsTakenOver() {
        ForeignSchema<TableSchema> read = read(FILE);

        assertThat(read.content()).isEqualTo(Tables.schema(SAME));
        assertThat(read.lost())
                .containsExactly(
                        "the feature 'old' is in a stage that TFDV does not check; nothing is demanded of it",
                        "line 35: natural_language_domain says what a schema of a table cannot hold",
                        "line 35: annotation says what a schema of a table cannot hold");
    }

    @Test
    void whatWasTakenOverIsWrittenToTheSame() {
        TableSchema schema = read(FILE).content();
        ForeignSchema<String> written = TfdvWriter.write(schema);

        assertThat(read(written.content()).content()).isEqualTo(schema);
        assertThat(written.lost()).isEmpty();
    }

    /** How the file was made stands at its top. */
    @Test
    void aFileThatTfdvWroteIsTakenOverAndBack() throws IOException {
        ForeignSchema<TableSchema> read =
                read(Files.readString(Path.of("src/test/resources/io/lakewarden/schema/tfdv-1.16.1.pbtxt")));

        assertThat(read.lost()).isEmpty();
        assertThat(read.content())
                .isEqualTo(
                        Tables.schema(
                                """
                        rows: {min: 100}
                        environments: [TRAINING, SERVING]
                        columns:
                          age:
                            type: [bigint, int, smallint, tinyint, boolean]
                            presence: {min_fraction: 1, min_count: 1}
                            range: {min: 17, max: 90}
                          income:
                            type: [float, double]
                            presence: {min_fraction: 1, min_count: 1}
                            nan: false
                            infinity: false
                            drift: {js_distance: 0.25}
                          job:
                            type: [string, binary, date, timestamp, timestamp_ntz]
                            presence: {min_fraction: 1, min_count: 1}
                            domain: {min_mass: 0.9, values: [admin., künstler 🚲, 'say "hi"', techniker]}
                            skew: {l_infinity_distance: 0.01}
                          "`a.b``c`":
                            type: [string, binary, date, timestamp, timestamp_ntz]
                            presence: {min_fraction: 1, min_count: 1}
                            domain: [x, y]
                          note:
                            type: [string, binary, date, timestamp, timestamp_ntz]
                            presence: {min_count: 1}
                            domain: [n]
                          label:
                            not_in: [SERVING]
                            type: [string, binary, date, timestamp, timestamp_ntz]
                            presence: {min_fraction: 1, min_count: 1}
                            domain: ["no", "yes"]
                        """));
        ForeignSchema<String> written = TfdvWriter.write(read.content());
        assertThat(written.lost()).isEmpty();
        assertThat(read(written.content()).content()).isEqualTo(read.content());
    }

    @Test
    void whatTfdvHasNoWordForIsListed() {
        ForeignSchema<String> written = TfdvWriter.write(
                Tables.schema(
                        """
                new_columns: fail
                columns:
                  a: {type: string, unique: true, length: {max: 3}, severity: warn}
                  b: {type: int, domain: [1, 2], range: {max: 2}}
                  c: {type: timestamp, time_range: {min: 2026-01-01}, skew: {ks_test: 0.1}}
                  d.e: {type: int}
                  f: {type: "map<string,int>", format: email}
                """));

        assertThat(written.lost())
                .containsExactly(
                        "'a' unique: TFDV counts different values, but not whether all are",
                        "'a' length: TFDV knows no lengths of texts",
                        "'a' severity: TFDV has none",
                        "'b' domain: a feature of numbers has a range in TFDV, no list of values",
                        "'c' time_range: TFDV knows no ranges of time",
                        "'c' skew: TFDV does not know ks_test",
                        "'d.e' is inside another column",
                        "'f' type: it is none of INT, FLOAT and BYTES",
                        "'f' format: TFDV has none but URLs",
                        "new_columns: TFDV has one severity for columns that are new");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "feature { name: \"a\"           | 1:20: the text ends before a '}'",
                "feature                         | 1:8: 'feature' has no value; expected a ':' or a '{'",
                "feature { name: \"a }           | 1:21: a quoted text is not closed in its line",
                "feature { name: \"\\q\" }      | 1:20: '\\q' is no escape",
                "feature { name: }               | 1:17: '}' stands where a value of 'name' is expected",
                "feature { type: INT }           | 1:1: a feature has no name",
                "feature { name: \"a\" } feature { name: \"a\" } | 1:23: the feature 'a' is there twice"
            })
    void aBrokenFileIsToldWithItsPlace(String text, String problem) {
        Reading reading = new Reading(Path.of("schema.pbtxt"), "schema", Map.of());
        TfdvReader.read(text, reading);

        assertThat(reading.problems())
                .singleElement()
                .extracting(ConfigProblem::toString)
                .asString()
                .startsWith("schema.pbtxt:" + problem);
    }

    private static ForeignSchema<TableSchema> read(String text) {
        Reading reading = new Reading(Path.of("schema.pbtxt"), "schema", Map.of());
        Optional<ForeignSchema<TableSchema>> read = TfdvReader.read(text, reading);
        assertThat(reading.problems()).isEmpty();
        return read.orElseThrow();
    }
}
