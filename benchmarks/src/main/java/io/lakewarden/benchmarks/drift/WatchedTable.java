package io.lakewarden.benchmarks.drift;

import io.lakewarden.drift.BinningRule;
import io.lakewarden.drift.ColumnDrift;
import io.lakewarden.drift.DriftAnalysis;
import io.lakewarden.drift.DriftPolicy;
import io.lakewarden.drift.Reference;
import io.lakewarden.profile.Binning;
import io.lakewarden.profile.CategoricalColumnBuilder;
import io.lakewarden.profile.ColumnBuilder;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericColumnBuilder;
import io.lakewarden.profile.ProfileBuilder;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The columns of a law with their reference, as a monitor with default settings has them. */
final class WatchedTable {
    private static final Window WINDOW = Window.parse("2026-01-01/2026-02-01");

    private final Law law;
    private final List<Optional<Binning>> binnings;
    private final DatasetProfile reference;

    WatchedTable(Law law, int rows, long seed) {
        this.law = law;
        double[][] drawn = law.draw(rows, seed);
        List<Optional<Binning>> none = IntStream.range(0, drawn.length)
                .mapToObj(column -> Optional.<Binning>empty())
                .toList();
        this.binnings = profile(drawn, none, ProfileDetail.FULL).columns().values().stream()
                .map(BinningRule.DEFAULT::freeze)
                .toList();
        this.reference = profile(drawn, binnings, law.detail());
    }

    /** The comparison of a window drawn from the same law, whose first column was then shifted. */
    List<ColumnDrift> window(int rows, Shift shift, long seed) {
        double[][] drawn = law.draw(rows, seed);
        shift.apply(drawn[0], seed + 1);
        DatasetProfile current = profile(drawn, binnings, law.detail());
        return DriftAnalysis.compare(Reference.of(reference), current, DriftPolicy.DEFAULT)
                .columns();
    }

    private DatasetProfile profile(double[][] columns, List<Optional<Binning>> bins, ProfileDetail detail) {
        ColumnKind kind = law.isNumeric() ? ColumnKind.NUMERIC : ColumnKind.CATEGORICAL;
        List<ColumnSpec> specs = IntStream.range(0, columns.length)
                .mapToObj(column -> new ColumnSpec("x" + column, kind, "drawn", bins.get(column)))
                .toList();
        ProfileBuilder builder = new ProfileBuilder(specs, detail);
        builder.addRows(columns[0].length);
        for (int column = 0; column < columns.length; column++) {
            add(builder.column(column), columns[column]);
        }
        return builder.build(WINDOW, Slice.ALL);
    }

    private static void add(ColumnBuilder column, double[] rows) {
        double[] present = Arrays.stream(rows).filter(row -> !Double.isNaN(row)).toArray();
        column.addNulls(rows.length - present.length);
        if (column instanceof NumericColumnBuilder numbers) {
            numbers.addAll(present, present.length);
            return;
        }
        long[] counts = new long[Law.CATEGORY_COUNT];
        for (double category : present) {
            counts[(int) category]++;
        }
        for (int category = 0; category < counts.length; category++) {
            if (counts[category] > 0) {
                ((CategoricalColumnBuilder) column).add("category " + category, counts[category]);
            }
        }
    }
}
