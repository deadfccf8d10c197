package io.lakewarden.schema.constraint;

import io.lakewarden.profile.BooleanProfile;
import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.FrequentValue;
import io.lakewarden.profile.NumericProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How many values of a column are outside a set, with certainty: a value that is known to be frequent and lies outside
 * is sure; that no other does is sure only where all values are known.
 *
 * @param least surely so many are outside
 * @param most surely no more are
 * @param total of how many; NaN and infinities are no members of any set and are not among them
 * @param offenders values outside, the most frequent first
 */
record OutsideShare(long least, long most, long total, List<FrequentValue> offenders) {
    private static final int MOST_NAMED = 5;

    OutsideShare {
        offenders = List.copyOf(offenders);
    }

    /** Empty for kinds of columns whose values are not known. */
    static Optional<OutsideShare> of(ColumnProfile column, Function<String, Membership> membership) {
        if (column instanceof CategoricalProfile texts) {
            return Optional.of(of(
                    texts.topValues(Integer.MAX_VALUE),
                    texts.present(),
                    texts.exactCounts().isPresent(),
                    membership));
        }
        if (column instanceof NumericProfile numbers) {
            return Optional.of(of(
                    numbers.topValues(Integer.MAX_VALUE),
                    numbers.finite(),
                    numbers.exactCounts().isPresent(),
                    membership));
        }
        if (column instanceof BooleanProfile truth) {
            List<FrequentValue> values = List.of(
                    new FrequentValue("true", truth.trues(), truth.trues()),
                    new FrequentValue("false", truth.falses(), truth.falses()));
            return Optional.of(of(values, truth.present(), true, membership));
        }
        return Optional.empty();
    }

    private static OutsideShare of(
            List<FrequentValue> values, long total, boolean complete, Function<String, Membership> membership) {
        List<FrequentValue> offenders = new ArrayList<>();
        long outside = 0;
        long inside = 0;
        long unsure = 0;
        for (FrequentValue value : values) {
            if (value.lower() == 0) {
                continue;
            }
            switch (membership.apply(value.value())) {
                case OUTSIDE -> {
                    outside += value.lower();
                    offenders.add(value);
                }
                case INSIDE -> inside += value.lower();
                case UNSURE -> unsure += value.lower();
            }
        }
        return new OutsideShare(outside, complete ? outside + unsure : total - inside, total, offenders);
    }

    /** The share that may be outside at most; 0 of no values. */
    double greatestShare() {
        return total == 0 ? 0 : (double) most / total;
    }

    /** The offenders for people, each with its share. */
    String words() {
        String named = offenders.stream()
                .limit(MOST_NAMED)
                .map(value -> Amounts.quoted(value.value()) + " (" + (value.exact() ? "" : "at least ")
                        + Amounts.percent(value.lower(), total) + ")")
                .collect(Collectors.joining(", "));
        return offenders.size() > MOST_NAMED ? named + " and " + (offenders.size() - MOST_NAMED) + " more" : named;
    }

    /** The share outside for people: exact, or between its bounds. */
    String share() {
        return least == most
                ? Amounts.percent(least, total)
                : Amounts.percent(least, total) + " to " + Amounts.percent(most, total);
    }
}
