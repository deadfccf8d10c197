package io.lakewarden.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.yaml.Secrets;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonitorPrinterTest extends MonitorFileFixture {
    @Test
    void whatItPrintsReadsBackToTheSame() throws Exception {
        Files.writeString(folder.resolve("checks.yaml"), "rules: [{check: complete, column: a}]\n");
        List<String> texts = List.of(
                SMALLEST,
                """
                monitor: all
                title: "yes: 'quoted' \\u20ac\\nnew line"
                source: {format: csv, path: [a.csv, b.csv], options: {separator: "\\t", null_values: ["", "~"]}, types: {a.b: int}}
                time: {column: "no"}
                windows: PT6H
                reference: {pinned: 2011-01-01T06:00:00Z/2012-01-01T06:00:00Z, previous: 2}
                columns: {id: ["1"], label: "null"}
                slices: {"a.`b`": ["null", "", "1", "<i> 😀", "x: y"], no: 3}
                drift: {cluster: [a, "b"], thresholds: {ks_test: {warn: 1.0e-7}}, columns: {"a b": {thresholds: {tv_distance: {fail: 2}}}}, scorecards: {s: {bands: [300, 500.5]}, "no": {bands: [2], points: [-1, 4.5], missing: 0}, "x.y": {points: {"1": 10, "null": 3}, other: -2}}}
                """,
                """
                monitor: other
                source: {format: delta, path: "hdfs://host/table", version: 7}
                reference: {path: train, format: parquet, where: a > 1}
                current: {where: "a <= 1"}
                fail_on: never
                report: {templates: team, language: de}
                """,
                """
                monitor: comma
                source: {format: csv, path: a.csv, options: {decimal: ",", multiline: true}}
                time: {column: day, clock: hour, pattern: d/M/yyyy H}
                reference: {pinned: 2011-01-01/2012-01-01}
                """,
                """
                monitor: database
                source:
                  format: jdbc
                  url: "jdbc:postgresql://db/lake?ssl=true"
                  query: SELECT * FROM "my table"
                  user: reader
                  driver: org.postgresql.Driver
                  partition: {column: id, count: 4}
                reference: {table: train, where: x > 1}
                current: {query: "SELECT 1 AS x"}
                """,
                """
                monitor: watched
                source: {format: parquet, path: a}
                time: {column: day}
                windows: P1M
                reference: {pinned: 2011-01-01/2012-01-01}
                rules: [checks.yaml, {set: events, columns: {id: "a.`b`"}}]
                quarantine: {path: bad, key: [id, day], publish: on_pass}
                integrity: {duplicates: 0.01, mixed_types: 0.2}
                multivariate: {sample: 500, entity: id, domain_classifier: {warn: 0.6}}
                outliers: {ignore: [b], fence: 1.5, isolation: {trees: 10}, bursts: false}
                history:
                  - {metric: rows, strategy: range, min: 1, owner: "o: p", message: "<b>"}
                  - {metric: avg, column: ["a.`b`", b], strategy: relative_change, max_decrease: 0.1}
                importance: {weights: {b: 0.4, "a.`b`": 3}}
                slice_search: {columns: [b], depth: 1}
                skew: {path: served, format: delta, key: [id], tolerance: 1.0e-6}
                schema: schema.yaml
                schema_environment: serving
                """);
        for (String text : texts) {
            MonitorConfig config = load(text);
            assertThat(parts(load(MonitorPrinter.yaml(config)))).isEqualTo(parts(config));
            assertThat(parts(load(MonitorPrinter.json(config)))).isEqualTo(parts(config));
        }
    }

    /** All that a monitor says, in its order; records compare by value. */
    private static List<Object> parts(MonitorConfig config) throws ReflectiveOperationException {
        List<Object> parts = new ArrayList<>();
        for (RecordComponent part : MonitorConfig.class.getRecordComponents()) {
            if (part.getType() != Secrets.class) {
                Object said = part.getAccessor().invoke(config);
                parts.add(said instanceof Map<?, ?> map ? List.copyOf(map.entrySet()) : said);
            }
        }
        return parts;
    }
}
