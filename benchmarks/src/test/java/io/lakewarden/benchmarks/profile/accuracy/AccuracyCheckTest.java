package io.lakewarden.benchmarks.profile.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.benchmarks.profile.table.GeneratedColumn;
import io.lakewarden.benchmarks.profile.table.Physical;
import io.lakewarden.benchmarks.profile.table.TableSize;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericColumnBuilder;
import io.lakewarden.profile.ProfileBuilder;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class AccuracyCheckTest {
    private static final TableSize SIZE = new TableSize(5_000, 1);

    @Test
    void findsNothingWrongWithTheTruth() {
        Accuracy accuracy = AccuracyCheck.check(profile(value -> value), SIZE);

        assertThat(accuracy.wrong()).isEmpty();
        assertThat(accuracy.rankError()).isLessThan(accuracy.statedRankError());
        assertThat(accuracy.momentError()).isLessThan(1e-12);
        assertThat(accuracy.distinctError()).isLessThan(0.1);
    }

    @Test
    void findsWhatIsWrong() {
        Accuracy accuracy = AccuracyCheck.check(profile(value -> Math.max(value, 60)), SIZE);

        assertThat(accuracy.wrong()).anyMatch(clause -> clause.startsWith("measurement_0: min is 60.0 instead of"));
        // About eight in ten values are below 60.
        assertThat(accuracy.rankError()).isBetween(0.7, 0.9);
        assertThat(accuracy.distinctOutsideBounds()).isEqualTo(1);
        assertThat(accuracy.frequentOutsideBounds()).isPositive();
        assertThat(accuracy.momentError()).isGreaterThan(0.01);
    }

    @Test
    void countsAndRanksExactly() {
        long[] keys = {number(2), number(-1), number(2), number(-0.0), number(0), number(7)};
        ExactColumn column = new ExactColumn(keys);

        assertThat(column.distinct()).isEqualTo(4);
        assertThat(column.countOf(number(2))).isEqualTo(2);
        assertThat(column.countBelow(number(0))).isEqualTo(1);
        assertThat(column.countAtMost(number(2))).isEqualTo(5);
        assertThat(column.heavierThan(0.3)).isEqualTo(2);
        assertThat(Keys.number(column.keys()[0])).isEqualTo(-1);
    }

    @Test
    void computesMomentsByTheBook() {
        ExactMoments moments = ExactMoments.of(new long[] {number(1), number(2), number(3), number(10)});

        // Distances from 4: -3, -2, -1, 6; their squares sum to 50, cubes to 180, fourth powers to 1394.
        assertThat(moments.mean()).isEqualTo(4);
        assertThat(moments.standardDeviation()).isCloseTo(Math.sqrt(50 / 3.0), within(1e-12));
        assertThat(moments.skewness()).isCloseTo(45 / Math.pow(12.5, 1.5), within(1e-12));
        assertThat(moments.kurtosis()).isCloseTo(348.5 / 156.25 - 3, within(1e-12));
    }

    @Test
    void keepsTheOrderOfNumbersAndTellsTextsApart() {
        assertThat(number(-5)).isLessThan(number(-1));
        assertThat(number(-1)).isLessThan(number(0));
        assertThat(number(0)).isLessThan(number(1e-300));
        assertThat(number(-0.0)).isEqualTo(number(0));
        assertThat(Keys.of(Physical.STRING).applyAsLong("ab"))
                .isNotEqualTo(Keys.of(Physical.STRING).applyAsLong("ba"));
        assertThat(Keys.number(Keys.of(Physical.DECIMAL).applyAsLong(1_234L))).isEqualTo(12.34);
    }

    private static long number(double number) {
        return Keys.ofNumber(number);
    }

    /** The profile of the first column, whose values somebody has tampered with. */
    private static DatasetProfile profile(DoubleUnaryOperator tampering) {
        GeneratedColumn column = SIZE.table().get(0);
        ProfileBuilder builder = new ProfileBuilder(
                List.of(new ColumnSpec(column.name(), ColumnKind.NUMERIC, "double")), ProfileDetail.FULL);
        NumericColumnBuilder cells = (NumericColumnBuilder) builder.column(0);
        for (long row = 0; row < SIZE.rows(); row++) {
            builder.addRow();
            Object value = column.value(row);
            if (value == null) {
                cells.addNull();
            } else {
                cells.add(tampering.applyAsDouble((Double) value));
            }
        }
        return builder.build(Window.ofDay(LocalDate.of(2024, 1, 1)), Slice.ALL);
    }
}
