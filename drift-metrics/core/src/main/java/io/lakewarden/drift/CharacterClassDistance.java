package io.lakewarden.drift;

import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.CharacterClass;

/**
 * Total variation distance of the {@linkplain CharacterClass classes} of characters that texts are made of: the share of characters that
 * would have to be of another class. It sees another script, digits where letters stood, and broken encodings. See {@link
 * PartStatistic} for range and test.
 */
public final class CharacterClassDistance extends PartStatistic {
    static final String NAME = "character_class_distance";

    /** The only form. */
    public CharacterClassDistance() {
        super(NAME, "character", CategoricalProfile::characters);
    }
}
