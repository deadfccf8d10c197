package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoubleSorterTest {
    @ParameterizedTest
    @EnumSource(
            value = HostileNumbers.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"EMPTY", "ONLY_NULLS", "ONLY_NAN", "SPECIALS"})
    void hostileNumbersAreSorted(HostileNumbers numbers) {
        for (int size : List.of(0, 1, 99, 100, 1023, 2048)) {
            double[] values = numbers.values(size, size).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            assertSorted(values);
        }
    }

    enum Shape {
        TWO_CLUSTERS,
        REVERSED_LOW_BITS,
        ONE_VALUE_APART,
        SIGNS;

        double[] numbers() {
            Random random = new Random(4);
            return IntStream.range(0, 2048)
                    .mapToDouble(i -> switch (this) {
                        case TWO_CLUSTERS -> (i & 1) * 1e200 + random.nextDouble() * 1e-9 + 1;
                        case REVERSED_LOW_BITS -> i == 0 ? -1e300 : 1 - i * Math.ulp(1.0);
                        case ONE_VALUE_APART -> i == 1000 ? Double.MAX_VALUE : random.nextInt(1000);
                        case SIGNS -> (random.nextBoolean() ? 1 : -1) * random.nextDouble();
                    })
                    .toArray();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shapesThatALeadingDigitDoesNotTellApartAreSorted(Shape shape) {
        assertSorted(shape.numbers());
    }

    private static void assertSorted(double[] values) {
        double[] expected = values.clone();
        Arrays.sort(expected);
        double[] before = values.clone();

        assertThat(new DoubleSorter().sorted(values, 0, values.length)).isEqualTo(expected);
        assertThat(values).isEqualTo(before);
    }
}
