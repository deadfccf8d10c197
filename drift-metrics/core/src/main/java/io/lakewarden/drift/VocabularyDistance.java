package io.lakewarden.drift;

import io.lakewarden.profile.CategoricalProfile;

/**
 * Total variation distance of the words of texts, of columns without bins: ½ Σ |p − q| over 256 places to which a hash sends
 * every word. Words that share a place may hide each other's movement but never make one, so that it is a lower bound of the
 * total variation distance of the words themselves. A word is what stands between blanks and punctuation of ASCII, as it is
 * written; UUIDs have none. See {@link PartStatistic} for range and test.
 */
public final class VocabularyDistance extends PartStatistic {
    static final String NAME = "vocabulary_distance";

    /** The only form. */
    public VocabularyDistance() {
        super(NAME, "word", CategoricalProfile::words);
    }
}
