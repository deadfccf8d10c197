package io.lakewarden.integrity;

import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.FrequentValue;
import io.lakewarden.result.Figures;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code special-characters} (WARN): texts without any letter or digit, such as {@code ?} or {@code --}, which often stand
 * for no value. Fields read: the texts known by name with the lower bounds of their counts, so that what is told is
 * sure; of a column with too many different texts, rare ones may escape. PASS where those that the reference does not have are
 * not too many.
 */
final class SpecialCharacters implements ColumnCheck {
    private static final int EXAMPLES = 3;

    private final double limit;

    SpecialCharacters(double limit) {
        this.limit = limit;
    }

    @Override
    public Optional<Finding> check(ColumnProfile column, Optional<ColumnProfile> before) {
        if (!(column instanceof CategoricalProfile texts) || texts.present() == 0) {
            return Optional.empty();
        }
        KnownTexts known = KnownTexts.of(texts);
        List<FrequentValue> special = known.values().stream()
                .filter(value -> isSpecial(value.value()))
                .toList();
        if (!isTooMuch(special, texts)) {
            return Optional.empty();
        }
        Set<String> seen = before.map(KnownTexts::names).orElse(Set.of());
        List<FrequentValue> added =
                special.stream().filter(value -> !seen.contains(value.value())).toList();
        return Optional.of(
                isTooMuch(added, texts)
                        ? finding(texts, known, special, Status.WARN, "")
                        : finding(texts, known, special, Status.PASS, ", as in the reference"));
    }

    private boolean isTooMuch(List<FrequentValue> special, CategoricalProfile texts) {
        return cells(special) > limit * texts.present();
    }

    private static long cells(List<FrequentValue> values) {
        return values.stream().mapToLong(FrequentValue::lower).sum();
    }

    private static boolean isSpecial(String text) {
        return !text.isBlank() && text.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private static Finding finding(
            CategoricalProfile texts, KnownTexts known, List<FrequentValue> special, Status status, String excuse) {
        String found =
                (known.complete() ? "" : "at least ") + Figures.percent((double) cells(special) / texts.present());
        return Facts.finding(
                texts.name(),
                "special-characters",
                status,
                found,
                "letters or digits in every text",
                "Column '" + texts.name() + "' has texts without any letter or digit in " + found + " of its cells: "
                        + special.stream()
                                .limit(EXAMPLES)
                                .map(value -> "'" + value.value() + "'")
                                .collect(Collectors.joining(", "))
                        + (special.size() > EXAMPLES ? " and others" : "") + excuse + "." + known.caveat());
    }
}
