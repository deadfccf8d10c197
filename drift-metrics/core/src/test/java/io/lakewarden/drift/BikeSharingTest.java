package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lakewarden.profile.Binning;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two years of a bike rental that grew, under the default rule and policy. */
@Tag("real-data")
class BikeSharingTest {
    private static final Path FILE = Path.of(
                    System.getProperty("lakewarden.root"), "..", "shared", "data", "bike_sharing", "hour.csv")
            .normalize();

    @BeforeEach
    void needsTheData() {
        assumeTrue(Files.isRegularFile(FILE), "real data folder ../shared/data is absent");
    }

    @Test
    void theSecondYearRentedMore() {
        ColumnDrift registered = wholeYear("registered");
        assertThat(registered.status()).isEqualTo(Status.FAIL);
        assertThat(psi(registered)).isCloseTo(0.31, within(0.01));
        assertThat(wholeYear("cnt").status()).isEqualTo(Status.FAIL);
        assertThat(psi(wholeYear("cnt"))).isCloseTo(0.24, within(0.01));
        for (String quiet : List.of("weekday", "hr", "windspeed")) {
            assertThat(wholeYear(quiet).status()).as(quiet).isEqualTo(Status.PASS);
        }
    }

    @Test
    void aMonthAgainstAYearIsSeasonAndSaysSo() {
        Window october = Window.parse("2012-10-01/2012-11-01");
        ColumnDrift windspeed = compare("windspeed", october);
        ColumnDrift humidity = compare("hum", october);
        ColumnDrift temperature = compare("temp", Window.parse("2012-02-01/2012-03-01"));
        assertThat(List.of(windspeed, humidity, temperature)).allSatisfy(drift -> {
            assertThat(drift.status()).isEqualTo(Status.WARN);
            assertThat(drift.season()).hasValueSatisfying(note -> {
                assertThat(note.withinReference()).isTrue();
                assertThat(note.samePhase()).isPresent();
            });
        });
        assertThat(compare("registered", Window.parse("2012-09-01/2012-10-01")).status())
                .as("growth beyond any month of the first year")
                .isEqualTo(Status.FAIL);
    }

    private static double psi(ColumnDrift drift) {
        return drift.scores()
                .get(PopulationStabilityIndex.NAME)
                .value()
                .number()
                .orElseThrow();
    }

    private static ColumnDrift wholeYear(String column) {
        return compare(column, Window.parse("2012-01-01/2013-01-01"));
    }

    /** A window of 2012 against all of 2011, whose blocks are its months. */
    private static ColumnDrift compare(String column, Window window) {
        TruthTable hours = TruthTable.read(FILE, ',');
        Window first = Window.parse("2011-01-01/2012-01-01");
        Optional<Binning> bins =
                BinningRule.DEFAULT.freeze(profile(hours, column, first, Optional.empty(), ProfileDetail.FULL)
                        .column(column)
                        .orElseThrow());
        List<DatasetProfile> blocks = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            LocalDate start = LocalDate.of(2011, month, 1);
            blocks.add(profile(hours, column, Window.between(start, start.plusMonths(1)), bins, ProfileDetail.COUNTS));
        }
        return DriftAnalysis.compare(
                        new Reference(profile(hours, column, first, bins, ProfileDetail.FULL), blocks),
                        profile(hours, column, window, bins, ProfileDetail.FULL),
                        DriftPolicy.DEFAULT)
                .columns()
                .get(0);
    }

    private static DatasetProfile profile(
            TruthTable hours, String column, Window window, Optional<Binning> bins, ProfileDetail detail) {
        List<Double> values = hours
                .where("dteday", day -> window.contains(Instant.parse(day + "T00:00:00Z")))
                .column(column, List.of())
                .stream()
                .map(Double::valueOf)
                .toList();
        return Profiles.dataset(column, values, bins, window, detail);
    }
}
