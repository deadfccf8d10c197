package io.lakewarden.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.lakewarden.rules.check.RuleType;
import io.lakewarden.rules.check.RuleTypes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The schema for editors is that of the reader. */
class RuleSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema VALIDATOR =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(RuleSchema.json());

    @Test
    void theShippedFileIsTheSchema() throws IOException {
        try (InputStream in = RuleSchema.class.getResourceAsStream("rules.schema.json")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(RuleSchema.json());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check: complete, column: a, at_least: 0.5, severity: warn, owner: o, message: m, where: a > 1, id: x",
                "check: unique, columns: [a, b], keep_first_by: c",
                "check: range, column: a, min: 2026-01-01, max: 3",
                "check: one_of, column: a, values: [1, b, true]",
                "check: exists_in, columns: a, in: {path: p, format: delta, columns: [b]}",
                "check: aggregate, expression: sum(a), at_least: 1",
                "check: compare, column: a, is: '<=', than: b",
                "check: fresh, column: a, within: PT6H"
            })
    void acceptsWhatTheReaderAccepts(String rule) {
        assertThat(valid(rule)).isTrue();
        assertThat(People.rules(rule)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check: complete",
                "check: complet, column: a",
                "check: complete, column: a, at_least: 2",
                "check: complete, column: a, sevrity: warn",
                "check: aggregate, expression: sum(a), at_least: 1, where: b",
                "check: one_of, column: a, values: []",
                "check: compare, column: a, is: '=<', than: b"
            })
    void rejectsWhatTheReaderRejects(String rule) {
        assertThat(valid(rule)).isFalse();
        assertThat(catchThrowable(() -> People.rules(rule))).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean valid(String rule) {
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load("rules: [{" + rule + "}]");
        return VALIDATOR.validate(JSON.valueToTree(tree)).isEmpty();
    }

    @Test
    void theDocumentationTellsEveryType() throws IOException {
        String text = Files.readString(Path.of(System.getProperty("lakewarden.root"), "docs", "rules.md"));

        assertThat(RuleTypes.ALL).allSatisfy(type -> {
            assertThat(text).contains("`" + type.name() + "`");
            assertThat(type.keys()).allSatisfy(key -> assertThat(text).contains("`" + key.name() + "`"));
        });
        assertThat(RuleTypes.ALL).extracting(RuleType::meaning).allMatch(meaning -> meaning.endsWith("."));
    }
}
