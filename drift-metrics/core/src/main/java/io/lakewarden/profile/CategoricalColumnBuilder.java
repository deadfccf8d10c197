package io.lakewarden.profile;

import java.util.Optional;

/** Collects texts. */
public final class CategoricalColumnBuilder extends ColumnBuilder {
    private final TextCounts texts = new TextCounts();
    private final Optional<BinCounts> bins;
    private final Optional<TextDistribution> distribution;

    CategoricalColumnBuilder(ColumnSpec spec, ProfileDetail detail) {
        super(spec);
        this.bins = bins(spec, CategoricalBinning.class);
        this.distribution = detail == ProfileDetail.FULL ? Optional.of(new TextDistribution()) : Optional.empty();
    }

    /** Adds a text. */
    public void add(String value) {
        addValue();
        TextFacts facts = distribution.isPresent() ? distribution.get().add(value) : TextFacts.of(value);
        texts.add(facts);
        if (bins.isPresent()) {
            bins.get().add(facts.key());
        }
    }

    @Override
    public CategoricalProfile build() {
        return new CategoricalProfile(
                cells(),
                texts.plus(new TextCounts()),
                bins.map(BinCounts::copy),
                distribution.map(TextDistribution::copy));
    }
}
