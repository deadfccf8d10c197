package io.lakewarden.benchmarks.validate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Everybody who validates the table, or does a part of that. */
enum Competitor {
    DEEQU("Deequ's VerificationSuite with forty checks"),
    OURS_ALONE("the same forty rules by Rules, nothing known of the rows"),
    OURS_STANDING("the same by Rules where the profile of the rows stands"),
    OURS_COMMAND("lakewarden validate where the profile stands: rules, drift, store and report"),
    OURS_QUARANTINE("the same, and every row written to the quarantine table"),
    BARE_WRITE("the rows written to a Delta table as they are, nothing judged");

    private final String work;

    Competitor(String work) {
        this.work = work;
    }

    /** The name in options, tables and files. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it does, in one clause. */
    String work() {
        return work;
    }

    /** Whether it says what became of the rules. */
    boolean judges() {
        return this != BARE_WRITE;
    }

    /**
     * The competitors named.
     *
     * @throws IllegalArgumentException with one sentence for people
     */
    static List<Competitor> parse(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(",", -1))
                .map(String::trim)
                .map(Competitor::named)
                .distinct()
                .toList();
    }

    private static Competitor named(String id) {
        return Arrays.stream(values())
                .filter(competitor -> competitor.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no competitor is named '" + id + "'; expected "
                        + Arrays.stream(values()).map(Competitor::id).collect(Collectors.joining(", "))));
    }
}
