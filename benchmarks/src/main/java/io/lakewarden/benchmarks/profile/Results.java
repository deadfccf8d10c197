package io.lakewarden.benchmarks.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.lakewarden.benchmarks.profile.ProfileResult.Growth;
import io.lakewarden.benchmarks.profile.ProfileResult.Measured;
import io.lakewarden.benchmarks.profile.ProfileResult.Point;
import io.lakewarden.benchmarks.profile.ProfileResult.SizeResult;
import io.lakewarden.benchmarks.profile.table.TableSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Makes results of standings. */
final class Results {
    private Results() {}

    /** What the heats on one table gave. */
    static SizeResult size(TableSize size, long bytes, List<List<Standing>> heats, Optional<JsonNode> accuracy) {
        List<Standing> ours = new ArrayList<>();
        Map<String, Measured> others = new LinkedHashMap<>();
        Map<String, Spread> ratios = new LinkedHashMap<>();
        for (List<Standing> heat : heats) {
            Optional<Standing> mine = heat.stream().filter(Results::isOurs).findFirst();
            mine.ifPresent(ours::add);
            for (Standing standing : heat) {
                if (!isOurs(standing)) {
                    String id = standing.competitor();
                    others.put(id, measured(List.of(standing)));
                    mine.map(it -> Standing.ratios(it, standing))
                            .filter(pairs -> !pairs.isEmpty())
                            .ifPresent(pairs -> ratios.put(id, Spread.of(pairs)));
                }
            }
        }
        return new SizeResult(
                size.toString(), size.rows(), size.columns(), bytes, measured(ours), others, ratios, accuracy);
    }

    private static boolean isOurs(Standing standing) {
        return standing.competitor().equals(Competitor.OURS.id());
    }

    /** How our costs grow from table to table. */
    static Growth growth(List<TableSize> sizes, List<Standing> standings, ToLongFunction<TableSize> grown) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            points.add(new Point(
                    sizes.get(i).toString(), grown.applyAsLong(sizes.get(i)), measured(List.of(standings.get(i)))));
        }
        boolean complete =
                points.stream().allMatch(point -> point.measured().seconds().isPresent());
        return new Growth(complete ? Optional.of(exponent(points)) : Optional.empty(), points);
    }

    private static double exponent(List<Point> points) {
        return PowerLaw.exponent(
                points.stream().mapToDouble(Point::grown).toArray(),
                points.stream()
                        .mapToDouble(point ->
                                point.measured().seconds().orElseThrow().median())
                        .toArray());
    }

    /** All rounds of one competitor on one table together. */
    private static Measured measured(List<Standing> standings) {
        return new Measured(
                spread(standings, Round::seconds),
                standings.stream()
                        .map(Standing::coldSeconds)
                        .flatMap(Optional::stream)
                        .findFirst(),
                spread(standings, Round::cpuSeconds),
                standings.stream().mapToLong(Standing::peakMib).max().orElse(0),
                standings.stream().mapToLong(Standing::liveHeapMib).max().orElse(0),
                standings.stream()
                        .map(Standing::problem)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static Optional<Spread> spread(List<Standing> standings, Function<Round, Double> figure) {
        List<Double> figures = standings.stream()
                .flatMap(standing -> standing.rounds().stream())
                .map(figure)
                .toList();
        return figures.isEmpty() ? Optional.empty() : Optional.of(Spread.of(figures));
    }
}
