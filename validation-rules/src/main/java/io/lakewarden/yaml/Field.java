package io.lakewarden.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value of the file, to be read as one type or another. Each method gives the value, or makes a problem and gives
 * nothing. A text is taken as it is written, whatever else YAML makes of {@code no}, {@code 1e3} or
 * {@code 2011-01-01}, because column names and predicates look like that.
 */
public final class Field {
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Set<Tag> PLAIN_TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE, Tag.SEQ, Tag.MAP);

    private final String path;
    private final Node node;
    private final Reading reading;

    Field(String path, Node node, Reading reading) {
        this.path = path;
        this.node = node;
        this.reading = reading;
    }

    /** Where in the file: keys with dots between, items of lists by number in brackets. */
    public String path() {
        return path;
    }

    /** Makes a problem of this value; the message says where, what and what was expected. */
    public void problem(String message) {
        reading.problem(node, message);
    }

    /** A text that is not blank. */
    public Optional<String> text(String expected) {
        return scalar(expected)
                .filter(it -> !it.isBlank() || unexpected(expected))
                .flatMap(it -> reading.substitute(node, it));
    }

    /** A text that may be empty when it is quoted. */
    public Optional<String> rawText(String expected) {
        return scalar(expected)
                .filter(it -> !it.isEmpty() || !isPlain() || unexpected(expected))
                .flatMap(it -> reading.substitute(node, it));
    }

    /** A text that data may hold: nothing in it stands for something else, and it may be empty when it is quoted. */
    public Optional<String> literal(String expected) {
        return scalar(expected).filter(it -> !it.isEmpty() || !isPlain() || unexpected(expected));
    }

    /** A text that may not stand in the file: one placeholder and nothing else. The problem does not repeat the text. */
    public Optional<String> secret() {
        String expected = "a placeholder such as \"${env:PASSWORD}\"";
        return scalar(expected)
                .filter(it -> Reading.isPlaceholder(it) || written(expected))
                .flatMap(it -> reading.substitute(node, it));
    }

    /** Makes a problem of a text that is no placeholder; false, so that it can end a filter's condition. */
    private boolean written(String expected) {
        problem(path + " stands in the file, where others may read it; expected " + expected);
        return false;
    }

    /** A path or URI, as it is meant. */
    public Optional<String> resolvedPath() {
        return text("a path or URI").map(reading::resolve);
    }

    /** A text that something else reads; its {@link IllegalArgumentException} is the problem. */
    public <T> Optional<T> parsed(String expected, Function<String, T> parser) {
        return text(expected).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException e) {
                problem(path + ": " + e.getMessage());
                return Optional.empty();
            }
        });
    }

    /** One of a closed set of names. */
    public <E extends Enum<E>> Optional<E> choice(Class<E> type) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(EnumNames::of).toList();
        String expected = "one of " + String.join(", ", names);
        return text(expected).flatMap(text -> {
            if (!names.contains(text)) {
                problem(path + " is '" + text + "'; expected " + expected + Nearest.hint(text, names));
                return Optional.empty();
            }
            return Optional.of(Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
        });
    }

    /** {@code true} or {@code false}, without quotes. */
    public Optional<Boolean> truth() {
        String expected = "true or false";
        return plainScalar(expected)
                .filter(it -> it.equals("true") || it.equals("false") || unexpected(expected))
                .map(Boolean::valueOf);
    }

    /** A whole number from {@code least} to {@code most}. */
    public Optional<Long> integer(long least, long most) {
        return integer(
                least,
                most,
                most == Long.MAX_VALUE
                        ? "a whole number of at least " + least
                        : "a whole number from " + least + " to " + most);
    }

    /** A whole number from {@code least} to {@code most}, which the problem calls by the caller's words. */
    public Optional<Long> integer(long least, long most, String expected) {
        return plainScalar(expected)
                .filter(it -> INTEGER.matcher(it).matches() || unexpected(expected))
                .map(Long::valueOf)
                .filter(it -> (it >= least && it <= most) || unexpected(expected));
    }

    /** A finite number from {@code least} to {@code most}. */
    public Optional<Double> number(double least, double most, String expected) {
        return plainScalar(expected)
                .filter(it -> NUMBER.matcher(it).matches() || unexpected(expected))
                .map(Double::valueOf)
                .filter(it -> (it >= least && it <= most) || unexpected(expected));
    }

    /** Whether it is written as a list. */
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Whether it is written as keys with values. */
    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** Whether YAML takes it for no value at all. */
    public boolean isNull() {
        return node.getTag().equals(Tag.NULL);
    }

    /** The items of a list; a single value stands for a list of one. */
    public List<Field> items() {
        if (node instanceof SequenceNode sequence && isPlainTag()) {
            List<Node> values = sequence.getValue();
            return IntStream.range(0, values.size())
                    .mapToObj(index -> new Field(path + "[" + index + "]", values.get(index), reading))
                    .toList();
        }
        return List.of(this);
    }

    /** The texts of a list, or the one text. */
    public List<String> texts(String expected) {
        return items().stream().flatMap(item -> item.text(expected).stream()).collect(Collectors.toList());
    }

    /** The keys and values of a mapping. */
    public Optional<Section> section(String expected) {
        if (isPlainTag() && node instanceof MappingNode mapping) {
            return Optional.of(new Section(path, mapping, reading));
        }
        return isPlainTag() ? nothing(expected) : Optional.empty();
    }

    private Optional<String> plainScalar(String expected) {
        return scalar(expected).filter(it -> isPlain() || unexpected(expected));
    }

    private Optional<String> scalar(String expected) {
        if (!isPlainTag()) {
            return Optional.empty();
        }
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : nothing(expected);
    }

    private boolean isPlain() {
        return node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN;
    }

    private boolean isPlainTag() {
        boolean plain = PLAIN_TAGS.contains(node.getTag());
        if (!plain) {
            problem(path + " has the YAML tag '" + node.getTag().getValue() + "'; tags are not supported");
        }
        return plain;
    }

    private <T> Optional<T> nothing(String expected) {
        unexpected(expected);
        return Optional.empty();
    }

    /** Makes a problem; false, so that it can end a filter's condition. */
    private boolean unexpected(String expected) {
        problem(path + " is " + found() + "; expected " + expected);
        return false;
    }

    private String found() {
        if (node instanceof ScalarNode scalar) {
            boolean empty = scalar.getValue().isEmpty() && isPlain();
            return empty ? "empty" : "'" + scalar.getValue() + "'" + (isPlain() ? "" : " (a quoted text)");
        }
        return node instanceof SequenceNode ? "a list" : "a mapping";
    }
}
