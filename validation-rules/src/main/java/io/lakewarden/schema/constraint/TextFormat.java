package io.lakewarden.schema.constraint;

import io.lakewarden.profile.TextPattern;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What texts can mean. */
public enum TextFormat {
    UUID(TextPattern.UUID),
    EMAIL(TextPattern.EMAIL),
    URL(TextPattern.URL),
    IP(TextPattern.IP),
    DATE(TextPattern.DATE),
    NUMBER(TextPattern.NUMBER),
    /** A code of ISO 4217, in capital letters. */
    CURRENCY(null),
    /** Anything. */
    ANY(null);

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final TextPattern pattern;

    TextFormat(TextPattern pattern) {
        this.pattern = pattern;
    }

    /** The form of it that profiles count, where it has one. */
    Optional<TextPattern> pattern() {
        return Optional.ofNullable(pattern);
    }

    static Membership currency(String value) {
        return CURRENCIES.contains(value) ? Membership.INSIDE : Membership.OUTSIDE;
    }
}
