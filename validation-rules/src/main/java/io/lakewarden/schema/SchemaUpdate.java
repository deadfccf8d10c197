package io.lakewarden.schema;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.schema.constraint.ColumnConstraint;
import io.lakewarden.schema.constraint.DomainConstraint;
import io.lakewarden.schema.constraint.SchemaValue;
import io.lakewarden.schema.constraint.SchemaValue.Items;
import io.lakewarden.schema.constraint.SchemaValue.Keys;
import io.lakewarden.schema.constraint.SchemaValue.Scalar;
import io.lakewarden.schema.constraint.WholeBounds;
import io.lakewarden.yaml.YamlScalar;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Brings a schema file up to date with data, by changes of single values and added lines. Whatever else a person wrote,
 * comments and order among it, stays where it is, and nothing is deleted: a demand that the data do not meet becomes
 * weaker, a required column that is gone is no longer required, a column that is new is added at the end.
 */
public final class SchemaUpdate {
    private final TableSchema schema;
    private final Optional<String> environment;
    private final Folds folds;
    private final DatasetProfile whole;
    private final List<DatasetProfile> toAccept;
    private final InferredSchema inferred;
    private final boolean tighten;
    private final MappingNode root;
    private final TextEdits edits;

    private SchemaUpdate(
            String text,
            TableSchema schema,
            Optional<String> environment,
            Folds folds,
            InferredSchema inferred,
            boolean tighten) {
        this.schema = schema;
        this.environment = environment;
        this.folds = folds;
        this.whole = folds.whole();
        this.toAccept = folds.toAccept();
        this.inferred = inferred;
        this.tighten = tighten;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.root = (MappingNode) new Yaml(options).compose(new StringReader(text));
        this.edits = new TextEdits(text);
    }

    /**
     * What an update comes to.
     *
     * @param text the whole new file
     * @param diff the changes as a unified diff; empty where there are none
     */
    public record Outcome(String text, String diff) {}

    /**
     * The update of a file.
     *
     * @param file its name, for the diff
     * @param text what it holds
     * @param schema what it is read to
     * @param environment where the data comes from; what is not expected there stays as it is
     * @param folds the data that it has to accept
     * @param inferred what the data suggest
     * @param tighten whether demands that the data exceed become stronger too; domains lose no values
     */
    public static Outcome of(
            String file,
            String text,
            TableSchema schema,
            Optional<String> environment,
            Folds folds,
            InferredSchema inferred,
            boolean tighten) {
        SchemaUpdate update = new SchemaUpdate(text, schema, environment, folds, inferred, tighten);
        update.update();
        return update.edits.isEmpty()
                ? new Outcome(text, "")
                : new Outcome(update.edits.result(), update.edits.diff(file));
    }

    private void update() {
        child(root, "rows").ifPresent(this::rows);
        Node columns = child(root, "columns").orElseThrow();
        Map<String, ColumnProfile> seen = whole.columns();
        for (ColumnSchema column : schema.columns()) {
            Node node = child((MappingNode) columns, column.name()).orElseThrow();
            if (!schema.expects(column, environment)) {
                continue;
            }
            if (seen.containsKey(column.name())) {
                column.constraints().forEach(constraint -> constraint(column, constraint, node));
            } else if (column.required()) {
                notRequired(node);
            }
        }
        List<ColumnSchema> added = inferred.schema().columns().stream()
                .filter(column -> schema.column(column.name()).isEmpty())
                .toList();
        if (!added.isEmpty()) {
            add(added, (MappingNode) columns);
        }
    }

    private void rows(Node node) {
        WholeBounds now = schema.rows().number();
        WholeBounds next = now;
        if (folds.basis() != Folds.Basis.PERIODS) {
            List<DatasetProfile> datasets = folds.basis() == Folds.Basis.ROWS ? List.of(whole) : folds.profiles();
            for (DatasetProfile dataset : datasets) {
                next = next.holding(dataset.rows());
            }
            next = tighten ? inferred.schema().rows().number() : next;
        }
        change(now.value(), next.value(), node);
    }

    private void constraint(ColumnSchema column, ColumnConstraint now, Node node) {
        ColumnConstraint next = now;
        for (ColumnProfile part : Folds.column(toAccept, column.name())) {
            if (!Evidence.holds(next, part)) {
                next = next.accepting(part);
            }
        }
        if (tighten && !(now instanceof DomainConstraint)) {
            next = inferred.schema()
                    .column(column.name())
                    .flatMap(it -> it.constraint(now.key()))
                    .orElse(next);
        }
        if (!next.equals(now)) {
            change(
                    now.value(),
                    next.value(),
                    child((MappingNode) node, now.key()).orElseThrow());
        }
    }

    private void change(SchemaValue now, SchemaValue next, Node node) {
        if (next instanceof Scalar scalar) {
            // What was seen last is what is put in, also for a list of types.
            edits.replace(start(node), end(node), scalar.yaml());
        } else if (now instanceof Keys before && next instanceof Keys after) {
            for (Map.Entry<String, SchemaValue> entry : after.byKey().entrySet()) {
                SchemaValue old = before.byKey().get(entry.getKey());
                Optional<Node> value = child((MappingNode) node, entry.getKey());
                if (old != null && value.isPresent() && !old.equals(entry.getValue())) {
                    change(old, entry.getValue(), value.get());
                }
            }
        } else if (next instanceof Keys after) {
            inKeys((Items) now, after, node);
        } else if (next instanceof Items after) {
            Node list = node instanceof MappingNode mapping
                    ? child(mapping, "values").orElseThrow()
                    : node;
            addItems((Items) now, after, (SequenceNode) list);
        }
    }

    /** A list of values becomes one of the keys of a mapping, because there is now more to be said. */
    private void inKeys(Items now, Keys next, Node node) {
        Node list =
                node instanceof MappingNode mapping ? child(mapping, "values").orElseThrow() : node;
        addItems(now, (Items) next.byKey().get("values"), (SequenceNode) list);
        String mass = ((Scalar) next.byKey().get("min_mass")).yaml();
        if (node instanceof MappingNode mapping) {
            child(mapping, "min_mass").ifPresent(it -> edits.replace(start(it), end(it), mass));
        } else if (isFlow(node)) {
            edits.insert(start(node), "{min_mass: " + mass + ", values: ");
            edits.insert(end(node), "}");
        } else {
            String indent = " ".repeat(node.getStartMark().getColumn());
            edits.insertLinesBefore(start(node), List.of(indent + "min_mass: " + mass, indent + "values:"));
        }
    }

    private void addItems(Items now, Items next, SequenceNode node) {
        List<String> added = next.items().stream()
                .filter(item -> !now.items().contains(item))
                .map(Scalar::yaml)
                .toList();
        if (added.isEmpty()) {
            return;
        }
        List<Node> items = node.getValue();
        if (items.isEmpty()) {
            edits.insert(start(node) + 1, String.join(", ", added));
            return;
        }
        int last = end(items.get(items.size() - 1));
        if (isFlow(node)) {
            edits.insert(last, ", " + String.join(", ", added));
        } else {
            String indent = " ".repeat(node.getStartMark().getColumn());
            edits.insertLines(
                    last, added.stream().map(item -> indent + "- " + item).toList());
        }
    }

    private void notRequired(Node column) {
        if (!(column instanceof MappingNode mapping)) {
            edits.insert(start(column), " {required: false}");
            return;
        }
        Optional<Node> required = child(mapping, "required");
        if (required.isPresent()) {
            edits.replace(start(required.get()), end(required.get()), "false");
        } else if (mapping.getValue().isEmpty()) {
            edits.insert(start(mapping) + 1, "required: false");
        } else if (isFlow(mapping)) {
            edits.insert(start(mapping) + 1, "required: false, ");
        } else {
            Node first = mapping.getValue().get(0).getKeyNode();
            edits.insertLinesBefore(
                    start(first), List.of(" ".repeat(first.getStartMark().getColumn()) + "required: false"));
        }
    }

    private void add(List<ColumnSchema> added, MappingNode columns) {
        if (isFlow(columns)) {
            List<String> entries = added.stream().map(SchemaUpdate::inOneLine).toList();
            String separator = columns.getValue().isEmpty() ? "" : ", ";
            edits.insert(end(columns) - 1, separator + String.join(", ", entries));
            return;
        }
        int indent = columns.getStartMark().getColumn();
        List<String> lines = added.stream()
                .flatMap(column ->
                        SchemaText.of(column, inferred.comments(), indent).lines())
                .toList();
        edits.insertLines(lastPlace(columns), lines);
    }

    private static String inOneLine(ColumnSchema column) {
        Map<String, SchemaValue> keys = new LinkedHashMap<>();
        column.constraints().forEach(constraint -> keys.put(constraint.key(), constraint.value()));
        return YamlScalar.of(column.name()) + ": " + new Keys(keys).flow();
    }

    /** Where the last thing in a node ends; blocks themselves end where the next thing begins. */
    private static int lastPlace(Node node) {
        if (node instanceof CollectionNode<?> && isFlow(node)) {
            return end(node);
        }
        List<Node> inside = new ArrayList<>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> inside.add(tuple.getValueNode()));
        } else if (node instanceof SequenceNode sequence) {
            inside.addAll(sequence.getValue());
        }
        return inside.isEmpty() ? end(node) : lastPlace(inside.get(inside.size() - 1));
    }

    private static boolean isFlow(Node node) {
        return node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.FLOW;
    }

    private static Optional<Node> child(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private static int start(Node node) {
        return node.getStartMark().getIndex();
    }

    private static int end(Node node) {
        return node.getEndMark().getIndex();
    }
}
