package io.lakewarden.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakewarden.yaml.Reading;
import java.util.Optional;

/** Texts of other tools in JSON. */
public final class JsonText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonText() {}

    /** The object that a text is; empty, and a problem of the reading with its place, where it is none. */
    public static Optional<JsonNode> object(String text, Reading reading, String expected) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node != null && node.isObject()) {
                return Optional.of(node);
            }
            reading.problem(1, 1, "the file holds no JSON object; expected " + expected);
        } catch (JsonProcessingException e) {
            reading.problem(
                    Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
                    Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getColumnNr()),
                    "no JSON: " + reason(e) + "; expected " + expected);
        }
        return Optional.empty();
    }

    /** Without the part that quotes the text. */
    private static String reason(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("unreadable").replaceFirst(" \\(for .*", "");
    }
}
