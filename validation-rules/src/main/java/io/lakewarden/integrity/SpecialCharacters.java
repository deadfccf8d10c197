package io.lakewarden.integrity;

import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.FrequentValue;
import io.lakewarden.result.Figures;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code special-characters} (WARN): texts without any letter or digit, such as {@code ?} or {@code --}, which often stand
 * for no value. Fields read: the texts known by name with the lower bounds of their counts, so that what is told is
 * sure; of a column with too many different texts, rare ones may escape.
 */
final class SpecialCharacters implements ColumnCheck {
    private static final int EXAMPLES = 3;

    private final double limit;

    SpecialCharacters(double limit) {
        this.limit = limit;
    }

    @Override
    public Optional<Finding> check(ColumnProfile column) {
        if (!(column instanceof CategoricalProfile texts) || texts.present() == 0) {
            return Optional.empty();
        }
        KnownTexts known = KnownTexts.of(texts);
        List<FrequentValue> special = known.values().stream()
                .filter(value -> isSpecial(value.value()))
                .toList();
        long cells = special.stream().mapToLong(FrequentValue::lower).sum();
        double share = (double) cells / texts.present();
        return cells == 0 || share <= limit ? Optional.empty() : Optional.of(finding(texts, known, special, share));
    }

    private static boolean isSpecial(String text) {
        return !text.isBlank() && text.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private static Finding finding(
            CategoricalProfile texts, KnownTexts known, List<FrequentValue> special, double share) {
        String found = (known.complete() ? "" : "at least ") + Figures.percent(share);
        return Facts.finding(
                texts.name(),
                "special-characters",
                Status.WARN,
                found,
                "letters or digits in every text",
                "Column '" + texts.name() + "' has texts without any letter or digit in " + found + " of its cells: "
                        + special.stream()
                                .limit(EXAMPLES)
                                .map(value -> "'" + value.value() + "'")
                                .collect(Collectors.joining(", "))
                        + (special.size() > EXAMPLES ? " and others" : "") + "." + known.caveat());
    }
}
