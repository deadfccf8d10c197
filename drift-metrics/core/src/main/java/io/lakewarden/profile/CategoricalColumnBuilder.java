package io.lakewarden.profile;

import java.util.Objects;
import java.util.Optional;

/**
 * Collects texts. The state depends on the sequence of texts and weights alone: not on whether they came as characters or as
 * bytes, nor on how often a profile was built in between.
 *
 * <p>What is no Unicode is read as Java decodes it: each malformed part of bytes, and each surrogate without its partner, is
 * the replacement character U+FFFD.
 */
public final class CategoricalColumnBuilder extends ColumnBuilder {
    /** Null where only counts are kept: an Optional would cost a call for each value. */
    private final TextTally tally;

    /** Null where there is a tally, which has its own. */
    private final TextMeasures measures;

    CategoricalColumnBuilder(ColumnSpec spec, ProfileDetail detail) {
        super(spec);
        Optional<BinCounts> bins = bins(spec, CategoricalBinning.class);
        this.tally = detail == ProfileDetail.FULL ? new TextTally(bins) : null;
        this.measures = detail == ProfileDetail.FULL ? null : new TextMeasures(bins, Optional.empty());
    }

    /** Adds a text. */
    public void add(String value) {
        add(value, 1);
    }

    /**
     * Adds a text that occurs so many times; none is as if it were not added.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public void add(String value, long times) {
        byte[] utf8 = Utf8.encode(value);
        add(utf8, 0, utf8.length, times);
    }

    /** Adds the text in this part of an array, in UTF-8. Nothing of the array is kept. */
    public void add(byte[] utf8, int from, int length) {
        add(utf8, from, length, 1);
    }

    /** Adds the texts in the first of these parts of an array, in UTF-8 and in their order. Nothing of the array is kept. */
    public void addAll(byte[] utf8, int[] starts, int[] lengths, int count) {
        for (int i = 0; i < count; i++) {
            Objects.checkFromIndexSize(starts[i], lengths[i], utf8.length);
        }
        addValues(count);
        if (tally != null) {
            tally.addAll(utf8, starts, lengths, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            measures.add(utf8, starts[i], lengths[i], 1);
        }
    }

    /**
     * Adds the text in this part of an array, in UTF-8, that occurs so many times; none is as if it were not added. Nothing
     * of the array is kept.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public void add(byte[] utf8, int from, int length, long times) {
        Objects.checkFromIndexSize(from, length, utf8.length);
        addValues(times);
        if (times > 0) {
            if (tally != null) {
                tally.add(utf8, from, length, times);
            } else {
                measures.add(utf8, from, length, times);
            }
        }
    }

    @Override
    public CategoricalProfile build() {
        TextMeasures all = tally == null ? measures.copy() : tally.measures();
        return new CategoricalProfile(
                cells(), all.texts(), all.bins(), Optional.ofNullable(tally).map(TextTally::distribution), all.shape());
    }
}
