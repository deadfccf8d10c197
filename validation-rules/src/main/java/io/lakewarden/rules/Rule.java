package io.lakewarden.rules;

import io.lakewarden.rules.check.RuleCheck;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * One rule.
 *
 * @param id names it in findings and in rows that fail it; the same as long as it checks the same
 * @param check what it checks
 * @param severity what it means that it does not hold
 * @param where a Spark SQL predicate for the rows that it looks at; absent for all
 * @param owner who looks after it
 * @param message what to tell beside what was found
 */
public record Rule(
        String id,
        RuleCheck check,
        Severity severity,
        Optional<String> where,
        Optional<String> owner,
        Optional<String> message) {
    private static final int DIGEST_BYTES = 4;

    public Rule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(message, "message");
    }

    /** The id of a rule that was given none: its type, and a digest of what it checks. */
    static String idOf(RuleCheck check, Optional<String> where) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((check + " where " + where.orElse("")).getBytes(StandardCharsets.UTF_8));
            return check.type() + "-" + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
