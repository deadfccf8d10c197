package io.lakewarden.rules.check;

/** A rule that does not fit the data, such as one about a column that is not there. It concerns this rule alone. */
public final class RuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RuleException(String reason) {
        super(reason);
    }
}
