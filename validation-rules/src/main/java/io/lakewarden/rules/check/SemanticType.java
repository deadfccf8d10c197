package io.lakewarden.rules.check;

/** What texts can be, beyond being texts. */
enum SemanticType {
    EMAIL("[A-Za-z0-9._%+'-]+@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,}", "an e-mail address"),
    URL("[A-Za-z][A-Za-z0-9+.-]*://\\S+", "a URL"),
    UUID("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", "a UUID"),
    IPV4(
            "((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])",
            "an IPv4 address"),
    ISO_DATE("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", "a date such as 2026-01-31"),
    COUNTRY_CODE("[A-Z]{2}", "a country code of two capital letters"),
    CURRENCY_CODE("[A-Z]{3}", "a currency code of three capital letters");

    private final String pattern;
    private final String title;

    SemanticType(String pattern, String title) {
        this.pattern = pattern;
        this.title = title;
    }

    /** A regular expression for the whole text. */
    String pattern() {
        return "^(?:" + pattern + ")$";
    }

    String title() {
        return title;
    }
}
