package io.lakewarden.benchmarks;

import java.util.stream.IntStream;

/**
 * An option of a benchmark with its value.
 *
 * @param name such as {@code --rounds}
 * @param value what follows it
 */
public record Option(String name, String value) {
    /**
     * The options of a command line, each read when its turn comes.
     *
     * @throws IllegalArgumentException with one sentence for people, on reading one without a value
     */
    public static Iterable<Option> in(String... arguments) {
        return () -> IntStream.iterate(0, place -> place < arguments.length, place -> place + 2)
                .mapToObj(place -> at(arguments, place))
                .iterator();
    }

    private static Option at(String[] arguments, int place) {
        if (place + 1 == arguments.length) {
            throw new IllegalArgumentException("'" + arguments[place] + "' needs a value");
        }
        return new Option(arguments[place], arguments[place + 1]);
    }
}
