package io.lakewarden.yaml;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Composes a text into SnakeYAML's nodes, which know their places, so that each record has a small reader of its own.
 *
 * <p>Data binding would stop at the first problem, does not know where a missing key is missing from, and constructs
 * objects from what the file says; nodes are never constructed into anything. Nesting and aliases are limited.
 */
public final class YamlText {
    private static final int GREATEST_DEPTH = 20;

    private YamlText() {}

    /**
     * The mapping that the text is; empty, and a problem, where it is none.
     *
     * @param keys some keys that are expected, for the problem of a text that is no mapping
     */
    public static Optional<Section> compose(String text, Reading reading, String keys) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(GREATEST_DEPTH);
        // How long a text may be is the caller's business.
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            Node node = new Yaml(options).compose(new StringReader(text));
            if (node instanceof MappingNode mapping) {
                return Optional.of(new Section("", mapping, reading));
            }
            reading.problem(1, 1, "the file holds no " + reading.noun() + "; expected keys such as " + keys);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            String context = e.getContext() == null ? "" : " " + e.getContext();
            reading.problem(mark.getLine() + 1, mark.getColumn() + 1, "no YAML" + context + ": " + e.getProblem());
        } catch (YAMLException e) {
            reading.problem(
                    1, 1, "no YAML: " + e.getMessage().lines().findFirst().orElse("unreadable"));
        }
        return Optional.empty();
    }
}
