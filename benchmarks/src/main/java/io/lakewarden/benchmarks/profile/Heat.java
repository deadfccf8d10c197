package io.lakewarden.benchmarks.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Competitors that run in turns on the same files: each once unmeasured, then round by round each once, so that whatever
 * happens to the machine happens to all of them. Only one works at a time.
 */
public final class Heat {
    private static final String RUN = "run";

    private final int rounds;
    private final LongSupplier nanoTime;

    /**
     * A heat.
     *
     * @param rounds measured ones
     * @param nanoTime the clock that limits are held against
     */
    public Heat(int rounds, LongSupplier nanoTime) {
        this.rounds = rounds;
        this.nanoTime = nanoTime;
    }

    /** Runs all rounds; who fails or takes longer than the limit in all keeps the rounds that it finished. */
    public List<Standing> run(List<? extends Contestant> contestants, Duration limit) {
        List<Lane> lanes = contestants.stream()
                .map(contestant -> new Lane(contestant, limit))
                .toList();
        lanes.forEach(Lane::warmUp);
        for (int round = 0; round < rounds; round++) {
            for (Lane lane : lanes) {
                lane.run(round);
            }
        }
        return lanes.stream().map(Lane::standing).toList();
    }

    /** One competitor's course. */
    private final class Lane {
        private final Contestant contestant;
        private final Duration limit;
        private final List<Round> finished = new ArrayList<>();
        private Optional<Double> cold = Optional.empty();
        private Optional<String> problem = Optional.empty();
        private Duration used = Duration.ZERO;
        private long liveHeapMib;

        Lane(Contestant contestant, Duration limit) {
            this.contestant = contestant;
            this.limit = limit;
        }

        void warmUp() {
            cold = time().map(Round::seconds);
        }

        void run(int number) {
            if (problem.isEmpty()) {
                time().ifPresent(round -> finished.add(new Round(number, round.seconds(), round.cpuSeconds())));
            }
        }

        private Optional<Round> time() {
            Duration left = limit.minus(used);
            if (left.isNegative() || left.isZero()) {
                problem = Optional.of(stopped());
                return Optional.empty();
            }
            long start = nanoTime.getAsLong();
            double cpu = contestant.usage().cpuSeconds();
            try {
                JsonNode answer = contestant.ask(RUN, left);
                liveHeapMib = Math.max(liveHeapMib, answer.path("live_heap_mib").asLong());
                return Optional.of(new Round(
                        0, answer.get("seconds").asDouble(), contestant.usage().cpuSeconds() - cpu));
            } catch (ContestantException e) {
                boolean late = nanoTime.getAsLong() - start >= left.toNanos();
                problem = Optional.of(late ? stopped() : e.getMessage());
                return Optional.empty();
            } finally {
                used = used.plusNanos(nanoTime.getAsLong() - start);
            }
        }

        private String stopped() {
            return "stopped after " + limit.toSeconds() + " s with " + finished.size() + " of " + rounds + " rounds";
        }

        Standing standing() {
            return new Standing(
                    contestant.competitor(),
                    contestant.version(),
                    cold,
                    finished,
                    contestant.usage().peakMib(),
                    liveHeapMib,
                    problem);
        }
    }
}
