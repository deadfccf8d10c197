package io.lakewarden.jobs.config;

import io.lakewarden.rules.Rule;
import java.util.List;
import java.util.Map;

/**
 * What the rows must be like: {@code rules}.
 *
 * @param sources where the rules are written, in their order
 * @param rules all of them; their ids differ
 */
public record RulesConfig(List<Source> sources, List<Rule> rules) {
    /** No rules. */
    public static final RulesConfig NONE = new RulesConfig(List.of(), List.of());

    public RulesConfig {
        sources = List.copyOf(sources);
        rules = List.copyOf(rules);
    }

    /** Where rules are written. */
    public sealed interface Source {}

    /**
     * A text: a file of rules.
     *
     * @param path its absolute path
     */
    public record RuleFile(String path) implements Source {}

    /**
     * The keys {@code set} and {@code columns}: rules that ship with Lakewarden.
     *
     * @param set their name
     * @param columns the paths of the columns that they are about, by the part that they play
     */
    public record Shipped(String set, Map<String, String> columns) implements Source {
        public Shipped {
            columns = Ordered.copyOf(columns);
        }
    }
}
