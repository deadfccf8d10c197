package io.lakewarden.profile;

import io.lakewarden.result.MetricValue;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Texts. Those longer than 256 code points are kept as that prefix, "…" and a hash of the whole; lengths, distinct counts
 * and patterns are of the whole.
 */
public final class CategoricalProfile extends ColumnProfile {
    private final TextCounts texts;
    private final Optional<TextDistribution> distribution;
    private final Optional<TextShape> shape;

    CategoricalProfile(
            Cells cells,
            TextCounts texts,
            Optional<BinCounts> bins,
            Optional<TextDistribution> distribution,
            Optional<TextShape> shape) {
        super(ColumnKind.CATEGORICAL, cells, bins);
        this.texts = texts;
        this.distribution = distribution;
        this.shape = shape;
    }

    /** How many different texts there are. */
    public MetricValue distinct() {
        return distribution.isEmpty()
                ? MetricValue.unknown(Cells.COUNTS_ONLY)
                : distribution.get().distinct(present());
    }

    /** How often each text occurs, while there are at most 1,024 different ones. */
    public Optional<SortedMap<String, Long>> exactCounts() {
        return distribution.flatMap(TextDistribution::exactCounts).map(Collections::unmodifiableSortedMap);
    }

    /** Up to n of the most frequent texts, the most frequent first, equals in the order of their code points. */
    public List<FrequentValue> topValues(int n) {
        return distribution.map(known -> known.top(n)).orElseGet(List::of);
    }

    /** The least length, in code points. */
    public MetricValue minimumLength() {
        return texts.minimumLength(present());
    }

    /** The mean length, in code points. */
    public MetricValue meanLength() {
        return Cells.share(texts.totalLength(), present());
    }

    /** The greatest length, in code points. */
    public MetricValue maximumLength() {
        return texts.maximumLength(present());
    }

    /** Texts that are empty or nothing but white space. */
    public long blanks() {
        return texts.blanks();
    }

    /** For each pattern, how many texts match it; every pattern is there. Empty in a counts-only profile. */
    public Map<TextPattern, Long> patterns() {
        Map<TextPattern, Long> result = new EnumMap<>(TextPattern.class);
        if (distribution.isPresent()) {
            for (TextPattern pattern : TextPattern.values()) {
                result.put(pattern, texts.matches(pattern));
            }
        }
        return Collections.unmodifiableMap(result);
    }

    /** The lengths, in code points; empty in a counts-only profile. */
    public Optional<SizeCounts> lengths() {
        return shape.map(TextShape::lengths);
    }

    /**
     * The characters of the first 256 code points of each text, by the place of their {@link CharacterClass}; empty in a
     * counts-only profile.
     */
    public Optional<PartCounts> characters() {
        return shape.map(TextShape::characters);
    }

    /**
     * The words of the first 256 code points of each text, in 256 places by their hash; empty in a counts-only profile and in one
     * with bins. UUIDs have none.
     */
    public Optional<PartCounts> words() {
        return shape.flatMap(TextShape::words);
    }

    /** The share of a class among the characters. */
    public MetricValue share(CharacterClass kind) {
        return shape.map(TextShape::characters)
                .map(all -> Cells.share(all.counts()[kind.index()], all.total()))
                .orElseGet(() -> MetricValue.unknown(Cells.COUNTS_ONLY));
    }

    @Override
    public CategoricalProfile merge(ColumnProfile other) {
        Cells merged = Cells.merge(this, other);
        return unlessEmpty(
                this,
                (CategoricalProfile) other,
                that -> new CategoricalProfile(
                        merged,
                        texts.plus(that.texts),
                        binsWith(that),
                        distribution.flatMap(mine -> that.distribution.map(mine::plus)),
                        shape.flatMap(mine -> that.shape.map(mine::plus))));
    }

    @Override
    void describe(Map<String, MetricValue> metrics) {
        metrics.put("num_blanks", MetricValue.exactly((double) blanks()));
        metrics.put("min_length", minimumLength());
        metrics.put("avg_length", meanLength());
        metrics.put("max_length", maximumLength());
        metrics.put("distinct_count", distinct());
        for (TextPattern pattern : TextPattern.values()) {
            metrics.put(
                    "num_" + pattern.name().toLowerCase(Locale.ROOT),
                    distribution.isEmpty()
                            ? MetricValue.unknown(Cells.COUNTS_ONLY)
                            : MetricValue.exactly((double) texts.matches(pattern)));
        }
        for (CharacterClass kind : CharacterClass.values()) {
            metrics.put(kind.name().toLowerCase(Locale.ROOT) + "_share", share(kind));
        }
    }

    @Override
    void writeState(StateWriter out) {
        texts.writeTo(out);
        out.optional(bins(), BinCounts::writeTo);
        out.optional(distribution, TextDistribution::writeTo);
        out.optional(shape, TextShape::writeTo);
    }

    static CategoricalProfile read(StateReader in) {
        Cells cells = Cells.read(in);
        TextCounts texts = TextCounts.read(in);
        return new CategoricalProfile(
                cells,
                texts,
                in.optional(BinCounts::read),
                in.optional(TextDistribution::read),
                in.optional(TextShape::read));
    }
}
