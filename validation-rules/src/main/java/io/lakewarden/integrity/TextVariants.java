package io.lakewarden.integrity;

import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.FrequentValue;
import io.lakewarden.profile.TextPattern;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code text-variants} (WARN): texts that differ by nothing but case, white space, the way a letter is encoded, or marks
 * between letters and at the end, such as {@code USA}, {@code usa } and {@code U.S.A.}; they are likely one
 * category. Marks elsewhere count, because {@code A-} is not {@code A}, and so does everything about numbers. Field read: the
 * texts known by name. Of a column with too many different texts only frequent ones are compared, and where nothing is found
 * among those the finding is SKIPPED. PASS where the reference has all of these texts.
 */
final class TextVariants implements ColumnCheck {
    private static final int EXAMPLES = 3;
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern MARKS_BETWEEN_LETTERS = Pattern.compile("(?<=\\p{L})[-_.'’]+(?=\\p{L})");
    private static final Pattern LAST_STOP = Pattern.compile("(?<=\\p{L})\\.+$");

    @Override
    public Optional<Finding> check(ColumnProfile column, Optional<ColumnProfile> before) {
        if (!(column instanceof CategoricalProfile texts) || texts.present() == 0) {
            return Optional.empty();
        }
        KnownTexts known = KnownTexts.of(texts);
        List<List<String>> variants = variants(known.values());
        if (!variants.isEmpty()) {
            Set<String> seen = before.map(KnownTexts::names).orElse(Set.of());
            List<List<String>> added =
                    variants.stream().filter(group -> !seen.containsAll(group)).toList();
            return Optional.of(
                    added.isEmpty()
                            ? finding(texts, known, variants, Status.PASS, ", as the reference does")
                            : finding(texts, known, added, Status.WARN, ""));
        }
        return known.complete() ? Optional.empty() : Optional.of(skipped(texts, known));
    }

    /** Groups of at least two texts of the same base form, in the order of their most frequent member. */
    private static List<List<String>> variants(List<FrequentValue> values) {
        Map<String, List<String>> byBase = new LinkedHashMap<>();
        for (FrequentValue value : values) {
            if (!value.value().isBlank()
                    && !TextPattern.NUMBER.matches(value.value().strip())) {
                byBase.computeIfAbsent(base(value.value()), base -> new ArrayList<>())
                        .add(value.value());
            }
        }
        return byBase.values().stream().filter(group -> group.size() > 1).toList();
    }

    private static String base(String text) {
        String plain = WHITE_SPACE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        String stopped = LAST_STOP.matcher(plain).replaceAll("");
        return MARKS_BETWEEN_LETTERS.matcher(stopped).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static Finding finding(
            CategoricalProfile texts, KnownTexts known, List<List<String>> variants, Status status, String excuse) {
        String examples = variants.stream()
                .limit(EXAMPLES)
                .map(group -> group.stream().map(text -> "'" + text + "'").collect(Collectors.joining(" = ")))
                .collect(Collectors.joining("; "));
        return Facts.finding(
                texts.name(),
                "text-variants",
                status,
                variants.size() + (variants.size() == 1 ? " text" : " texts") + " written in several ways",
                "one way to write each",
                "Column '" + texts.name() + "' writes what is likely the same in several ways: " + examples
                        + (variants.size() > EXAMPLES ? " and others" : "") + excuse + "." + known.caveat());
    }

    private static Finding skipped(CategoricalProfile texts, KnownTexts known) {
        return Facts.finding(
                texts.name(),
                "text-variants",
                Status.SKIPPED,
                "none among frequent texts",
                "one way to write each",
                "Column '" + texts.name() + "' has no two ways to write the same text among those that were compared."
                        + known.caveat());
    }
}
