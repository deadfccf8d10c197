package io.lakewarden.benchmarks.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.lakewarden.benchmarks.profile.table.TableSize;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings competitors and tables together. */
final class Arena {
    /** Drawing and sorting every column again takes a while, and is no part of anybody's time. */
    private static final Duration ACCURACY_LIMIT = Duration.ofMinutes(30);

    private final ProfileOptions options;
    private final Launcher launcher;
    private final TableCache tables;

    Arena(ProfileOptions options) {
        this.options = options;
        this.launcher = new Launcher(options);
        this.tables = new TableCache(options.data(), options.work());
    }

    /**
     * What a heat gave.
     *
     * @param standings of its competitors, in order
     * @param accuracy of ours, where it was asked for
     */
    record Outcome(List<Standing> standings, Optional<JsonNode> accuracy) {}

    /** The files of a table. */
    Path table(TableSize size) throws IOException, InterruptedException {
        return tables.table(size);
    }

    /** Runs competitors in turns on one table. */
    Outcome heat(TableSize size, List<Competitor> competitors, boolean withAccuracy)
            throws IOException, InterruptedException {
        Path folder = tables.table(size);
        List<Standing> absent = new ArrayList<>();
        List<Contestant> contestants = new ArrayList<>();
        try {
            for (Competitor competitor : competitors) {
                try {
                    contestants.add(launcher.start(competitor, size, folder));
                } catch (ContestantException e) {
                    absent.add(Standing.absent(competitor.id(), e.getMessage()));
                }
            }
            List<Standing> standings = new ArrayList<>(run(contestants));
            standings.addAll(absent);
            return new Outcome(standings, withAccuracy ? accuracy(contestants) : Optional.empty());
        } finally {
            contestants.forEach(Contestant::close);
        }
    }

    /** Runs ours on tables of several sizes in turns, each in a process of its own. */
    List<Standing> ours(List<TableSize> sizes) throws IOException, InterruptedException {
        List<Contestant> contestants = new ArrayList<>();
        try {
            for (TableSize size : sizes) {
                contestants.add(launcher.start(Competitor.OURS, size, tables.table(size)));
            }
            return run(contestants);
        } catch (ContestantException e) {
            throw new IOException("ours cannot run: " + e.getMessage(), e);
        } finally {
            contestants.forEach(Contestant::close);
        }
    }

    private List<Standing> run(List<Contestant> contestants) {
        return new Heat(options.rounds(), System::nanoTime).run(contestants, options.limit());
    }

    private static Optional<JsonNode> accuracy(List<Contestant> contestants) {
        Optional<Contestant> ours = contestants.stream()
                .filter(contestant -> contestant.competitor().equals(Competitor.OURS.id()))
                .findFirst();
        if (ours.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ours.get().ask("accuracy", ACCURACY_LIMIT));
        } catch (ContestantException e) {
            System.err.println("accuracy: ours " + e.getMessage());
            return Optional.empty();
        }
    }
}
