package io.lakewarden.schema.spark;

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

class StructTypeReaderTest {
    private static final String STRUCT =
            """
            {"type": "struct", "fields": [
              {"name": "id", "type": "long", "nullable": false, "metadata": {}},
              {"name": "a.b", "type": "decimal(10,2)", "nullable": true, "metadata": {"comment": "price"}},
              {"name": "tags", "nullable": true, "metadata": {},
               "type": {"type": "array", "elementType": "integer", "containsNull": false}},
              {"name": "scores", "nullable": true, "metadata": {},
               "type": {"type": "map", "keyType": "string", "valueType": "double", "valueContainsNull": true}},
              {"name": "address", "nullable": true, "metadata": {}, "type": {"type": "struct", "fields": [
                {"name": "city", "type": "string", "nullable": true, "metadata": {}}]}}
            ]}
            """;

    @Test
    void typesAndNullabilityAreTakenOver() {
        Reading reading = reading();
        Optional<ForeignSchema<TableSchema>> read = StructTypeReader.read(STRUCT, reading);

        assertThat(reading.problems()).isEmpty();
        assertThat(read.orElseThrow().content())
                .isEqualTo(
                        Tables.schema(
                                """
                        columns:
                          id: {type: bigint, presence: {min_fraction: 1}}
                          "`a.b`": {type: "decimal(10,2)"}
                          tags: {type: "array<int>"}
                          tags.element: {type: int, presence: {min_fraction: 1}}
                          scores: {type: "map<string,double>"}
                          scores.key: {type: string, presence: {min_fraction: 1}}
                          scores.value: {type: double}
                          address.city: {type: string}
                        """));
        assertThat(read.get().lost()).containsExactly("'`a.b`' metadata: a schema of a table has no place for it");
    }

    @Test
    void anythingElseIsRefused() {
        Reading reading = reading();

        assertThat(StructTypeReader.read("{\"type\": \"array\"}", reading)).isEmpty();
        assertThat(reading.problems())
                .singleElement()
                .extracting(ConfigProblem::toString)
                .asString()
                .startsWith(
                        "schema.json:1:1: the file holds another JSON object; expected the JSON of a Spark StructType");
    }

    private static Reading reading() {
        return new Reading(Path.of("schema.json"), "schema", Map.of());
    }
}
