package io.lakewarden.schema.tfdv;

import io.lakewarden.schema.ColumnSchema;
import io.lakewarden.schema.ForeignSchema;
import io.lakewarden.schema.RowsExpectation;
import io.lakewarden.schema.Severity;
import io.lakewarden.schema.TableSchema;
import io.lakewarden.schema.constraint.ColumnConstraint;
import io.lakewarden.schema.constraint.ComparatorConstraint;
import io.lakewarden.schema.constraint.ComparatorConstraint.Other;
import io.lakewarden.schema.constraint.DistinctConstraint;
import io.lakewarden.schema.constraint.DomainConstraint;
import io.lakewarden.schema.constraint.FormatConstraint;
import io.lakewarden.schema.constraint.InfinityConstraint;
import io.lakewarden.schema.constraint.NanConstraint;
import io.lakewarden.schema.constraint.PresenceConstraint;
import io.lakewarden.schema.constraint.RangeConstraint;
import io.lakewarden.schema.constraint.TextFormat;
import io.lakewarden.schema.constraint.TypeConstraint;
import io.lakewarden.schema.constraint.ValencyConstraint;
import io.lakewarden.schema.constraint.WholeBounds;
import io.lakewarden.schema.tfdv.ProtoMessage.ProtoField;
import io.lakewarden.spark.profile.ColumnPath;
import io.lakewarden.yaml.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** Reads TFDV's {@code schema.pbtxt}. What it says beyond what a {@link TableSchema} can hold is listed, field by field. */
public final class TfdvReader {
    /** Features in these stages are not validated by TFDV. */
    private static final Set<String> UNCHECKED_STAGES =
            Set.of("PLANNED", "ALPHA", "DEPRECATED", "DEBUG_ONLY", "DISABLED");

    private final Reading reading;
    private final Map<String, ProtoMessage> stringDomains = new LinkedHashMap<>();
    private final Map<String, ProtoMessage> intDomains = new LinkedHashMap<>();
    private final Map<String, ProtoMessage> floatDomains = new LinkedHashMap<>();
    private final List<ColumnSchema> columns = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();

    private TfdvReader(Reading reading) {
        this.reading = reading;
    }

    /** The schema in a text; empty, and a problem of the reading with its place, where the text is no message. */
    public static Optional<ForeignSchema<TableSchema>> read(String text, Reading reading) {
        try {
            return Optional.of(new TfdvReader(reading).read(ProtoTextParser.parse(text)));
        } catch (ProtoTextException e) {
            reading.problem(e.line(), e.column(), e.getMessage() + "; expected a schema.pbtxt as TFDV writes it");
            return Optional.empty();
        }
    }

    private ForeignSchema<TableSchema> read(ProtoMessage schema) {
        index(schema, "string_domain", stringDomains);
        index(schema, "int_domain", intDomains);
        index(schema, "float_domain", floatDomains);
        schema.all("feature").forEach(feature -> feature(feature, ""));
        RowsExpectation rows =
                schema.message("dataset_constraints").map(this::rows).orElse(RowsExpectation.NONE);
        TableSchema table = new TableSchema(rows, Severity.WARN, schema.texts("default_environment"), columns);
        for (ProtoField field : schema.unread()) {
            lost.add("line " + field.line() + ": " + field.name() + " says what a schema of a table cannot hold");
        }
        return new ForeignSchema<>(table, lost);
    }

    private static void index(ProtoMessage schema, String field, Map<String, ProtoMessage> byName) {
        schema.messages(field).forEach(domain -> domain.text("name").ifPresent(name -> byName.put(name, domain)));
    }

    private RowsExpectation rows(ProtoMessage constraints) {
        Optional<ProtoMessage> ratio = constraints.message("num_examples_drift_comparator");
        return new RowsExpectation(
                new WholeBounds(whole(constraints, "min_examples_count"), whole(constraints, "max_examples_count")),
                ratio.map(it -> number(it, "min_fraction_threshold")).orElse(OptionalDouble.empty()),
                ratio.map(it -> number(it, "max_fraction_threshold")).orElse(OptionalDouble.empty()));
    }

    private void feature(ProtoField field, String parent) {
        Optional<ProtoMessage> message = field.message();
        Optional<String> named = message.flatMap(it -> it.text("name"));
        if (named.isEmpty()) {
            reading.problem(field.line(), field.column(), "a feature has no name; expected name: \"…\"");
            return;
        }
        String name = parent.isEmpty() ? ColumnPath.of(named.get()) : ColumnPath.child(parent, named.get());
        if (columns.stream().anyMatch(column -> column.name().equals(name))) {
            reading.problem(field.line(), field.column(), "the feature '" + named.get() + "' is there twice");
            return;
        }
        feature(name, message.get());
    }

    private void feature(String name, ProtoMessage feature) {
        Optional<ProtoMessage> sizes = feature.message("value_count");
        boolean single = sizes.map(TfdvReader::isSingle).orElseGet(() -> shapeIsSingle(feature));
        boolean struct = feature.text("type").filter("STRUCT"::equals).isPresent();
        boolean isChecked = !feature.truth("deprecated")
                && feature.text("lifecycle_stage")
                        .filter(UNCHECKED_STAGES::contains)
                        .isEmpty();
        if (!isChecked) {
            lost.add("the feature '" + name + "' is in a stage that TFDV does not check; nothing is demanded of it");
        }
        List<ColumnConstraint> ofCells = cells(feature);
        if (!isChecked) {
            ofCells.clear();
        }
        List<ColumnConstraint> ofColumn = new ArrayList<>();
        Optional<ProtoMessage> presence = feature.message("presence");
        boolean required =
                isChecked && presence.filter(TfdvReader::demandsSomething).isPresent();
        if (isChecked) {
            presence.filter(TfdvReader::demandsSomething)
                    .map(it -> new PresenceConstraint(
                            number(it, "min_fraction").orElse(0),
                            whole(it, "min_count").orElse(0)))
                    .ifPresent(ofColumn::add);
        }
        if (single && !struct) {
            ofColumn.addAll(ofCells);
        } else if (!single && isChecked) {
            sizes.map(it -> new ValencyConstraint(new WholeBounds(whole(it, "min"), whole(it, "max"))))
                    .filter(it -> !it.allowsEverything())
                    .ifPresent(ofColumn::add);
        }
        if (single && struct) {
            // A struct is no column of its own; its fields are.
            presence.ifPresent(it -> lost.add("the presence of the struct '" + name + "'; that of its fields is kept"));
        } else {
            columns.add(new ColumnSchema(
                    name,
                    required,
                    feature.texts("in_environment"),
                    feature.texts("not_in_environment"),
                    Severity.FAIL,
                    ofColumn));
        }
        String inside = single ? name : ColumnPath.child(name, ColumnPath.ELEMENT);
        if (!single && !struct) {
            columns.add(new ColumnSchema(
                    inside,
                    required,
                    feature.texts("in_environment"),
                    feature.texts("not_in_environment"),
                    Severity.FAIL,
                    ofCells));
        }
        feature.message("struct_domain").ifPresent(it -> it.all("feature").forEach(part -> feature(part, inside)));
    }

    /** A table's cell is one value, which TFDV calls a list of exactly one. */
    private static boolean isSingle(ProtoMessage sizes) {
        OptionalLong most = whole(sizes, "max");
        return whole(sizes, "min").orElse(0) <= 1 && most.isPresent() && most.getAsLong() == 1;
    }

    private static boolean shapeIsSingle(ProtoMessage feature) {
        return feature.message("shape")
                .map(shape -> shape.messages("dim").stream()
                        .allMatch(dimension -> whole(dimension, "size").orElse(0) == 1))
                .orElse(true);
    }

    private static boolean demandsSomething(ProtoMessage presence) {
        return number(presence, "min_fraction").orElse(0) > 0
                || whole(presence, "min_count").orElse(0) > 0;
    }

    private List<ColumnConstraint> cells(ProtoMessage feature) {
        List<ColumnConstraint> constraints = new ArrayList<>();
        feature.text("type").map(TfdvTypes.SPARK::get).map(TypeConstraint::new).ifPresent(constraints::add);
        double mass = feature.message("distribution_constraints")
                .map(it -> number(it, "min_domain_mass").orElse(1))
                .orElse(1.0);
        Optional<String> shared = feature.text("domain");
        domain(feature, "string_domain")
                .or(() -> shared.map(stringDomains::get))
                .map(it -> it.texts("value"))
                .filter(values -> !values.isEmpty() && mass > 0)
                .map(values -> new DomainConstraint(values, mass))
                .ifPresent(constraints::add);
        domain(feature, "int_domain")
                .or(() -> shared.map(intDomains::get))
                .flatMap(TfdvReader::range)
                .ifPresent(constraints::add);
        domain(feature, "float_domain").or(() -> shared.map(floatDomains::get)).ifPresent(domain -> {
            range(domain).ifPresent(constraints::add);
            if (domain.truth("disallow_nan")) {
                constraints.add(new NanConstraint(false));
            }
            if (domain.truth("disallow_inf")) {
                constraints.add(new InfinityConstraint(false));
            }
        });
        feature.message("url_domain").ifPresent(it -> constraints.add(new FormatConstraint(TextFormat.URL)));
        feature.message("bool_domain").ifPresent(it -> {
            // The values that stand for true and false in texts.
            List<String> values = new ArrayList<>(it.texts("true_value"));
            values.addAll(it.texts("false_value"));
            if (!values.isEmpty()) {
                constraints.add(DomainConstraint.of(values));
            }
        });
        feature.message("unique_constraints")
                .map(it -> new DistinctConstraint(new WholeBounds(whole(it, "min"), whole(it, "max"))))
                .ifPresent(constraints::add);
        comparator(feature, "drift_comparator", Other.PREVIOUS).ifPresent(constraints::add);
        comparator(feature, "skew_comparator", Other.REFERENCE).ifPresent(constraints::add);
        return constraints;
    }

    /** A domain of the feature's own, whose name says nothing. */
    private static Optional<ProtoMessage> domain(ProtoMessage feature, String field) {
        Optional<ProtoMessage> domain = feature.message(field);
        domain.ifPresent(it -> it.all("name"));
        return domain;
    }

    private static Optional<RangeConstraint> range(ProtoMessage domain) {
        RangeConstraint range = new RangeConstraint(number(domain, "min"), number(domain, "max"));
        return range.allowsEverything() ? Optional.empty() : Optional.of(range);
    }

    private static Optional<ComparatorConstraint> comparator(ProtoMessage feature, String field, Other other) {
        return feature.message(field).flatMap(comparator -> {
            Map<String, Double> limits = new LinkedHashMap<>();
            comparator
                    .message("infinity_norm")
                    .map(it -> number(it, "threshold"))
                    .ifPresent(it -> it.ifPresent(limit -> limits.put("l_infinity_distance", limit)));
            comparator
                    .message("jensen_shannon_divergence")
                    .map(it -> number(it, "threshold"))
                    .ifPresent(it -> it.ifPresent(limit -> limits.put("js_distance", Math.sqrt(limit))));
            return limits.isEmpty() ? Optional.empty() : Optional.of(new ComparatorConstraint(other, limits));
        });
    }

    private static OptionalLong whole(ProtoMessage message, String field) {
        OptionalDouble number = number(message, field);
        return number.isPresent() ? OptionalLong.of((long) number.getAsDouble()) : OptionalLong.empty();
    }

    /** A number, where the field is there and holds one; infinities are no limits. */
    private static OptionalDouble number(ProtoMessage message, String field) {
        try {
            Optional<Double> number = message.text(field).map(Double::valueOf).filter(it -> !it.isInfinite());
            return number.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
