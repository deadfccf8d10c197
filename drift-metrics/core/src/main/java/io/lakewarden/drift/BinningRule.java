package io.lakewarden.drift;

import io.lakewarden.profile.Binning;
import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How bins are frozen from a reference, once; later windows are counted in them and never move them.
 *
 * <p>Numbers: quantile bins of the reference, equal edges merged. A value with more than 1/B of the mass gets a bin of
 * its own, and so does every value of a column with at most 2B distinct ones; the gaps between such values are bins
 * too, so that unseen values are seen. The reference's minimum and maximum are edges, so that what lies outside them is
 * counted exactly. Text: see {@link CategoricalBins}. Booleans need no bins; other kinds have none. A column with a {@link
 * Scorecard} has the bins that it gives.
 *
 * @param bins B, at least 2
 * @param scorecards by column
 */
public record BinningRule(int bins, Map<String, Scorecard> scorecards) {
    /** Ten bins. */
    public static final BinningRule DEFAULT = new BinningRule(10);

    /** Changes whenever the same reference would get other bins. */
    private static final String VERSION = "1";

    public BinningRule {
        scorecards = Map.copyOf(scorecards);
        if (bins < 2 || bins > 1000) {
            throw new IllegalArgumentException("a rule makes between 2 and 1000 bins, but got " + bins);
        }
    }

    /** A rule without scorecards. */
    public BinningRule(int bins) {
        this(bins, Map.of());
    }

    /** Names the rule and its version. */
    public String id() {
        return "quantile-" + bins + "-v" + VERSION;
    }

    /** The bins of one column, or none where there is no distribution to compare. */
    public Optional<Binning> freeze(ColumnProfile reference) {
        Optional<Binning> given = Optional.ofNullable(scorecards.get(reference.name()))
                .flatMap(scorecard -> scorecard.binning(reference));
        if (given.isPresent()) {
            return given;
        }
        if (reference instanceof NumericProfile numbers) {
            return NumericBins.freeze(numbers, bins);
        }
        if (reference instanceof CategoricalProfile text) {
            return CategoricalBins.freeze(text, bins);
        }
        return Optional.empty();
    }

    /** The columns of the reference, each with its bins, for the scans that count in them. */
    public List<ColumnSpec> freeze(DatasetProfile reference) {
        return reference.specs().stream()
                .map(spec -> new ColumnSpec(
                        spec.name(),
                        spec.kind(),
                        spec.type(),
                        reference.column(spec.name()).flatMap(this::freeze)))
                .toList();
    }
}
