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
import java.util.List;
import java.util.Optional;

/** A column with its reference, as a monitor with default settings has it. */
final class Column {
    private static final String NAME = "x";
    private static final Window WINDOW = Window.parse("2026-01-01/2026-02-01");

    private final Law law;
    private final Optional<Binning> binning;
    private final DatasetProfile reference;

    Column(Law law, int rows, long seed) {
        this.law = law;
        double[] drawn = law.draw(rows, seed);
        this.binning = BinningRule.DEFAULT.freeze(
                profile(drawn, Optional.empty()).column(NAME).orElseThrow());
        this.reference = profile(drawn, binning);
    }

    /** The comparison of a window drawn from the same law and then shifted. */
    ColumnDrift window(int rows, Shift shift, long seed) {
        double[] drawn = law.draw(rows, seed);
        shift.apply(drawn, seed + 1);
        return DriftAnalysis.compare(Reference.of(reference), profile(drawn, binning), DriftPolicy.DEFAULT)
                .columns()
                .get(0);
    }

    private DatasetProfile profile(double[] rows, Optional<Binning> bins) {
        ColumnKind kind = law.isNumeric() ? ColumnKind.NUMERIC : ColumnKind.CATEGORICAL;
        ProfileBuilder builder =
                new ProfileBuilder(List.of(new ColumnSpec(NAME, kind, "drawn", bins)), ProfileDetail.FULL);
        ColumnBuilder column = builder.column(0);
        for (double row : rows) {
            builder.addRow();
            if (Double.isNaN(row)) {
                column.addNull();
            } else if (column instanceof NumericColumnBuilder numbers) {
                numbers.add(row);
            } else {
                ((CategoricalColumnBuilder) column).add("category " + (int) row);
            }
        }
        return builder.build(WINDOW, Slice.ALL);
    }
}
