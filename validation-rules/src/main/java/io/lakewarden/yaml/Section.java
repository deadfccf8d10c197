package io.lakewarden.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A mapping of the file. A reader asks for the keys it knows, then {@linkplain #close closes} the section, which makes
 * every other key a problem: so no list of valid keys is kept beside the code that reads them.
 */
public final class Section {
    private final String path;
    private final MappingNode node;
    private final Reading reading;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();

    Section(String path, MappingNode node, Reading reading) {
        this.path = path;
        this.node = node;
        this.reading = reading;
        for (NodeTuple tuple : node.getValue()) {
            add(tuple.getKeyNode(), tuple.getValueNode());
        }
    }

    private void add(Node keyNode, Node valueNode) {
        if (!(keyNode instanceof ScalarNode scalar)) {
            reading.problem(keyNode, "a key" + inside() + " is no text; expected a name");
            return;
        }
        String key = scalar.getValue();
        Node first = keys.putIfAbsent(key, keyNode);
        if (first != null) {
            int line = first.getStartMark().getLine() + 1;
            reading.problem(
                    keyNode, "duplicate key '" + key + "'" + inside() + "; it stands on line " + line + " already");
            return;
        }
        fields.put(key, new Field(path.isEmpty() ? key : path + "." + key, valueNode, reading));
    }

    private String inside() {
        return path.isEmpty() ? "" : " in " + path;
    }

    /** The value of a key that may be absent. */
    public Optional<Field> field(String key) {
        known.add(key);
        return Optional.ofNullable(fields.get(key));
    }

    /** The value of a key that must be there; its absence is a problem. */
    public Optional<Field> required(String key, String expected) {
        Optional<Field> field = field(key);
        if (field.isEmpty()) {
            problem((path.isEmpty() ? "the " + reading.noun() : path) + " lacks '" + key + "': " + expected);
        }
        return field;
    }

    /** All values, where the keys are the user's own names. */
    public Map<String, Field> entries() {
        known.addAll(fields.keySet());
        return fields;
    }

    /** A problem of the section as a whole. */
    public void problem(String message) {
        reading.problem(node, message);
    }

    /** What this is part of. */
    public Reading reading() {
        return reading;
    }

    /** Makes a problem of each key that nobody has asked for. */
    public void close() {
        fields.keySet().stream().filter(key -> !known.contains(key)).forEach(key -> {
            String hint = Nearest.hint(key, known);
            String valid = hint.isEmpty() ? "; valid here: " + String.join(", ", known) : hint;
            reading.problem(keys.get(key), "unknown key '" + key + "'" + inside() + valid);
        });
    }
}
