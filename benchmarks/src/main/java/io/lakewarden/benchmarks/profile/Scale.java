package io.lakewarden.benchmarks.profile;

import static io.lakewarden.benchmarks.profile.Competitor.BARE_ROWS;
import static io.lakewarden.benchmarks.profile.Competitor.BARE_SCAN;
import static io.lakewarden.benchmarks.profile.Competitor.DEEQU;
import static io.lakewarden.benchmarks.profile.Competitor.DEEQU_KLL;
import static io.lakewarden.benchmarks.profile.Competitor.DUCKDB;
import static io.lakewarden.benchmarks.profile.Competitor.EVIDENTLY;
import static io.lakewarden.benchmarks.profile.Competitor.OURS;
import static io.lakewarden.benchmarks.profile.Competitor.OURS_BINS;
import static io.lakewarden.benchmarks.profile.Competitor.OURS_SLICES;
import static io.lakewarden.benchmarks.profile.Competitor.SPARK_BUILTINS;
import static io.lakewarden.benchmarks.profile.Competitor.SPARK_DEFAULTS;
import static io.lakewarden.benchmarks.profile.Competitor.TFDV;
import static io.lakewarden.benchmarks.profile.Competitor.WHYLOGS;
import static io.lakewarden.benchmarks.profile.Competitor.YDATA;
import static io.lakewarden.benchmarks.profile.Competitor.YDATA_MINIMAL;

import io.lakewarden.benchmarks.profile.table.TableSize;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How large the tables are. */
enum Scale {
    /** The closing figures: hours. */
    FULL(
            "10Mx20,1Mx100,100kx5000",
            "500kx20",
            "1Mx20,3Mx20,10Mx20",
            "100kx50,100kx500,100kx5000",
            Duration.ofMinutes(15)),
    /** Ten minutes on two cores. */
    SMALL("200kx20,5kx300", "5kx20", "20kx20,60kx20,200kx20", "5kx50,5kx100,5kx300", Duration.ofSeconds(20));

    /** Quick enough for any size; apart, so that all processes of a heat fit into memory together. */
    private static final List<List<Competitor>> ENGINES = List.of(
            List.of(OURS, BARE_SCAN, BARE_ROWS, DUCKDB),
            List.of(OURS, OURS_BINS, OURS_SLICES),
            List.of(OURS, SPARK_BUILTINS));

    /** On a size that they can load and finish; one at a time, since some take most of the memory. */
    private static final List<Competitor> PEERS = List.of(
            BARE_SCAN, DUCKDB, SPARK_DEFAULTS, DEEQU, DEEQU_KLL, TFDV, WHYLOGS, EVIDENTLY, YDATA_MINIMAL, YDATA);

    private final String sizes;
    private final String peerSize;
    private final String growingRows;
    private final String growingColumns;
    private final Duration limit;

    Scale(String sizes, String peerSize, String growingRows, String growingColumns, Duration limit) {
        this.sizes = sizes;
        this.peerSize = peerSize;
        this.growingRows = growingRows;
        this.growingColumns = growingColumns;
        this.limit = limit;
    }

    /** The tables, and who reads each. */
    List<Trial> trials() {
        Stream<Trial> engines = TableSize.parseAll(sizes).stream().map(size -> new Trial(size, ENGINES));
        return Stream.concat(engines, Stream.of(peers(TableSize.parse(peerSize))))
                .toList();
    }

    /** Everybody, on sizes of the caller's own. */
    static List<Trial> trials(List<TableSize> sizes) {
        return sizes.stream()
                .map(size -> new Trial(
                        size,
                        Stream.concat(
                                        ENGINES.stream(),
                                        peers(size).heats().stream()
                                                .filter(heat -> !heat.contains(BARE_SCAN) && !heat.contains(DUCKDB)))
                                .toList()))
                .toList();
    }

    private static Trial peers(TableSize size) {
        return new Trial(size, PEERS.stream().map(peer -> List.of(OURS, peer)).toList());
    }

    /** Tables that differ in rows alone. */
    List<TableSize> growingRows() {
        return TableSize.parseAll(growingRows);
    }

    /** Tables that differ in columns alone. */
    List<TableSize> growingColumns() {
        return TableSize.parseAll(growingColumns);
    }

    /** How long a competitor may take on one table in all. */
    Duration limit() {
        return limit;
    }

    static Scale named(String name) {
        return Arrays.stream(values())
                .filter(scale -> scale.word().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--scale takes "
                        + Arrays.stream(values()).map(Scale::word).collect(Collectors.joining(" or "))
                        + ", but got '" + name + "'"));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
