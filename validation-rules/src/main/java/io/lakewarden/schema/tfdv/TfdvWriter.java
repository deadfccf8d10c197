package io.lakewarden.schema.tfdv;

import io.lakewarden.schema.ColumnSchema;
import io.lakewarden.schema.ForeignSchema;
import io.lakewarden.schema.RowsExpectation;
import io.lakewarden.schema.Severity;
import io.lakewarden.schema.TableSchema;
import io.lakewarden.schema.constraint.Amounts;
import io.lakewarden.schema.constraint.ColumnConstraint;
import io.lakewarden.schema.constraint.ComparatorConstraint;
import io.lakewarden.schema.constraint.DistinctConstraint;
import io.lakewarden.schema.constraint.DomainConstraint;
import io.lakewarden.schema.constraint.FormatConstraint;
import io.lakewarden.schema.constraint.InfinityConstraint;
import io.lakewarden.schema.constraint.LengthConstraint;
import io.lakewarden.schema.constraint.NanConstraint;
import io.lakewarden.schema.constraint.PresenceConstraint;
import io.lakewarden.schema.constraint.RangeConstraint;
import io.lakewarden.schema.constraint.TextFormat;
import io.lakewarden.schema.constraint.TimeRangeConstraint;
import io.lakewarden.schema.constraint.TypeConstraint;
import io.lakewarden.schema.constraint.UniqueConstraint;
import io.lakewarden.schema.constraint.ValencyConstraint;
import io.lakewarden.schema.constraint.WholeBounds;
import io.lakewarden.spark.profile.ColumnPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes a schema as TFDV's {@code schema.pbtxt}. What TFDV has no word for is listed. */
public final class TfdvWriter {
    private final ProtoText text = new ProtoText();
    private final List<String> lost = new ArrayList<>();

    private TfdvWriter() {}

    /** The file. */
    public static ForeignSchema<String> write(TableSchema schema) {
        TfdvWriter writer = new TfdvWriter();
        writer.schema(schema);
        return new ForeignSchema<>(writer.text.toString(), writer.lost);
    }

    private void schema(TableSchema schema) {
        for (ColumnSchema column : schema.columns()) {
            if (ColumnPath.isOutermost(column.name())) {
                feature(column, schema.column(ColumnPath.child(column.name(), ColumnPath.ELEMENT)));
            } else if (!isElementOfColumn(column.name(), schema)) {
                lost.add(Amounts.quoted(column.name()) + " is inside another column");
            }
        }
        schema.environments().forEach(it -> text.quoted("default_environment", it));
        rows(schema.rows());
        if (schema.newColumns() != Severity.WARN) {
            lost.add("new_columns: TFDV has one severity for columns that are new");
        }
    }

    private static boolean isElementOfColumn(String name, TableSchema schema) {
        String column = ColumnPath.of(ColumnPath.outermost(name));
        return name.equals(ColumnPath.child(column, ColumnPath.ELEMENT))
                && schema.column(column).isPresent();
    }

    private void feature(ColumnSchema column, Optional<ColumnSchema> element) {
        List<ColumnConstraint> cells = new ArrayList<>(column.constraints());
        element.ifPresent(it -> cells.addAll(it.constraints()));
        text.open("feature");
        text.quoted("name", ColumnPath.outermost(column.name()));
        if (element.isPresent()) {
            Optional<WholeBounds> sizes = column.constraint("valency").map(it -> ((ValencyConstraint) it).sizes());
            text.open("value_count");
            bounds(sizes.orElse(WholeBounds.NONE), "min", "max");
            text.close();
        } else {
            text.open("value_count");
            text.plain("min", "1");
            text.plain("max", "1");
            text.close();
        }
        type(column.name(), element.orElse(column));
        presence(column);
        domains(column.name(), cells, isFloat(element.orElse(column)));
        for (ColumnConstraint constraint : cells) {
            other(column.name(), constraint);
        }
        column.notIn().forEach(it -> text.quoted("not_in_environment", it));
        column.in().forEach(it -> text.quoted("in_environment", it));
        if (column.severity() != Severity.FAIL) {
            lost.add(Amounts.quoted(column.name()) + " severity: TFDV has none");
        }
        text.close();
    }

    private void type(String name, ColumnSchema cells) {
        Set<String> types = types(cells);
        if (types.size() == 1) {
            text.plain("type", types.iterator().next());
        } else if (cells.constraint("type").isPresent()) {
            lost.add(Amounts.quoted(name) + " type: it is none of INT, FLOAT and BYTES");
        }
    }

    private static Set<String> types(ColumnSchema column) {
        Set<String> types = new LinkedHashSet<>();
        column.constraint("type").ifPresent(it -> ((TypeConstraint) it).types().forEach(type -> TfdvTypes.of(type)
                .ifPresent(types::add)));
        return types;
    }

    private static boolean isFloat(ColumnSchema column) {
        return types(column).contains("FLOAT");
    }

    private void presence(ColumnSchema column) {
        Optional<PresenceConstraint> presence = column.constraint("presence").map(it -> (PresenceConstraint) it);
        if (column.required()) {
            text.open("presence");
            presence.filter(it -> it.minimumFraction() > 0)
                    .ifPresent(it -> text.plain("min_fraction", Double.toString(it.minimumFraction())));
            long count = presence.map(PresenceConstraint::minimumCount).orElse(0L);
            text.plain("min_count", Long.toString(Math.max(1, count)));
            text.close();
        } else if (presence.isPresent()) {
            lost.add(Amounts.quoted(column.name()) + " presence: TFDV demands a column that it demands values of");
        }
    }

    /** A feature has one domain, whose kind is that of its type. */
    private void domains(String name, List<ColumnConstraint> cells, boolean isFloat) {
        Optional<RangeConstraint> range = first(cells, RangeConstraint.class);
        boolean noNan =
                first(cells, NanConstraint.class).filter(it -> !it.allowed()).isPresent();
        boolean noInfinity = first(cells, InfinityConstraint.class)
                .filter(it -> !it.allowed())
                .isPresent();
        if (range.isPresent() || noNan || noInfinity) {
            text.open(isFloat ? "float_domain" : "int_domain");
            range.ifPresent(it -> {
                it.minimum().ifPresent(least -> text.plain("min", limit(least, isFloat)));
                it.maximum().ifPresent(most -> text.plain("max", limit(most, isFloat)));
            });
            if (noNan && isFloat) {
                text.plain("disallow_nan", "true");
            }
            if (noInfinity && isFloat) {
                text.plain("disallow_inf", "true");
            }
            text.close();
            if (first(cells, DomainConstraint.class).isPresent()) {
                lost.add(Amounts.quoted(name) + " domain: a feature of numbers has a range in TFDV, no list of values");
            }
            return;
        }
        first(cells, DomainConstraint.class).ifPresent(domain -> {
            text.open("string_domain");
            text.quoted("name", ColumnPath.outermost(name));
            domain.values().forEach(value -> text.quoted("value", value));
            text.close();
            text.open("distribution_constraints");
            text.plain("min_domain_mass", Double.toString(domain.minimumMass()));
            text.close();
        });
    }

    private static String limit(double limit, boolean isFloat) {
        return isFloat ? Double.toString(limit) : String.format(Locale.ROOT, "%.0f", limit);
    }

    private static <C extends ColumnConstraint> Optional<C> first(List<ColumnConstraint> constraints, Class<C> type) {
        return constraints.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private void other(String name, ColumnConstraint constraint) {
        if (constraint instanceof DistinctConstraint distinct) {
            text.open("unique_constraints");
            bounds(distinct.number(), "min", "max");
            text.close();
        } else if (constraint instanceof ComparatorConstraint comparator) {
            comparator(name, comparator);
        } else if (constraint instanceof FormatConstraint format) {
            format(name, format);
        } else if (constraint instanceof UniqueConstraint unique && unique.unique()) {
            lost.add(Amounts.quoted(name) + " unique: TFDV counts different values, but not whether all are");
        } else if (constraint instanceof LengthConstraint) {
            lost.add(Amounts.quoted(name) + " length: TFDV knows no lengths of texts");
        } else if (constraint instanceof TimeRangeConstraint) {
            lost.add(Amounts.quoted(name) + " time_range: TFDV knows no ranges of time");
        }
    }

    private void format(String name, FormatConstraint format) {
        if (format.format() == TextFormat.URL) {
            text.open("url_domain");
            text.close();
        } else if (!format.allowsEverything()) {
            lost.add(Amounts.quoted(name) + " format: TFDV has none but URLs");
        }
    }

    private void comparator(String name, ComparatorConstraint comparator) {
        text.open(comparator.key() + "_comparator");
        for (Map.Entry<String, Double> limit : comparator.limits().entrySet()) {
            switch (limit.getKey()) {
                case "l_infinity_distance" -> threshold("infinity_norm", limit.getValue());
                case "js_distance" -> threshold("jensen_shannon_divergence", limit.getValue() * limit.getValue());
                default ->
                    lost.add(Amounts.quoted(name) + " " + comparator.key() + ": TFDV does not know " + limit.getKey());
            }
        }
        text.close();
    }

    private void threshold(String field, double threshold) {
        text.open(field);
        text.plain("threshold", Double.toString(threshold));
        text.close();
    }

    private void rows(RowsExpectation rows) {
        if (rows.equals(RowsExpectation.NONE)) {
            return;
        }
        text.open("dataset_constraints");
        if (rows.minimumRatio().isPresent() || rows.maximumRatio().isPresent()) {
            text.open("num_examples_drift_comparator");
            rows.minimumRatio().ifPresent(it -> text.plain("min_fraction_threshold", Double.toString(it)));
            rows.maximumRatio().ifPresent(it -> text.plain("max_fraction_threshold", Double.toString(it)));
            text.close();
        }
        bounds(rows.number(), "min_examples_count", "max_examples_count");
        text.close();
    }

    private void bounds(WholeBounds bounds, String least, String most) {
        bounds.minimum().ifPresent(it -> text.plain(least, Long.toString(it)));
        bounds.maximum().ifPresent(it -> text.plain(most, Long.toString(it)));
    }

    /** Lines of the text format. */
    private static final class ProtoText {
        private static final int FIRST_PRINTABLE = 0x20;
        private static final int LAST_PRINTABLE = 0x7E;

        private final StringBuilder lines = new StringBuilder();
        private int depth;

        void open(String field) {
            line(field + " {");
            depth++;
        }

        void close() {
            depth--;
            line("}");
        }

        void plain(String field, String value) {
            line(field + ": " + value);
        }

        /** Bytes that are not printable become octal escapes, as TFDV itself writes them. */
        void quoted(String field, String value) {
            StringBuilder quoted = new StringBuilder("\"");
            for (byte part : value.getBytes(StandardCharsets.UTF_8)) {
                int c = part & 0xFF;
                if (c == '"' || c == '\\') {
                    quoted.append('\\').append((char) c);
                } else if (c >= FIRST_PRINTABLE && c <= LAST_PRINTABLE) {
                    quoted.append((char) c);
                } else {
                    quoted.append(String.format(Locale.ROOT, "\\%03o", c));
                }
            }
            line(field + ": " + quoted.append('"'));
        }

        private void line(String content) {
            lines.append("  ".repeat(depth)).append(content).append('\n');
        }

        @Override
        public String toString() {
            return lines.toString();
        }
    }
}
