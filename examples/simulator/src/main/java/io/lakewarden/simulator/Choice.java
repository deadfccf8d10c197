package io.lakewarden.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A fixed discrete distribution. */
final class Choice<T> {
    private final List<T> values;
    private final double[] cumulative;

    private Choice(List<T> values, double[] weights) {
        this.values = List.copyOf(values);
        this.cumulative = weights.clone();
        for (int i = 1; i < cumulative.length; i++) {
            cumulative[i] += cumulative[i - 1];
        }
    }

    /** The values with weights in proportion, in the same order. */
    static <T> Choice<T> of(List<T> values, double... weights) {
        if (values.size() != weights.length) {
            throw new IllegalArgumentException(values.size() + " values have " + weights.length + " weights");
        }
        return new Choice<>(values, weights);
    }

    /** Codes such as {@code R01} whose frequency falls gently, as {@code 1 / (rank + 5)}. */
    static Choice<String> ofCodes(String format, int count) {
        List<String> codes = new ArrayList<>();
        double[] weights = new double[count];
        for (int rank = 1; rank <= count; rank++) {
            codes.add(String.format(Locale.ROOT, format, rank));
            weights[rank - 1] = 1.0 / (rank + 5);
        }
        return of(codes, weights);
    }

    T draw(RandomStream random) {
        double target = random.uniform() * cumulative[cumulative.length - 1];
        int index = 0;
        while (index < cumulative.length - 1 && cumulative[index] <= target) {
            index++;
        }
        return values.get(index);
    }
}
