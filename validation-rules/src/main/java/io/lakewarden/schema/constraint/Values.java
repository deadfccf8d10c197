package io.lakewarden.schema.constraint;

import io.lakewarden.profile.BooleanProfile;
import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.FrequentValue;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.profile.TemporalProfile;
import io.lakewarden.result.MetricValue;
import java.util.List;

/**
 * The values of a column of any kind.
 *
 * @param total how many cells have a value that is counted: nulls, NaN and infinities are not
 * @param distinct how many different ones there are
 * @param frequent the most frequent ones, with bounds on their counts; moments have none
 */
record Values(long total, MetricValue distinct, List<FrequentValue> frequent) {
    private static final int ENOUGH = 5;

    static Values of(ColumnProfile column) {
        if (column instanceof CategoricalProfile texts) {
            return new Values(texts.present(), texts.distinct(), texts.topValues(ENOUGH));
        }
        if (column instanceof NumericProfile numbers) {
            // A double that stands for several numbers says nothing of how often each of them occurs.
            List<FrequentValue> precise = numbers.topValues(ENOUGH).stream()
                    .filter(value -> NumberPrecision.isExact(numbers.type(), Double.parseDouble(value.value())))
                    .toList();
            return new Values(numbers.finite(), numbers.distinct(), precise);
        }
        if (column instanceof TemporalProfile moments) {
            return new Values(moments.present(), moments.distinct(), List.of());
        }
        if (column instanceof BooleanProfile truth) {
            double different = (truth.trues() > 0 ? 1 : 0) + (truth.falses() > 0 ? 1 : 0);
            return new Values(
                    truth.present(),
                    MetricValue.exactly(different),
                    List.of(
                            new FrequentValue("true", truth.trues(), truth.trues()),
                            new FrequentValue("false", truth.falses(), truth.falses())));
        }
        return new Values(column.present(), MetricValue.unknown("such values are not counted"), List.of());
    }
}
