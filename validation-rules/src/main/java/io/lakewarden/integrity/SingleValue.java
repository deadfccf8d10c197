package io.lakewarden.integrity;

import io.lakewarden.profile.BooleanProfile;
import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.FrequentValue;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.profile.TemporalProfile;
import io.lakewarden.result.Figures;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * {@code single-value} (WARN): all cells hold the same value, so that the column tells nothing. Cells without a value are
 * left out of it, and told. Fields read: extremes, counts of truth values, exact counts of texts; all exact.
 *
 * <p>PASS where the reference makes that no surprise: it holds nothing else either, or so many cells drawn from it would all be the
 * same with a probability of {@value #BY_CHANCE} or more. That reads the counts of the reference's values; where they are bounds,
 * the upper ones, so that nothing is told that may be chance.
 */
final class SingleValue implements ColumnCheck {
    private static final double BY_CHANCE = 0.001;

    @Override
    public Optional<Finding> check(ColumnProfile column, Optional<ColumnProfile> before) {
        return only(column)
                .filter(value -> column.present() > 1)
                .map(value -> finding(column, value, before.flatMap(it -> excuse(column, value, it))));
    }

    /** Why it is no surprise, as the end of a sentence. */
    private static Optional<String> excuse(ColumnProfile column, String value, ColumnProfile before) {
        if (only(before).equals(Optional.of(value))) {
            return Optional.of(", as in the reference");
        }
        Map<String, Double> shares = shares(before);
        double chance = shares.values().stream()
                .mapToDouble(share -> Math.pow(share, (double) column.present()))
                .sum();
        return shares.containsKey(value) && chance >= BY_CHANCE
                ? Optional.of(", which " + column.present() + " cells may do by chance: it is "
                        + Figures.percent(shares.get(value)) + " of the reference")
                : Optional.empty();
    }

    /** How much of a column its values make up at most, those that are known by name. */
    private static Map<String, Double> shares(ColumnProfile column) {
        if (column instanceof NumericProfile numbers) {
            return shares(
                    numbers.topValues(Integer.MAX_VALUE),
                    numbers.finite(),
                    value -> Figures.number(Double.parseDouble(value)));
        }
        if (column instanceof CategoricalProfile texts) {
            return shares(KnownTexts.of(texts).values(), texts.present(), SingleValue::quoted);
        }
        return column instanceof BooleanProfile truths
                ? shares(
                        List.of(
                                new FrequentValue("true", truths.trues(), truths.trues()),
                                new FrequentValue("false", truths.falses(), truths.falses())),
                        truths.present(),
                        value -> value)
                : Map.of();
    }

    private static Map<String, Double> shares(List<FrequentValue> values, long cells, UnaryOperator<String> words) {
        return values.stream()
                .filter(value -> value.upper() > 0)
                .collect(Collectors.toMap(
                        value -> words.apply(value.value()), value -> (double) value.upper() / cells, Double::sum));
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    private static Optional<String> only(ColumnProfile column) {
        if (column instanceof NumericProfile numbers) {
            return numbers.finite() == numbers.present()
                            && numbers.finite() > 0
                            && numbers.minimum()
                                    .number()
                                    .equals(numbers.maximum().number())
                    ? Optional.of(Figures.number(numbers.minimum().number().orElseThrow()))
                    : Optional.empty();
        }
        if (column instanceof CategoricalProfile texts) {
            return texts.exactCounts().filter(counts -> counts.size() == 1).map(counts -> quoted(counts.firstKey()));
        }
        if (column instanceof BooleanProfile truths) {
            return truths.trues() == 0 || truths.falses() == 0
                    ? Optional.of(Boolean.toString(truths.trues() > 0))
                    : Optional.empty();
        }
        if (column instanceof TemporalProfile times) {
            return times.earliest().equals(times.latest()) ? times.earliest().map(Object::toString) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Finding finding(ColumnProfile column, String value, Optional<String> excuse) {
        String missing = column.nulls() == 0
                ? ""
                : "; " + Figures.percent((double) column.nulls() / column.count()) + " of the cells have no value";
        return Facts.finding(
                column.name(),
                "single-value",
                excuse.isPresent() ? Status.PASS : Status.WARN,
                "one value: " + value,
                "different values",
                "Column '" + column.name() + "' holds nothing but " + value + excuse.orElse("") + missing + ".");
    }
}
