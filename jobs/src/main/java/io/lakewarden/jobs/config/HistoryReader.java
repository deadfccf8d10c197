package io.lakewarden.jobs.config;

import io.lakewarden.history.HistoryCheck;
import io.lakewarden.history.HistoryStrategy;
import io.lakewarden.rules.Severity;
import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Nearest;
import io.lakewarden.yaml.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the {@link HistoryCheck}s of {@code history}; one that names several columns is several checks. */
final class HistoryReader {
    private static final String EXPECTED = "checks such as {metric: rows, strategy: batch_normal}";
    private static final int USUAL_MAXIMUM = 100;
    private static final int MOST_WINDOWS = 10_000;

    private final Optional<Granularity> windows;
    private final List<HistoryCheck> checks = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();

    private HistoryReader(Optional<Granularity> windows) {
        this.windows = windows;
    }

    /**
     * The checks.
     *
     * @param windows how long a window is; absent where each is a day that labels a run
     */
    static List<HistoryCheck> read(Field field, Optional<Granularity> windows) {
        HistoryReader reader = new HistoryReader(windows);
        if (field.items().isEmpty()) {
            field.problem(field.path() + " is an empty list; expected " + EXPECTED);
        }
        field.items().forEach(item -> item.section(EXPECTED).ifPresent(section -> reader.check(item, section)));
        return reader.checks;
    }

    private void check(Field item, Section section) {
        Optional<Field> columnField = section.field("column");
        List<String> columns =
                columnField.map(it -> it.texts("the path of a column")).orElse(List.of());
        columnField
                .filter(it -> it.items().isEmpty())
                .ifPresent(it -> it.problem(it.path()
                        + " is an empty list; expected the paths of columns, or no column for the whole table"));
        Optional<String> metric = section.required("metric", "a number of the store, such as rows or avg")
                .flatMap(it -> metric(it, columnField.isPresent()));
        OptionalInt season = windows.map(Granularity::round).orElse(OptionalInt.empty());
        Optional<HistoryStrategy> strategy = StrategyReader.read(section, season);
        boolean sameWeekday = section.field("same_weekday")
                .flatMap(it -> sameWeekday(it, strategy))
                .orElse(false);
        Optional<Integer> minimum = number(
                section,
                "minimum",
                strategy.map(HistoryStrategy::least).orElse(0),
                strategy.map(HistoryStrategy::usual).orElse(0),
                strategy.map(it -> " by " + it.name()).orElse(""));
        Optional<Integer> maximum = number(
                section,
                "maximum",
                Math.max(1, minimum.orElse(0)),
                Math.max(USUAL_MAXIMUM, minimum.orElse(0)),
                ", not fewer than the minimum");
        Severity severity = section.field("severity")
                .flatMap(it -> it.choice(Severity.class))
                .orElse(Severity.FAIL);
        Optional<String> owner = section.field("owner").flatMap(it -> it.text("who is told"));
        Optional<String> message = section.field("message").flatMap(it -> it.text("a sentence"));
        section.close();
        if (metric.isEmpty() || strategy.isEmpty() || minimum.isEmpty() || maximum.isEmpty()) {
            return;
        }
        List<Optional<String>> subjects = columnField.isEmpty()
                ? List.of(Optional.empty())
                : columns.stream().map(Optional::of).toList();
        for (Optional<String> column : subjects) {
            add(
                    item,
                    new HistoryCheck(
                            metric.get(),
                            column,
                            strategy.get(),
                            sameWeekday,
                            minimum.get(),
                            maximum.get(),
                            severity,
                            owner,
                            message));
        }
    }

    private static Optional<String> metric(Field field, boolean ofColumn) {
        return field.text("the name of a number").filter(name -> {
            List<String> valid = ofColumn ? HistoryMetrics.all() : List.of(HistoryCheck.ROWS);
            if (valid.contains(name)) {
                return true;
            }
            if (HistoryMetrics.all().contains(name)) {
                field.problem(field.path() + " is '" + name + "', a number of a column; add column, or take rows");
            } else if (name.equals(HistoryCheck.ROWS)) {
                field.problem(field.path() + " is 'rows', a number of the whole table; leave column out");
            } else {
                field.problem(
                        field.path() + " is '" + name + "'; expected rows without a column, or of a column one of "
                                + String.join(", ", HistoryMetrics.all()) + Nearest.hint(name, valid));
            }
            return false;
        });
    }

    private Optional<Boolean> sameWeekday(Field field, Optional<HistoryStrategy> strategy) {
        return field.truth().filter(same -> {
            if (same && !windows.map(Granularity::isDaily).orElse(true)) {
                field.problem(field.path() + " is true, but windows are " + windows.get()
                        + " long; expected windows: P1D, for only days have a weekday");
                return false;
            }
            if (same && strategy.filter(HistoryStrategy::unbroken).isPresent()) {
                field.problem(field.path() + " is true, but " + strategy.get().name()
                        + " knows the week by its season; leave one of them out");
                return false;
            }
            return true;
        });
    }

    private static Optional<Integer> number(Section section, String key, int least, int usual, String why) {
        if (section.field(key).isEmpty() && usual <= MOST_WINDOWS) {
            return Optional.of(usual);
        }
        return section.field(key)
                .flatMap(it -> it.integer(
                        least,
                        MOST_WINDOWS,
                        "a whole number of earlier windows from " + least + " to " + MOST_WINDOWS
                                + (least > 0 ? why : "")))
                .map(Math::toIntExact);
    }

    private void add(Field item, HistoryCheck check) {
        String first = places.putIfAbsent(check.findingColumn() + "/" + check.column() + "/" + check.id(), item.path());
        if (first == null) {
            checks.add(check);
        } else {
            item.problem(item.path() + " checks the same as " + first
                    + ": a column's metric by one strategy; expected another severity, or one of them only");
        }
    }
}
