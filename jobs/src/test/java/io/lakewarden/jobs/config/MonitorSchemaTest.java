package io.lakewarden.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The schema for editors and the loader must agree on what is right and on what is wrong. */
class MonitorSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema VALIDATOR =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema());

    private static final String EVERY_KEY =
            """
            monitor: m
            title: t
            source:
              format: csv
              path: a.csv
              where: x > 1
              options: {header: true, separator: ",", null_values: [NA], encoding: UTF-8, bad_rows: count, decimal: ",", multiline: true}
              types: {a: int, b: "decimal(10,2)"}
              null_values: {a: -200, b: ["?", NA, 7, true]}
            time: {column: t, clock: c, pattern: yyyy H}
            windows: P1M
            reference: {pinned: 2011-01-01/2012-01-01, previous: 3}
            columns: {ignore: [a], categorical: [b], id: [c], label: d, prediction: e, protected: [f]}
            slices: {region: 10, night: {where: hour < 6}, "a.`b`": [web, "", "1", 2, true]}
            drift:
              bins: 10
              significance: 0.01
              false_discovery_rate: 0.05
              correction: benjamini_yekutieli
              false_alarms: 2.5/year
              minimum_rows: 3
              cluster: [c, "a.`b`"]
              same: month
              thresholds: {ks_test: {warn: 0.1, fail: 0.2}}
              columns: {b: {thresholds: {ks_test: {warn: 0.1, fail: 0.2}}}}
              scorecards: {s: {bands: [1, 2], points: [1, 2, 3], missing: 4}, a: {points: {x: 1}, other: 2, missing: 3}}
              drifted_columns: {warn: 0.3, fail: 0.5}
            rules: [{set: events, columns: {id: "a.`b`"}}, {set: predictions}]
            quarantine: {path: q, key: [c], publish: on_pass}
            integrity:
              duplicates: 0.01
              conflicting_labels: 0
              mixed_types: 0.2
              special_characters: 1
              identifier_association: 0.5
            multivariate:
              sample: 500
              ignore: [a, b]
              entity: c
              seed: 7
              domain_classifier: {warn: 0.6, fail: 0.7}
              reconstruction_error: {warn: 0.2, fail: 0.3}
              correlation_change: {warn: 0.3, fail: 0.4}
            outliers: {columns: [a, b], ignore: [b], fence: 1.5, isolation: {trees: 10, sample: 64, share: 0.01}, excess: 0.01, examples: 0, bursts: false}
            history:
              - {metric: rows, strategy: range, min: 1, max: 9, owner: o, message: m}
              - {metric: avg, column: ["a.`b`", b], strategy: relative_change, max_decrease: 0.1, max_increase: 1, order: 2}
              - {metric: js_distance, column: a, strategy: online_normal, lower: 2, upper: 2.5, minimum: 9, maximum: 10, severity: warn}
              - {metric: percent_null, column: a, strategy: holt_winters, season: 4, same_weekday: false}
              - {metric: percent_null, column: a, strategy: holt_winters, severity: warn}
            importance: {weights: {a: 0.4, "b.`c`": 3}}
            slice_search: {columns: [a, b], depth: 1, top: 5}
            skew: {path: served, format: delta, where: x > 2, key: [c], tolerance: 1e-6, warn: 0.02, fail: 0.1}
            schema: schema.yaml
            schema_environment: serving
            store: s
            fail_on: warn
            report: {templates: team, language: de}
            """;
    private static final String BY_JSON =
            """
            monitor: m
            source: {format: json, path: a, options: {bad_rows: count}, types: {at: date}, null_values: {a: -1}}
            reference: {where: x}
            """;
    private static final String BY_PATH =
            """
            monitor: m
            source: {format: delta, path: [a, b], version: 3}
            reference: {path: c, format: parquet, where: x}
            current: {path: d, format: csv, where: y}
            """;

    private static final String BY_TABLE =
            """
            monitor: m
            source:
              format: jdbc
              url: jdbc:h2:mem:x
              table: t
              user: u
              password: "${env:PASSWORD}"
              driver: org.h2.Driver
              partition: {column: id, count: 4}
              where: x > 1
              null_values: {a: -1}
            reference: {table: train}
            current: {query: SELECT 1, where: y}
            skew: {table: served, key: id}
            importance: {model: forest}
            """;
    private static final String BY_QUERY = BY_TABLE.replace("table: t\n", "query: SELECT 1\n")
            .replace("{table: train}", "{query: SELECT 2}")
            .replace("query: SELECT 1, where", "table: now, where")
            .replace("{table: served, key: id}", "{query: SELECT 3}");

    @TempDir
    private Path folder;

    /** Monitors that are right; every key is in one of them. */
    static Stream<String> accepted() {
        return Stream.of(
                EVERY_KEY,
                BY_TABLE,
                BY_QUERY,
                BY_TABLE.replace("{table: train}", "{path: a, format: csv}"),
                EVERY_KEY.replace("clock: c, pattern: yyyy H", "pattern: epoch_seconds"),
                EVERY_KEY.replace("thresholds: {ks_test: {warn: 0.1, fail: 0.2}}\n", "preset: tfdv\n"),
                BY_PATH,
                BY_PATH + "history: {metric: rows, strategy: batch_normal, same_weekday: true}\n",
                EVERY_KEY.replace(", previous: 3", "").replace("  same: month\n", ""),
                BY_JSON,
                BY_PATH.replace("path: c, format: parquet, ", ""),
                BY_PATH.replace("current: {path: d, format: csv, where: y}", ""));
    }

    static Stream<String> rejected() {
        return Stream.of(
                BY_TABLE.replace("  table: t\n", ""),
                BY_TABLE.replace("  table: t\n", "  table: t\n  query: q\n"),
                BY_TABLE.replace("  table: t\n", "  table: t\n  path: q\n"),
                BY_TABLE.replace("  table: t\n", "  table: t\n  types: {a: int}\n"),
                BY_TABLE.replace("url: jdbc:h2:mem:x", "url: h2:mem:x"),
                BY_TABLE.replace("  url: jdbc:h2:mem:x\n", ""),
                BY_TABLE.replace("${env:PASSWORD}", "hunter2"),
                BY_TABLE.replace("count: 4", "count: 0"),
                BY_TABLE.replace(", count: 4", ""),
                BY_TABLE.replace("{table: train}", "{path: a}"),
                BY_TABLE.replace("{table: train}", "{path: a, format: jdbc}"),
                BY_TABLE.replace("{table: train}", "{table: a, query: b}"),
                BY_PATH.replace("where: x}", "table: x}"),
                BY_PATH.replace("where: y}", "query: x}"),
                BY_PATH.replace("version: 3", "user: me"),
                EVERY_KEY.replace("decimal: \",\"", "decimal: \";\""),
                EVERY_KEY.replace("multiline: true", "multiline: 3"),
                EVERY_KEY.replace(", pattern: yyyy H", ""),
                BY_PATH.replace("monitor: m", "monitor: Upper"),
                BY_PATH.replace("monitor: m", ""),
                BY_PATH.replace("monitor: m", "monitor: m\nmoniter: m"),
                BY_PATH.replace("format: delta", "format: orc"),
                BY_PATH.replace("format: delta", "format: parquet"),
                BY_PATH.replace("version: 3", "version: -1"),
                BY_PATH.replace("version: 3", "types: {a: int}"),
                BY_PATH.replace("version: 3", "options: {}"),
                BY_JSON.replace("bad_rows: count", "separator: x"),
                BY_JSON.replace("bad_rows: count", "bad_rows: skip"),
                BY_JSON.replace("a: -1", "a: {b: 1}"),
                BY_PATH.replace("[a, b]", "[]"),
                BY_PATH.replace("path: c, ", ""),
                BY_PATH.replace("{path: c, format: parquet, where: x}", "{}"),
                BY_PATH.replace("{path: c, format: parquet, where: x}", "{pinned: 2011-01-01/2012-01-01}"),
                BY_PATH.replace("{path: d, format: csv, where: y}", "{}"),
                BY_PATH + "windows: P1D\n",
                BY_PATH + "time: {column: t}\n",
                BY_PATH + "drift: {columns: {a: {}}}\n",
                BY_PATH + "drift: {cluster: []}\n",
                BY_PATH + "drift: {same: hour}\n",
                BY_PATH + "drift: {cluster: [a, a]}\n",
                BY_PATH + "drift: {cluster: {column: a}}\n",
                BY_PATH + "drift: {thresholds: {psi: {warn: 1}}}\n",
                BY_PATH + "drift: {scorecards: {s: {bands: []}}}\n",
                BY_PATH + "drift: {scorecards: {s: {bands: [1], other: 2}}}\n",
                BY_PATH + "drift: {scorecards: {s: {missing: 2}}}\n",
                BY_PATH + "drift: {thresholds: {ks_test: {}}}\n",
                EVERY_KEY.replace("windows: P1M", ""),
                EVERY_KEY.replace("schema: schema.yaml", ""),
                EVERY_KEY.replace("windows: P1M", "windows: monthly"),
                EVERY_KEY.replace("pinned: 2011-01-01/2012-01-01, ", ""),
                EVERY_KEY.replace("2011-01-01/2012-01-01", "2011"),
                EVERY_KEY.replace("previous: 3", "previous: 0"),
                EVERY_KEY.replace("previous: 3", "path: x"),
                EVERY_KEY.replace("header: true", "header: 3"),
                EVERY_KEY.replace("bad_rows: count", "bad_rows: skip"),
                EVERY_KEY.replace("a: int", "a: text"),
                EVERY_KEY.replace("column: t, ", ""),
                EVERY_KEY.replace("region: 10", "region: 0"),
                EVERY_KEY.replace("region: 10", "region: 1001"),
                EVERY_KEY.replace("region: 10", "region: \"10\""),
                EVERY_KEY.replace("region: 10", "region: north"),
                EVERY_KEY.replace("region: 10", "region: []"),
                EVERY_KEY.replace("region: 10", "region: [north, north]"),
                EVERY_KEY.replace("region: 10", "region: [north, (rest)]"),
                EVERY_KEY.replace("region: 10", "region: [north, null]"),
                EVERY_KEY.replace("region: 10", "region: {north: 1}"),
                EVERY_KEY.replace("{where: hour < 6}", "{}"),
                EVERY_KEY.replace("{set: predictions}", "{set: prediction}"),
                EVERY_KEY.replace("{set: predictions}", "{columns: {id: c}}"),
                EVERY_KEY.replace("[{set: events, columns: {id: \"a.`b`\"}}, {set: predictions}]", "[]"),
                EVERY_KEY.replace("key: [c], ", ""),
                EVERY_KEY.replace("key: [c], ", "key: [], "),
                EVERY_KEY.replace("publish: on_pass", "publish: on-pass"),
                BY_PATH + "quarantine: {key: a}\n",
                EVERY_KEY.replace("windows: P1M\n", "").replace(", previous: 3", ""),
                EVERY_KEY.replace("metric: rows, ", ""),
                EVERY_KEY.replace("metric: rows, ", "metric: avg, "),
                EVERY_KEY.replace("metric: avg, ", "metric: rows, "),
                EVERY_KEY.replace("metric: avg, ", "metric: mean, "),
                EVERY_KEY.replace("strategy: range, ", "strategy: rang, "),
                EVERY_KEY.replace("min: 1, max: 9, ", ""),
                EVERY_KEY.replace("min: 1, max: 9, ", "min: 1, lower: 3, "),
                EVERY_KEY.replace("max_decrease: 0.1, max_increase: 1, ", ""),
                EVERY_KEY.replace("max_increase: 1, ", "max_increase: -1, "),
                EVERY_KEY.replace("order: 2", "order: 0"),
                EVERY_KEY.replace("lower: 2, ", "lower: 51, "),
                EVERY_KEY.replace("season: 4", "season: 1"),
                EVERY_KEY.replace("season: 4, same_weekday: false", "season: 4, same_weekday: true"),
                EVERY_KEY.replace("maximum: 10, severity: warn", "maximum: 10, severity: error"),
                EVERY_KEY.replace("column: [\"a.`b`\", b], ", "column: [], "),
                BY_PATH + "history: []\n",
                EVERY_KEY.replace("path: served, format: delta, where: x > 2, ", ""),
                EVERY_KEY.replace("key: [c], tolerance", "key: [], tolerance"),
                EVERY_KEY.replace("weights: {a: 0.4, \"b.`c`\": 3}", ""),
                EVERY_KEY.replace("depth: 1", "depth: 3"),
                EVERY_KEY.replace("columns: [a, b], depth", "columns: [a, b, c, d, e, f, g, h, i, j, k, l, m], depth"),
                EVERY_KEY.replace("a: 0.4", "a: -0.4"),
                EVERY_KEY.replace("importance: {weights", "importance: {model: m, weights"),
                EVERY_KEY.replace("key: [c], tolerance", "tolerance"),
                EVERY_KEY.replace("tolerance: 1e-6", "tolerance: 2"),
                EVERY_KEY.replace("path: served, format: delta, where: x > 2, ", "table: t, "),
                BY_TABLE.replace("{table: served", "{path: served"),
                BY_TABLE.replace("{table: served", "{query: SELECT 3, table: served"),
                EVERY_KEY.replace("bins: 10", "bins: 1"),
                EVERY_KEY.replace("bins: 10", "bins: 10.5"),
                EVERY_KEY.replace("significance: 0.01", "significance: 1"),
                EVERY_KEY.replace("2.5/year", "2.5/quarter"),
                EVERY_KEY.replace("false_discovery_rate: 0.05", "false_discovery_rate: 0"),
                EVERY_KEY.replace("benjamini_yekutieli", "bonferroni"),
                EVERY_KEY.replace("significance: 0.01", "significance: 0"),
                EVERY_KEY.replace("minimum_rows: 3", "minimum_rows: 0"),
                EVERY_KEY.replace("warn: 0.1", "warn: -0.1"),
                EVERY_KEY.replace("sample: 500", "sample: 50"),
                EVERY_KEY.replace("seed: 7", "seed: -1"),
                EVERY_KEY.replace("warn: 0.6, fail: 0.7", "warn: 0.6, fail: 1.7"),
                EVERY_KEY.replace("drifted_columns: {warn: 0.3, fail: 0.5}", "drifted_columns: {warn: 3}"),
                BY_PATH + "multivariate: {area: 0.6}\n",
                EVERY_KEY.replace("fail_on: warn", "fail_on: pass"),
                EVERY_KEY.replace("language: de", "colour: red"),
                EVERY_KEY.replace("templates: team", "templates: [team]"));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void acceptsWhatTheLoaderAccepts(String text) throws IOException {
        assertThat(violations(text)).isEmpty();
        assertThat(loads(text)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void rejectsWhatTheLoaderRejects(String text) throws IOException {
        assertThat(violations(text)).isNotEmpty();
        assertThat(loads(text)).isFalse();
    }

    @Test
    void acceptsEveryMonitorOfTheExamples() throws IOException {
        Path examples = Path.of(System.getProperty("lakewarden.root"), "examples", "monitors");
        if (Files.isDirectory(examples)) {
            try (Stream<Path> files = Files.list(examples)) {
                for (Path file :
                        files.filter(it -> it.toString().endsWith(".yaml")).toList()) {
                    assertThat(violations(Files.readString(file)))
                            .as(file.toString())
                            .isEmpty();
                    assertThat(MonitorLoader.load(file)).as(file.toString()).isNotNull();
                }
            }
        }
    }

    private static Set<ValidationMessage> violations(String text) {
        return VALIDATOR.validate(JSON.valueToTree(
                new Yaml(new org.yaml.snakeyaml.constructor.SafeConstructor(new org.yaml.snakeyaml.LoaderOptions()))
                        .load(text)));
    }

    private boolean loads(String text) throws IOException {
        try {
            load(folder, text);
            return true;
        } catch (ConfigException e) {
            return false;
        }
    }

    /** What the loader makes of one of these monitors. */
    static MonitorConfig load(Path folder, String text) throws IOException {
        return WrittenMonitor.load(folder, text, Map.of("PASSWORD", "hunter2"));
    }

    /** The schema itself. */
    static JsonNode schema() {
        try (InputStream stream = MonitorConfig.class.getResourceAsStream("monitor.schema.json")) {
            return JSON.readTree(stream);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
