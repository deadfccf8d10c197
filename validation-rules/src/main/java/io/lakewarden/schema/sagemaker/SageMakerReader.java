package io.lakewarden.schema.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import io.lakewarden.schema.ColumnSchema;
import io.lakewarden.schema.ForeignSchema;
import io.lakewarden.schema.JsonText;
import io.lakewarden.schema.TableSchema;
import io.lakewarden.schema.constraint.ColumnConstraint;
import io.lakewarden.schema.constraint.ComparatorConstraint;
import io.lakewarden.schema.constraint.ComparatorConstraint.Other;
import io.lakewarden.schema.constraint.DomainConstraint;
import io.lakewarden.schema.constraint.PresenceConstraint;
import io.lakewarden.schema.constraint.RangeConstraint;
import io.lakewarden.schema.constraint.TypeConstraint;
import io.lakewarden.spark.profile.ColumnPath;
import io.lakewarden.yaml.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Reads SageMaker Model Monitor's {@code constraints.json} or {@code statistics.json}: the former says what is expected, the
 * latter what was seen, from which the same kinds of constraints are made.
 */
public final class SageMakerReader {
    private static final String EXPECTED =
            "constraints.json or statistics.json of SageMaker Model Monitor, with \"features\"";

    private static final Map<String, List<String>> TYPES = Map.of(
            "Integral", List.of("bigint", "int", "smallint", "tinyint"),
            "Fractional", List.of("double", "float"),
            "String", List.of("string"));

    private final Reading reading;
    private final JsonNode monitoring;
    private final List<String> lost = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private SageMakerReader(Reading reading, JsonNode monitoring) {
        this.reading = reading;
        this.monitoring = monitoring;
    }

    /** The schema in a text; empty, and a problem of the reading, where the text is neither file. */
    public static Optional<ForeignSchema<TableSchema>> read(String text, Reading reading) {
        Optional<JsonNode> file = JsonText.object(text, reading, EXPECTED);
        if (file.isPresent() && !file.get().path("features").isArray()) {
            reading.problem(1, 1, "the file has no list \"features\"; expected " + EXPECTED);
            return Optional.empty();
        }
        return file.map(it -> new SageMakerReader(reading, it.path("monitoring_config")).schema(it));
    }

    private ForeignSchema<TableSchema> schema(JsonNode file) {
        List<ColumnSchema> columns = new ArrayList<>();
        for (JsonNode feature : file.path("features")) {
            JsonNode name = feature.path("name");
            if (!name.isTextual() || !names.add(name.asText())) {
                reading.problem(
                        1,
                        1,
                        "features[" + columns.size() + "] "
                                + (name.isTextual()
                                        ? "has a name that another has: '" + name.asText() + "'"
                                        : "has no \"name\""));
                continue;
            }
            columns.add(ColumnSchema.of(ColumnPath.of(name.asText()), constraints(feature)));
        }
        JsonNode comparison = monitoring.path("distribution_constraints");
        if (isEnabled(comparison, "perform_comparison") && !isSimple(comparison)) {
            lost.add("distribution_constraints.comparison_method '"
                    + comparison.path("comparison_method").asText()
                    + "': only Simple, the largest difference of shares, has a counterpart");
        }
        if (monitoring.path("datatype_check_threshold").asDouble(1) < 1) {
            lost.add("datatype_check_threshold: a column has one type, which either holds or not");
        }
        return new ForeignSchema<>(TableSchema.of(columns), lost);
    }

    private List<ColumnConstraint> constraints(JsonNode feature) {
        List<ColumnConstraint> constraints = new ArrayList<>();
        String type = feature.path("inferred_type").asText("");
        if (TYPES.containsKey(type)) {
            constraints.add(new TypeConstraint(TYPES.get(type)));
        } else {
            lost.add("'" + feature.path("name").asText() + "' inferred_type '" + type
                    + "': no Spark type is meant by it");
        }
        completeness(feature)
                .filter(share -> share > 0 && share <= 1)
                .map(share -> new PresenceConstraint(share, 0))
                .ifPresent(constraints::add);
        range(feature).ifPresent(constraints::add);
        domain(feature).ifPresent(constraints::add);
        JsonNode comparison = monitoring.path("distribution_constraints");
        if (isEnabled(comparison, "perform_comparison")
                && isSimple(comparison)
                && comparison.path("comparison_threshold").isNumber()) {
            constraints.add(new ComparatorConstraint(
                    Other.REFERENCE,
                    Map.of(
                            "l_infinity_distance",
                            comparison.path("comparison_threshold").asDouble())));
        }
        return constraints;
    }

    private static boolean isEnabled(JsonNode section, String key) {
        return section.path(key).asText("").equals("Enabled");
    }

    private static boolean isSimple(JsonNode comparison) {
        return comparison.path("comparison_method").asText("").equals("Simple");
    }

    /** As it is demanded, or as it was. */
    private static Optional<Double> completeness(JsonNode feature) {
        if (feature.path("completeness").isNumber()) {
            return Optional.of(feature.path("completeness").asDouble());
        }
        JsonNode common = statistics(feature).path("common");
        double present = common.path("num_present").asDouble(0);
        double all = present + common.path("num_missing").asDouble(0);
        return all > 0 ? Optional.of(present / all) : Optional.empty();
    }

    private static JsonNode statistics(JsonNode feature) {
        return feature.has("numerical_statistics")
                ? feature.path("numerical_statistics")
                : feature.path("string_statistics");
    }

    private static Optional<RangeConstraint> range(JsonNode feature) {
        if (feature.path("num_constraints").path("is_non_negative").asBoolean(false)) {
            return Optional.of(new RangeConstraint(OptionalDouble.of(0), OptionalDouble.empty()));
        }
        JsonNode seen = feature.path("numerical_statistics");
        return seen.path("min").isNumber() && seen.path("max").isNumber()
                ? Optional.of(RangeConstraint.of(
                        seen.path("min").asDouble(), seen.path("max").asDouble()))
                : Optional.empty();
    }

    /** The domain demanded; of statistics, the values seen where they are all there. */
    private Optional<DomainConstraint> domain(JsonNode feature) {
        List<String> values = new ArrayList<>();
        feature.path("string_constraints").path("domains").forEach(value -> values.add(value.asText()));
        if (!values.isEmpty()) {
            double mass = monitoring.path("domain_content_threshold").asDouble(1);
            return Optional.of(new DomainConstraint(values, mass > 0 && mass <= 1 ? mass : 1));
        }
        JsonNode seen = feature.path("string_statistics");
        JsonNode buckets = seen.path("distribution").path("categorical").path("buckets");
        buckets.forEach(bucket -> values.add(bucket.path("value").asText()));
        boolean all = seen.path("distinct_count").asDouble(-1) == values.size();
        return values.isEmpty() || !all ? Optional.empty() : Optional.of(DomainConstraint.of(values));
    }
}
