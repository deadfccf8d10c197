package io.lakewarden.drift;

import io.lakewarden.profile.BinCounts;
import io.lakewarden.profile.BooleanProfile;
import io.lakewarden.profile.CategoricalBinning;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericBinning;
import io.lakewarden.profile.NumericProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A bin's counts on either side, before shares are taken. */
record BinCount(String label, BinKind kind, long reference, long current) {
    BinCount {
        if (reference < 0 || current < 0) {
            throw new IllegalArgumentException("a count is not negative, but bin '" + label + "' has " + reference
                    + " rows in the reference and " + current + " in the current data");
        }
    }

    boolean isEmpty() {
        return reference == 0 && current == 0;
    }

    static Optional<List<BinCount>> of(ColumnProfile reference, ColumnProfile current) {
        if (reference.kind() != current.kind()) {
            throw new IllegalArgumentException("column '" + reference.name() + "' was " + reference.kind()
                    + " in the reference and is " + current.kind());
        }
        List<BinCount> counts = new ArrayList<>();
        if (reference instanceof BooleanProfile was && current instanceof BooleanProfile is) {
            counts.add(new BinCount("true", BinKind.VALUE, was.trues(), is.trues()));
            counts.add(new BinCount("false", BinKind.VALUE, was.falses(), is.falses()));
        } else if (reference.bins().isEmpty() && current.bins().isEmpty()) {
            return Optional.empty();
        } else {
            counts.addAll(binned(reference, current));
        }
        if (reference instanceof NumericProfile was && current instanceof NumericProfile is) {
            counts.add(
                    new BinCount("−∞", BinKind.NEGATIVE_INFINITY, was.negativeInfinities(), is.negativeInfinities()));
            counts.add(
                    new BinCount("+∞", BinKind.POSITIVE_INFINITY, was.positiveInfinities(), is.positiveInfinities()));
            counts.add(new BinCount("NaN", BinKind.NAN, was.nans(), is.nans()));
        }
        counts.add(new BinCount("null", BinKind.NULL, reference.nulls(), current.nulls()));
        return Optional.of(counts);
    }

    private static List<BinCount> binned(ColumnProfile reference, ColumnProfile current) {
        Optional<String> referenceId =
                reference.bins().map(bins -> bins.binning().id());
        Optional<String> currentId = current.bins().map(bins -> bins.binning().id());
        if (!referenceId.equals(currentId)) {
            throw new IllegalArgumentException("column '" + reference.name() + "' was counted in bins "
                    + referenceId.orElse("none") + " in the reference and in " + currentId.orElse("none") + " now");
        }
        BinCounts was = reference.bins().orElseThrow();
        BinCounts is = current.bins().orElseThrow();
        return was.binning() instanceof NumericBinning binning
                ? numeric(binning, was, is)
                : categorical((CategoricalBinning) was.binning(), was, is);
    }

    private static List<BinCount> categorical(CategoricalBinning binning, BinCounts was, BinCounts is) {
        List<BinCount> counts = new ArrayList<>();
        for (int bin = 0; bin < binning.size(); bin++) {
            counts.add(new BinCount(binning.label(bin), kind(binning, bin), was.count(bin), is.count(bin)));
        }
        return counts;
    }

    private static BinKind kind(CategoricalBinning binning, int bin) {
        if (bin == binning.elsewhere()) {
            return binning.isComplete() ? BinKind.NEW : BinKind.OTHER;
        }
        return bin < binning.categories().size() ? BinKind.VALUE : BinKind.RARE;
    }

    private static List<BinCount> numeric(NumericBinning binning, BinCounts was, BinCounts is) {
        OuterBins outer = OuterBins.of(binning, was);
        long[] reference = outer.joined(was);
        long[] current = outer.joined(is);
        List<BinCount> counts = new ArrayList<>();
        for (int bin = 0; bin < outer.size(); bin++) {
            counts.add(new BinCount(outer.label(bin), BinKind.VALUE, reference[bin], current[bin]));
        }
        return counts;
    }
}
