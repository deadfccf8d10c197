package io.lakewarden.benchmarks.drift;

import io.lakewarden.drift.ColumnDrift;
import io.lakewarden.result.MetricValue.Known;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is kept of one window.
 *
 * @param verdict whether the default verdict on the shifted column alarms, by any of its checks
 * @param anyColumn whether that on any column does
 * @param magnitudes how far each statistic of the shifted column lies from 0; empty where only verdicts count
 * @param peers the other tools whose defaults alarm; empty likewise
 */
record Outcome(boolean verdict, boolean anyColumn, SortedMap<String, Double> magnitudes, Set<PeerDefault> peers) {
    static Outcome of(List<ColumnDrift> columns, Law law, long referenceRows) {
        ColumnDrift shifted = columns.get(0);
        SortedMap<String, Double> magnitudes = new TreeMap<>();
        Set<PeerDefault> peers = Set.of();
        if (law.comparesStatistics()) {
            shifted.scores().keySet().forEach(name -> magnitudes.put(name, magnitude(shifted, name)));
            peers = Arrays.stream(PeerDefault.values())
                    .filter(peer -> peer.alarms(shifted, referenceRows))
                    .collect(Collectors.toUnmodifiableSet());
        }
        return new Outcome(
                shifted.status().isAlert(),
                columns.stream().anyMatch(column -> column.status().isAlert()),
                magnitudes,
                peers);
    }

    /** All statistics are 0 without drift and grow with it, some with a sign; one that is unknown finds nothing. */
    private static double magnitude(ColumnDrift column, String statistic) {
        return column.scores().get(statistic).value() instanceof Known known ? Math.abs(known.value()) : 0;
    }
}
