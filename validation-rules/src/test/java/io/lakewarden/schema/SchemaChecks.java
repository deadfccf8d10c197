package io.lakewarden.schema;

import static io.lakewarden.schema.Tables.schema;
import static io.lakewarden.schema.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.List;
import java.util.Optional;

/** Holds a table against a schema, both written in a line. */
final class SchemaChecks {
    private SchemaChecks() {}

    static void assertStatus(String constraint, Status status, String type, Object... values) {
        DatasetProfile data = table().with("x", type, values).profile();

        assertThat(check("columns: {x: {" + constraint + "}}", data))
                .as(constraint)
                .extracting(Finding::status)
                .containsExactly(status);
    }

    static List<Finding> check(String yaml, DatasetProfile data) {
        return SchemaValidation.check(schema(yaml), SchemaObservation.of(data));
    }

    static List<String> statuses(String yaml, DatasetProfile data) {
        return told(check(yaml, data));
    }

    static List<String> statuses(String yaml, DatasetProfile data, DatasetProfile previous) {
        return statuses(schema(yaml), data, Optional.of(previous), Optional.empty());
    }

    static List<String> statuses(String yaml, DatasetProfile data, String environment) {
        return told(SchemaValidation.check(
                schema(yaml),
                new SchemaObservation(data, Optional.empty(), Optional.empty(), Optional.of(environment))));
    }

    static List<String> statuses(
            TableSchema schema,
            DatasetProfile data,
            Optional<DatasetProfile> previous,
            Optional<DatasetProfile> reference) {
        return told(SchemaValidation.check(schema, new SchemaObservation(data, previous, reference, Optional.empty())));
    }

    private static List<String> told(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.key().substring("schema/".length()) + " " + finding.status())
                .toList();
    }
}
