package io.lakewarden.drift;

import io.lakewarden.drift.DriftAnalysis.Pair;
import io.lakewarden.profile.CategoricalColumnBuilder;
import io.lakewarden.profile.ClusterCounts;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericColumnBuilder;
import io.lakewarden.profile.ProfileBuilder;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Rows of customers: each has a level around which its amounts lie, a kind that it prefers, and some leave the amount out
 * more often than others. Rows of one customer tell little more than one row of it.
 */
final class KeyedRows {
    private static final int BLOCKS = 32;
    private static final String[] KINDS = {"a", "b", "c", "d"};
    private static final Window DAY = Window.ofDay(LocalDate.of(2026, 1, 1));

    private static final List<ColumnSpec> COLUMNS = frozen();

    private static final Slice ODD = new Slice("row", "odd");

    private final ProfileBuilder whole = new ProfileBuilder(COLUMNS, ProfileDetail.COUNTS);
    private final ProfileBuilder odd = new ProfileBuilder(COLUMNS, ProfileDetail.COUNTS);
    private long rows;
    private final List<ProfileBuilder> blocks = IntStream.range(0, BLOCKS)
            .mapToObj(block -> new ProfileBuilder(COLUMNS, ProfileDetail.COUNTS))
            .toList();

    private KeyedRows() {}

    /**
     * Rows of new customers.
     *
     * @param alike how much of the amounts' variance lies between customers, from 0 to 1
     * @param moved how far all amounts have moved, in standard deviations
     */
    static KeyedRows draw(Random random, int customers, double alike, double moved) {
        KeyedRows rows = new KeyedRows();
        for (int customer = 0; customer < customers; customer++) {
            int block = random.nextInt(BLOCKS);
            double level = Math.sqrt(alike) * random.nextGaussian() + moved;
            String preferred = KINDS[random.nextInt(KINDS.length)];
            double missing = random.nextInt(6) == 0 ? alike : 0;
            int size = 1 + random.nextInt(30);
            for (int row = 0; row < size; row++) {
                rows.add(
                        block,
                        random.nextDouble() < missing
                                ? Double.NaN
                                : level + Math.sqrt(1 - alike) * random.nextGaussian(),
                        random.nextDouble() < alike ? preferred : KINDS[random.nextInt(KINDS.length)]);
            }
        }
        return rows;
    }

    /** Rows whose amount, NaN for none, is the same in all of a block. */
    static KeyedRows constant(int rowsOfABlock, double... amounts) {
        KeyedRows rows = new KeyedRows();
        for (int block = 0; block < amounts.length; block++) {
            for (int row = 0; row < rowsOfABlock; row++) {
                rows.add(block, amounts[block], "a");
            }
        }
        return rows;
    }

    private void add(int block, double amount, String kind) {
        rows++;
        List<ProfileBuilder> builders = new ArrayList<>(List.of(whole, blocks.get(block)));
        if (rows % 2 == 1) {
            builders.add(odd);
        }
        for (ProfileBuilder builder : builders) {
            builder.addRow();
            if (Double.isNaN(amount)) {
                builder.column(0).addNull();
            } else {
                ((NumericColumnBuilder) builder.column(0)).add(amount);
            }
            ((CategoricalColumnBuilder) builder.column(1)).add(kind);
        }
    }

    private DatasetProfile profile() {
        return whole.build(DAY, Slice.ALL);
    }

    Map<String, ClusterCounts> clusters() {
        List<DatasetProfile> profiles =
                blocks.stream().map(block -> block.build(DAY, Slice.ALL)).toList();
        Map<String, ClusterCounts> clusters = new LinkedHashMap<>();
        COLUMNS.forEach(column -> clusters.put(
                column.name(),
                ClusterCounts.of(profiles.stream()
                        .map(profile -> profile.column(column.name()).orElseThrow())
                        .toList())));
        return clusters;
    }

    /** Drift as if all rows were independent. */
    static DatasetDrift naive(KeyedRows reference, KeyedRows current) {
        return DriftAnalysis.compare(Reference.of(reference.profile()), current.profile(), DriftPolicy.DEFAULT);
    }

    /** Drift with the customers known. */
    static DatasetDrift clustered(KeyedRows reference, KeyedRows current) {
        return compare(reference, current, new Clusters(List.of("customer"), reference.clusters(), current.clusters()));
    }

    static DatasetDrift compare(KeyedRows reference, KeyedRows current, Clusters clusters) {
        return DriftAnalysis.compareTogether(
                        List.of(new Pair(Reference.of(reference.profile()), current.profile(), Optional.of(clusters))),
                        DriftPolicy.DEFAULT)
                .get(0);
    }

    /** Drift of every other row, with the customers known or not. */
    static DatasetDrift ofEveryOtherRow(KeyedRows reference, KeyedRows current, boolean known) {
        Clusters clusters = new Clusters(List.of("customer"), reference.clusters(), current.clusters());
        Pair pair = new Pair(
                Reference.of(reference.odd.build(DAY, ODD)),
                current.odd.build(DAY, ODD),
                Optional.of(clusters).filter(it -> known));
        return DriftAnalysis.compareTogether(List.of(pair), DriftPolicy.DEFAULT).get(0);
    }

    private static List<ColumnSpec> frozen() {
        Random random = new Random(1);
        List<Double> amounts = new ArrayList<>();
        IntStream.range(0, 20_000).forEach(row -> amounts.add(random.nextGaussian()));
        ColumnProfile amount = Profiles.column(amounts, Optional.empty());
        ProfileBuilder kinds = new ProfileBuilder(
                List.of(new ColumnSpec("kind", ColumnKind.CATEGORICAL, "string")), ProfileDetail.FULL);
        for (String kind : KINDS) {
            kinds.addRow();
            ((CategoricalColumnBuilder) kinds.column(0)).add(kind, 1_000);
        }
        return List.of(
                new ColumnSpec("amount", ColumnKind.NUMERIC, "double", BinningRule.DEFAULT.freeze(amount)),
                new ColumnSpec(
                        "kind",
                        ColumnKind.CATEGORICAL,
                        "string",
                        BinningRule.DEFAULT.freeze(
                                kinds.build(DAY, Slice.ALL).column("kind").orElseThrow())));
    }
}
