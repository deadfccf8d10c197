package io.lakewarden.integrity;

import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.FrequentValue;
import io.lakewarden.profile.TextPattern;
import io.lakewarden.result.Figures;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code mixed-types} (WARN): a column of texts has both numbers and other texts, and the rarer of the two is rare enough to
 * be an accident. Fields read: how many texts are decimal numbers, of all; both exact. A profile without patterns decides
 * nothing. PASS where the reference is mixed in the same way.
 */
final class MixedTypes implements ColumnCheck {
    private static final int EXAMPLES = 3;

    private final double limit;

    MixedTypes(double limit) {
        this.limit = limit;
    }

    @Override
    public Optional<Finding> check(ColumnProfile column, Optional<ColumnProfile> before) {
        return mixture(column)
                .filter(found -> found.share() <= limit)
                .map(found -> finding(
                        found,
                        before.flatMap(MixedTypes::mixture)
                                .filter(it -> it.numbersAreRare() == found.numbersAreRare())
                                .isPresent()));
    }

    /** Which of numbers and words is the rarer, and its share of the texts, where a column has both. */
    private record Mixture(CategoricalProfile texts, boolean numbersAreRare, double share) {}

    private static Optional<Mixture> mixture(ColumnProfile column) {
        if (!(column instanceof CategoricalProfile texts) || !column.type().equals("string")) {
            return Optional.empty();
        }
        Long numbers = texts.patterns().get(TextPattern.NUMBER);
        long present = texts.present() - texts.blanks();
        if (numbers == null || numbers == 0 || numbers >= present) {
            return Optional.empty();
        }
        boolean numbersAreRare = numbers <= present - numbers;
        double share = (double) (numbersAreRare ? numbers : present - numbers) / present;
        return Optional.of(new Mixture(texts, numbersAreRare, share));
    }

    private static Finding finding(Mixture found, boolean known) {
        String rare = found.numbersAreRare() ? "numbers" : "not numbers";
        String share = Figures.percent(found.share());
        return Facts.finding(
                found.texts().name(),
                "mixed-types",
                known ? Status.PASS : Status.WARN,
                share + " " + rare,
                "numbers only, or none",
                "Column '" + found.texts().name() + "' is mostly " + (found.numbersAreRare() ? "words" : "numbers")
                        + ", but " + share + " of its texts are " + rare
                        + examples(found.texts(), found.numbersAreRare())
                        + (known ? "; so is the reference" : "") + ".");
    }

    private static String examples(CategoricalProfile texts, boolean numbers) {
        List<String> found = KnownTexts.of(texts).values().stream()
                .map(FrequentValue::value)
                .filter(value -> !value.isBlank() && TextPattern.NUMBER.matches(value) == numbers)
                .limit(EXAMPLES)
                .toList();
        return found.isEmpty()
                ? ""
                : ", such as " + found.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", "));
    }
}
