package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.profile.Binning;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A reference of one year with a strong season, and months of the next year held against it. */
class SeasonTest {
    private static final int ROWS_A_MONTH = 1_000;
    private static final double AMPLITUDE = 1;

    private final List<List<Double>> months = IntStream.rangeClosed(1, 12)
            .mapToObj(month -> Profiles.normal(month, ROWS_A_MONTH, season(month), 1))
            .toList();
    private final List<Double> year = months.stream().flatMap(List::stream).toList();
    private final Optional<Binning> binning = Profiles.binning(Profiles.reference(year));

    @Test
    void aSeasonalMonthOnlyWarnsAndSaysWhy() {
        ColumnDrift july = compare(7, Profiles.normal(99, ROWS_A_MONTH, season(7), 1), true);
        SeasonNote note = july.season().orElseThrow();
        assertThat(note.statistic()).isEqualTo("wasserstein_normalized");
        assertThat(note.samePhase().orElseThrow().window()).isEqualTo(month(2025, 7));
        assertThat(note.samePhase().orElseThrow().currentToBlock())
                .as("without the season")
                .isCloseTo(0, within(0.1));
        assertThat(note.current()).isCloseTo(note.samePhase().orElseThrow().blockToWhole(), within(0.1));

        ColumnDrift april = compare(4, Profiles.normal(99, ROWS_A_MONTH, 0.8 * season(4), 1), true);
        assertThat(april.season().orElseThrow().withinReference()).isTrue();
        assertThat(april.status()).isEqualTo(Status.WARN);
        assertThat(effect(april).sentence())
                .contains("The reference itself moves as much from block to block", "no sign of decay by itself")
                .contains("Against the same time of year (2025-04-01/2025-05-01)");
    }

    @Test
    void aLargerMovementThanTheSeasonFails() {
        ColumnDrift drift = compare(4, Profiles.normal(99, ROWS_A_MONTH, 3, 1), true);
        assertThat(drift.season().orElseThrow().withinReference()).isFalse();
        assertThat(drift.status()).isEqualTo(Status.FAIL);
        assertThat(effect(drift).sentence()).contains("The reference's own blocks move by at most");
    }

    @Test
    void withoutBlocksThereIsNoSeasonToSpeakOf() {
        ColumnDrift drift = compare(4, Profiles.normal(99, ROWS_A_MONTH, season(4), 1), false);
        assertThat(drift.season()).isEmpty();
        assertThat(drift.status()).isEqualTo(Status.FAIL);
    }

    private ColumnDrift compare(int month, List<Double> current, boolean blocks) {
        List<DatasetProfile> profiles = new ArrayList<>();
        for (int block = 1; blocks && block <= 12; block++) {
            profiles.add(profile(months.get(block - 1), month(2025, block), ProfileDetail.COUNTS));
        }
        Window whole = Window.parse("2025-01-01/2026-01-01");
        return DriftAnalysis.compare(
                        new Reference(profile(year, whole, ProfileDetail.FULL), profiles),
                        profile(current, month(2026, month), ProfileDetail.FULL),
                        DriftPolicy.DEFAULT)
                .columns()
                .get(0);
    }

    private DatasetProfile profile(List<Double> values, Window window, ProfileDetail detail) {
        return Profiles.dataset("x", values, binning, window, detail);
    }

    private static Finding effect(ColumnDrift drift) {
        return drift.findings().stream()
                .filter(finding -> finding.key().endsWith("/wasserstein_normalized"))
                .findFirst()
                .orElseThrow();
    }

    private static double season(int month) {
        return AMPLITUDE * Math.sin(2 * Math.PI * (month - 1) / 12);
    }

    private static Window month(int year, int month) {
        LocalDate start = LocalDate.of(year, month, 1);
        return Window.between(start, start.plusMonths(1));
    }
}
