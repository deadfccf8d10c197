package io.lakewarden.spark.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.profile.ProfileDetail;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanUnitsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 1",
        "32, 1",
        "33, 3",
        "2048, 1",
        "2049, 1",
        "5000, 1",
        "5000, 13",
        "10000, 1",
        "17, 60",
        "100, 366",
        "3, 100000",
        "20, 5000"
    })
    void givesEachColumnOfEachTargetToOneUnitOfOnePart(int width, int targets) {
        for (ScanPath path : ScanPath.values()) {
            ScanUnits units = units(width, targets, ProfileDetail.FULL, path);
            int[] covered = new int[targets * width];
            int[] seen = new int[units.tally() + 1];
            for (int part = 0; part < units.parts(); part++) {
                int[] own = units.ofPart(part).toArray();
                assertThat(own).isSorted();
                for (int unit : own) {
                    seen[unit]++;
                    if (unit < units.tally()) {
                        assertThat(units.firstColumn(unit)).isGreaterThanOrEqualTo(units.first(part));
                        assertThat(units.endOfColumns(unit)).isLessThanOrEqualTo(units.end(part));
                        IntStream.range(units.firstColumn(unit), units.endOfColumns(unit))
                                .forEach(column -> covered[units.target(unit) * width + column]++);
                    }
                }
            }
            assertThat(seen).containsOnly(1);
            assertThat(covered).doesNotContain(0, 2);
        }
    }

    @ParameterizedTest
    @CsvSource({"5000, 1, 3", "5000, 2, 5", "2000, 1, 1", "300, 6, 1", "300, 60, 9", "100, 366, 20", "300, 100000, 60"})
    void cutsSoThatATaskHoldsTheStatesOfTwoThousandColumns(int width, int targets, int parts) {
        ScanUnits units = units(width, targets, ProfileDetail.FULL, ScanPath.COLUMNAR);
        assertThat(units.parts()).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource({"5000, 1", "8192, 1", "300, 27"})
    void readsRowsOnceUnlessTheyAreVeryWide(int width, int targets) {
        assertThat(units(width, targets, ProfileDetail.FULL, ScanPath.ROWS).parts())
                .isEqualTo(1);
        assertThat(units(width * 2, targets, ProfileDetail.FULL, ScanPath.ROWS).parts())
                .isEqualTo(2);
        assertThat(units(width * 2, targets, ProfileDetail.COUNTS, ScanPath.ROWS)
                        .parts())
                .isEqualTo(1);
    }

    private static ScanUnits units(int width, int targets, ProfileDetail detail, ScanPath path) {
        return ScanUnits.of(width, Collections.nCopies(targets, detail), path);
    }
}
