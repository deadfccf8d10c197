package io.lakewarden.benchmarks.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.lakewarden.benchmarks.profile.MachineFacts;
import io.lakewarden.benchmarks.profile.Round;
import io.lakewarden.benchmarks.profile.Spread;
import io.lakewarden.benchmarks.profile.Standing;
import io.lakewarden.benchmarks.validate.ValidateResult.Measured;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds what competitors took and said against one another. */
final class Comparison {
    private final ValidateOptions options;
    private final Map<String, Standing> standings;
    private final Map<String, JsonNode> told;

    /**
     * What is compared.
     *
     * @param told what each said of its last run: {@code verdicts} and {@code counts}
     */
    Comparison(ValidateOptions options, List<Standing> standings, Map<String, JsonNode> told) {
        this.options = options;
        this.standings = new LinkedHashMap<>();
        standings.forEach(standing -> this.standings.put(standing.competitor(), standing));
        this.told = told;
    }

    ValidateResult result(long bytes, MachineFacts machine) {
        Map<String, Measured> measured = new LinkedHashMap<>();
        for (Competitor competitor : options.only()) {
            Optional.ofNullable(standings.get(competitor.id()))
                    .ifPresent(standing -> measured.put(competitor.id(), measured(competitor, standing)));
        }
        SortedMap<String, Map<String, Boolean>> verdicts = verdicts();
        Map<String, Boolean> agreed = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        verdicts.forEach((rule, saying) -> {
            if (saying.size() == judges().size()
                    && saying.values().stream().distinct().count() == 1) {
                agreed.put(rule, saying.values().iterator().next());
            } else {
                differences.add(rule + ": " + saying);
            }
        });
        return new ValidateResult(
                options.size().toString(),
                options.size().rows(),
                bytes,
                options.rounds(),
                machine,
                measured,
                ratios(),
                agreed,
                differences);
    }

    private Measured measured(Competitor competitor, Standing standing) {
        Optional<JsonNode> counts =
                Optional.ofNullable(told.get(competitor.id())).map(it -> it.path("counts"));
        return new Measured(
                competitor.work(),
                spread(standing, Round::seconds),
                standing.coldSeconds(),
                spread(standing, Round::cpuSeconds),
                standing.peakMib(),
                standing.liveHeapMib(),
                counts,
                counts.map(
                        it -> it.path("rows_read").asDouble() / options.size().rows()),
                counts.map(
                        it -> it.path("cells_read").asDouble() / options.size().rows()),
                standing.problem());
    }

    private static Optional<Spread> spread(Standing standing, Function<Round, Double> figure) {
        List<Double> figures = standing.rounds().stream().map(figure).toList();
        return figures.isEmpty() ? Optional.empty() : Optional.of(Spread.of(figures));
    }

    private List<Competitor> judges() {
        return options.only().stream().filter(Competitor::judges).toList();
    }

    /** For each rule, who says what. */
    private SortedMap<String, Map<String, Boolean>> verdicts() {
        SortedMap<String, Map<String, Boolean>> verdicts = new TreeMap<>();
        for (Competitor judge : judges()) {
            if (told.containsKey(judge.id())) {
                told.get(judge.id()).path("verdicts").fields().forEachRemaining(verdict -> verdicts.computeIfAbsent(
                                verdict.getKey(), rule -> new LinkedHashMap<>())
                        .put(judge.id(), verdict.getValue().asBoolean()));
            }
        }
        return verdicts;
    }

    private Map<String, Spread> ratios() {
        Map<String, Spread> ratios = new LinkedHashMap<>();
        ratio(ratios, Competitor.OURS_ALONE, Competitor.DEEQU);
        ratio(ratios, Competitor.OURS_STANDING, Competitor.DEEQU);
        quarantine().ifPresent(it -> ratios.put("(ours-quarantine - ours-command) / bare-write", it));
        return ratios;
    }

    private void ratio(Map<String, Spread> ratios, Competitor ours, Competitor theirs) {
        if (standings.containsKey(ours.id()) && standings.containsKey(theirs.id())) {
            List<Double> pairs = Standing.ratios(standings.get(ours.id()), standings.get(theirs.id()));
            if (!pairs.isEmpty()) {
                ratios.put(ours.id() + " / " + theirs.id(), Spread.of(pairs));
            }
        }
    }

    /** What quarantine takes beyond the verdict, as a multiple of writing the rows and nothing else. */
    private Optional<Spread> quarantine() {
        Map<Integer, Double> with = seconds(Competitor.OURS_QUARANTINE);
        Map<Integer, Double> without = seconds(Competitor.OURS_COMMAND);
        List<Double> pairs = new ArrayList<>();
        seconds(Competitor.BARE_WRITE).forEach((round, write) -> {
            if (with.containsKey(round) && without.containsKey(round)) {
                pairs.add((with.get(round) - without.get(round)) / write);
            }
        });
        return pairs.isEmpty() ? Optional.empty() : Optional.of(Spread.of(pairs));
    }

    private Map<Integer, Double> seconds(Competitor competitor) {
        return Optional.ofNullable(standings.get(competitor.id())).map(Standing::rounds).orElse(List.of()).stream()
                .collect(Collectors.toMap(Round::number, Round::seconds, (first, second) -> first, TreeMap::new));
    }
}
