package io.lakewarden.profile;

import java.nio.charset.StandardCharsets;
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
        add(value, 1);
    }

    /** Adds a text that occurs so many times; none if that is 0. */
    public void add(String value, long times) {
        if (times < 1) {
            return;
        }
        addValues(times);
        TextFacts facts = distribution.isPresent() ? distribution.get().add(value, times) : TextFacts.of(value);
        texts.add(facts, times);
        if (bins.isPresent()) {
            bins.get().add(facts.key(), times);
        }
    }

    /** Adds the text in this part of an array, in UTF-8. Nothing of the array is kept. */
    public void add(byte[] utf8, int from, int length) {
        add(utf8, from, length, 1);
    }

    /** Adds the text in this part of an array, in UTF-8, that occurs so many times. Nothing of the array is kept. */
    public void add(byte[] utf8, int from, int length, long times) {
        add(new String(utf8, from, length, StandardCharsets.UTF_8), times);
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
