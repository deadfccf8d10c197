package io.lakewarden.schema.tfdv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How TFDV's few types and Spark's many stand for each other. */
final class TfdvTypes {
    /** Spark types that a TFDV type may be, the likeliest first. */
    static final Map<String, List<String>> SPARK = types();

    private TfdvTypes() {}

    private static Map<String, List<String>> types() {
        Map<String, List<String>> types = new LinkedHashMap<>();
        types.put("INT", List.of("bigint", "int", "smallint", "tinyint", "boolean"));
        types.put("FLOAT", List.of("float", "double"));
        types.put("BYTES", List.of("string", "binary", "date", "timestamp", "timestamp_ntz"));
        return types;
    }

    /** The TFDV type that holds a Spark type. */
    static Optional<String> of(String spark) {
        if (spark.startsWith("decimal(")) {
            return Optional.of("FLOAT");
        }
        return SPARK.entrySet().stream()
                .filter(entry -> entry.getValue().contains(spark))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
