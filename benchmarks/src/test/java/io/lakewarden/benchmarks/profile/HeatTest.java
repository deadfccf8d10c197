package io.lakewarden.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeatTest {
    private final AtomicLong nanos = new AtomicLong();
    private final List<Competitor> order = new ArrayList<>();

    @Test
    void runsInTurnsAfterOneUnmeasuredRunOfEach() {
        List<Standing> standings = heat(2, 100, new Runner(Competitor.OURS, 1), new Runner(Competitor.DUCKDB, 2));

        assertThat(order)
                .containsExactly(
                        Competitor.OURS,
                        Competitor.DUCKDB,
                        Competitor.OURS,
                        Competitor.DUCKDB,
                        Competitor.OURS,
                        Competitor.DUCKDB);
        assertThat(standings.get(1).coldSeconds()).contains(2.0);
        assertThat(standings.get(1).rounds()).containsExactly(new Round(0, 2, 4), new Round(1, 2, 4));
        assertThat(standings.get(1).problem()).isEmpty();
        assertThat(standings.get(1).peakMib()).isEqualTo(7);
    }

    @Test
    void keepsWhatWasFinishedWithinTheLimitAndSaysSo() {
        List<Standing> standings = heat(5, 10, new Runner(Competitor.DEEQU, 3), new Runner(Competitor.OURS, 1));

        assertThat(standings.get(0).rounds()).hasSize(2);
        assertThat(standings.get(0).problem()).contains("stopped after 10 s with 2 of 5 rounds");
        assertThat(standings.get(1).rounds()).hasSize(5);
        assertThat(standings.get(1).problem()).isEmpty();
    }

    @Test
    void saysWhyNothingWasFinished() {
        List<Standing> standings = heat(3, 10, new Runner(Competitor.DEEQU, 11), new Runner(Competitor.YDATA, -1));

        assertThat(standings.get(0).coldSeconds()).isEmpty();
        assertThat(standings.get(0).problem()).contains("stopped after 10 s with 0 of 3 rounds");
        assertThat(standings.get(1).problem()).contains("failed: no luck");
        assertThat(order).containsExactly(Competitor.DEEQU, Competitor.YDATA);
    }

    private List<Standing> heat(int rounds, int limitSeconds, Contestant... contestants) {
        return new Heat(rounds, nanos::get).run(List.of(contestants), Duration.ofSeconds(limitSeconds));
    }

    /** Takes as long as it is told on a clock of its own, with both cores; fails if that is negative. */
    private final class Runner implements Contestant {
        private final Competitor competitor;
        private final int seconds;
        private double used;

        Runner(Competitor competitor, int seconds) {
            this.competitor = competitor;
            this.seconds = seconds;
        }

        @Override
        public String competitor() {
            return competitor.id();
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public JsonNode ask(String command, Duration limit) throws ContestantException {
            order.add(competitor);
            if (seconds < 0) {
                throw new ContestantException("failed: no luck");
            }
            Duration taken = Duration.ofSeconds(seconds);
            if (taken.compareTo(limit) > 0) {
                nanos.addAndGet(limit.toNanos());
                throw new ContestantException("stopped after " + limit.toSeconds() + " s");
            }
            nanos.addAndGet(taken.toNanos());
            used += 2 * seconds;
            return JsonNodeFactory.instance.objectNode().put("seconds", (double) seconds);
        }

        @Override
        public ProcessUsage usage() {
            return new ProcessUsage(used, 7);
        }

        @Override
        public void close() {
            // Nothing was started.
        }
    }
}
