package io.lakewarden.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** One reading of one file: what it may look up, and what it has found wrong so far. */
public final class Reading {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}?");
    private static final Pattern VARIABLE = Pattern.compile("env:([A-Za-z_][A-Za-z0-9_]*)");

    private final Path file;
    private final String noun;
    private final Map<String, String> environment;
    private final Map<String, String> secrets;
    private final List<ConfigProblem> problems;

    /**
     * The reading of a file.
     *
     * @param noun what the file holds, for its problems: {@code monitor}
     * @param environment what <code>${env:NAME}</code> stands for
     */
    public Reading(Path file, String noun, Map<String, String> environment) {
        this(file, noun, environment, new TreeMap<>(), new ArrayList<>());
    }

    private Reading(
            Path file,
            String noun,
            Map<String, String> environment,
            Map<String, String> secrets,
            List<ConfigProblem> problems) {
        this.file = file;
        this.noun = noun;
        this.environment = environment;
        this.secrets = secrets;
        this.problems = problems;
    }

    /** The reading of another file that this one names: its problems and secrets are those of both. */
    public Reading of(Path other, String otherNoun) {
        return new Reading(other, otherNoun, environment, secrets, problems);
    }

    void problem(Node node, String message) {
        Mark mark = node.getStartMark();
        problem(mark.getLine() + 1, mark.getColumn() + 1, message);
    }

    /** Makes a problem of a place in the file; lines and columns count from 1. */
    public void problem(int line, int column, String message) {
        problems.add(new ConfigProblem(file.toString(), line, column, message));
    }

    /** What is wrong, free of secrets. */
    public List<ConfigProblem> problems() {
        Secrets hidden = secrets();
        return problems.stream()
                .map(it -> new ConfigProblem(it.file(), it.line(), it.column(), hidden.mask(it.message())))
                .toList();
    }

    /** The values that came from the environment so far. */
    public Secrets secrets() {
        return new Secrets(secrets);
    }

    /** The text with every <code>${env:NAME}</code> replaced; empty, and a problem, where one cannot be. */
    Optional<String> substitute(Node node, String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            Matcher variable = VARIABLE.matcher(matcher.group(1));
            if (!matcher.group().endsWith("}") || !variable.matches()) {
                problem(node, "'" + matcher.group() + "' is no placeholder; expected ${env:NAME}");
                return Optional.empty();
            }
            String name = variable.group(1);
            String value = environment.getOrDefault(name, "");
            if (value.isEmpty()) {
                problem(
                        node,
                        "the environment variable '" + name + "' is not set"
                                + Nearest.hint(name, environment.keySet()));
                return Optional.empty();
            }
            secrets.put(name, value);
            matcher.appendReplacement(result, Matcher.quoteReplacement(value));
        }
        return Optional.of(matcher.appendTail(result).toString());
    }

    /** Whether a text is a placeholder and nothing else. */
    static boolean isPlaceholder(String text) {
        return PLACEHOLDER.matcher(text).matches();
    }

    String noun() {
        return noun;
    }

    /** A path as it is meant: a URI as it stands, anything else from the file's folder. */
    public String resolve(String path) {
        return Locations.resolve(file.toAbsolutePath().getParent(), path);
    }
}
