package io.lakewarden.rules;

import io.lakewarden.rules.check.RuleKey;
import io.lakewarden.rules.check.RuleType;
import io.lakewarden.rules.check.RuleTypes;
import java.util.stream.Collectors;

/** The JSON Schema of a file of rules, for editors, made of the same list that files are read by. */
public final class RuleSchema {
    private static final String COMMON =
            """
            "id": {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$", "description": "names the rule in findings"},
                        "severity": {"enum": ["warn", "fail"], "description": "what it means that it does not hold (default fail)"},
                        "owner": {"type": "string", "minLength": 1, "description": "who looks after the rule"},
                        "message": {"type": "string", "minLength": 1, "description": "what to tell people"}""";
    private static final String WHERE =
            """
            "where": {"type": "string", "minLength": 1, "description": "a Spark SQL predicate for the rows that it looks at"}""";

    private RuleSchema() {}

    /** The schema, as it is shipped in {@code rules.schema.json}. */
    public static String json() {
        return """
                {
                  "$schema": "https://json-schema.org/draft/2020-12/schema",
                  "title": "Lakewarden rules",
                  "type": "object",
                  "additionalProperties": false,
                  "required": ["rules"],
                  "properties": {
                    "rules": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"oneOf": [
                """
                + RuleTypes.ALL.stream().map(RuleSchema::type).collect(Collectors.joining(",\n"))
                + """

                      ]}
                    }
                  }
                }
                """;
    }

    private static String type(RuleType type) {
        String required = type.keys().stream()
                .filter(RuleKey::isRequired)
                .map(key -> ", \"" + key.name() + "\"")
                .collect(Collectors.joining());
        String keys = type.keys().stream()
                .map(key -> ",\n            \"" + key.name() + "\": {" + key.schema() + ", \"description\": "
                        + quoted(key.expected()) + "}")
                .collect(Collectors.joining());
        return "        {\n          \"type\": \"object\",\n          \"description\": " + quoted(type.meaning())
                + ",\n          \"additionalProperties\": false,\n          \"required\": [\"check\"" + required
                + "],\n          \"properties\": {\n            \"check\": {\"const\": \"" + type.name()
                + "\"},\n            "
                + COMMON + (type.filtered() ? ",\n            " + WHERE : "") + keys + "\n          }\n        }";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
