package io.lakewarden.report;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * report.json: one {@link ReportDocument} as text. The same document gives the same bytes: fields in the order of the
 * records, names in snake_case, instants in ISO 8601, {@code \n} between lines. Reading is strict: an unknown, doubled
 * or missing field, another version or a broken text is one {@link ReportFormatException}.
 */
public final class ReportJson {
    private static final String VERSION_FIELD = "format_version";
    /** Strict, and the same bytes for the same records. */
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(new MetricValueModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ReportJson() {}

    /** The document as the text of report.json, with a line break at its end. */
    public static String write(ReportDocument document) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return MAPPER.writer(printer).writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of the report are always writable as JSON", e);
        }
    }

    /**
     * The document that a report.json holds.
     *
     * @throws ReportFormatException if the text is no report.json of {@link ReportDocument#FORMAT_VERSION}
     */
    public static ReportDocument read(String json) {
        try {
            requireVersion(MAPPER.readTree(json));
            return MAPPER.readValue(json, ReportDocument.class);
        } catch (JsonProcessingException e) {
            throw unreadable("report.json", e);
        }
    }

    /** Says where in which file the problem is. */
    static ReportFormatException unreadable(String file, JsonProcessingException problem) {
        return new ReportFormatException(
                file + " cannot be read" + place(problem) + ": " + firstLine(problem), problem);
    }

    private static void requireVersion(JsonNode tree) {
        JsonNode version = tree.path(VERSION_FIELD);
        if (!version.isInt()) {
            throw new ReportFormatException("report.json has no " + VERSION_FIELD + "; expected an object with \""
                    + VERSION_FIELD + "\": " + ReportDocument.FORMAT_VERSION);
        }
        if (version.intValue() != ReportDocument.FORMAT_VERSION) {
            throw new ReportFormatException("report.json has " + VERSION_FIELD + " " + version.intValue()
                    + "; this version of Lakewarden reads " + ReportDocument.FORMAT_VERSION);
        }
    }

    private static String place(JsonProcessingException problem) {
        JsonLocation location = problem.getLocation();
        String path = problem instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? " at " + path(mapping)
                : "";
        return location == null ? path : path + " (line " + location.getLineNr() + ")";
    }

    private static String path(JsonMappingException problem) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : problem.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String firstLine(JsonProcessingException problem) {
        String line = problem.getOriginalMessage().lines().findFirst().orElse("no message");
        int switchedOnBy = line.indexOf("; `DeserializationFeature");
        return switchedOnBy < 0 ? line : line.substring(0, switchedOnBy);
    }
}
