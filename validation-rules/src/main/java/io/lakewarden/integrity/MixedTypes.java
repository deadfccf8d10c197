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
 * nothing.
 */
final class MixedTypes implements ColumnCheck {
    private static final int EXAMPLES = 3;

    private final double limit;

    MixedTypes(double limit) {
        this.limit = limit;
    }

    @Override
    public Optional<Finding> check(ColumnProfile column) {
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
        return share > limit ? Optional.empty() : Optional.of(finding(texts, numbersAreRare, share));
    }

    private static Finding finding(CategoricalProfile texts, boolean numbersAreRare, double share) {
        String rare = numbersAreRare ? "numbers" : "not numbers";
        return Facts.finding(
                texts.name(),
                "mixed-types",
                Status.WARN,
                Figures.percent(share) + " " + rare,
                "numbers only, or none",
                "Column '" + texts.name() + "' is mostly " + (numbersAreRare ? "words" : "numbers") + ", but "
                        + Figures.percent(share) + " of its texts are " + rare + examples(texts, numbersAreRare) + ".");
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
