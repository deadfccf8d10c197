package io.lakewarden.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakewarden.drift.DriftStatistics;
import io.lakewarden.drift.preset.DriftPresets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schema for editors knows every key and every name that the loader knows and no others, and tells what each key means, as the documentation does. */
class MonitorSchemaKeysTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode SCHEMA = MonitorSchemaTest.schema();

    @TempDir
    private Path folder;

    @Test
    void knowsExactlyTheKeysOfTheRecords() throws IOException {
        Set<String> printed = new TreeSet<>();
        for (String text : MonitorSchemaTest.accepted().toList()) {
            keys("", JSON.valueToTree(MonitorPrinter.tree(MonitorSchemaTest.load(folder, text))), printed);
        }
        Set<String> described = new TreeSet<>();
        properties("", SCHEMA, described);

        assertThat(described).isEqualTo(printed);
    }

    @Test
    void knowsExactlyTheStatistics() {
        Set<String> names = new TreeSet<>();
        SCHEMA.at("/$defs/thresholds/propertyNames/enum").forEach(it -> names.add(it.asText()));

        Set<String> known = new TreeSet<>(DriftStatistics.names());
        DriftPresets.all().forEach(preset -> known.addAll(preset.statistics()));
        assertThat(names).isEqualTo(known);
    }

    @Test
    void knowsExactlyThePresets() {
        List<String> names = new ArrayList<>();
        SCHEMA.at("/properties/drift/properties/preset/enum").forEach(it -> names.add(it.asText()));

        assertThat(names).isEqualTo(DriftPresets.names());
    }

    @Test
    void knowsExactlyTheMetricsOfHistory() {
        Set<String> names = new TreeSet<>(DriftStatistics.names());
        SCHEMA.at("/$defs/column_metric/anyOf/0/enum").forEach(it -> names.add(it.asText()));

        assertThat(names).isEqualTo(new TreeSet<>(HistoryMetrics.all()));
    }

    @Test
    void theDocumentationTellsEveryKeyAndStatistic() throws IOException {
        String text = Files.readString(Path.of(System.getProperty("lakewarden.root"), "docs", "configuration.md"));
        Set<String> described = new TreeSet<>();
        properties("", SCHEMA, described);

        assertThat(described)
                .allSatisfy(key -> assertThat(text).contains("`" + key.substring(key.lastIndexOf('.') + 1) + "`"));
        assertThat(DriftStatistics.names()).allSatisfy(name -> assertThat(text).contains("`" + name + "`"));
    }

    @Test
    void describesEveryKey() {
        SCHEMA.findParents("description")
                .forEach(it -> assertThat(it.get("description").asText()).isNotBlank());
        assertDescribed(SCHEMA);
    }

    private static void assertDescribed(JsonNode schema) {
        if (schema.path("properties").isObject() && schema.has("additionalProperties")) {
            schema.get("properties").fields().forEachRemaining(it -> assertThat(
                            it.getValue().has("description"))
                    .as(it.getKey())
                    .isTrue());
        }
        schema.forEach(MonitorSchemaKeysTest::assertDescribed);
    }

    /** The paths of all keys that a printed monitor has; names of columns and statistics become a star. */
    private static void keys(String path, JsonNode node, Set<String> keys) {
        node.fields().forEachRemaining(it -> {
            boolean free = path.equals("source.types")
                    || path.equals("source.null_values")
                    || path.equals("slices")
                    || path.equals("importance.weights")
                    || path.endsWith("thresholds")
                    || path.equals("drift.columns")
                    || path.equals("drift.scorecards")
                    || path.endsWith(".points");
            String key = path.isEmpty() ? it.getKey() : path + "." + (free ? "*" : it.getKey());
            if (!free) {
                keys.add(key);
            }
            keys(key, it.getValue(), keys);
        });
    }

    /** The paths of all keys that the schema describes, in the same form. */
    private static void properties(String path, JsonNode schema, Set<String> keys) {
        JsonNode resolved =
                schema.has("$ref") ? SCHEMA.at(schema.get("$ref").asText().substring(1)) : schema;
        resolved.path("properties").fields().forEachRemaining(it -> {
            String key = path.isEmpty() ? it.getKey() : path + "." + it.getKey();
            keys.add(key);
            properties(key, it.getValue(), keys);
        });
        if (resolved.path("additionalProperties").isObject()) {
            properties(path + ".*", resolved.get("additionalProperties"), keys);
        }
    }
}
