package io.lakewarden.schema.constraint;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.result.Status;
import java.util.Locale;

/**
 * What one check says.
 *
 * @param status {@link Status#ERROR} where the profile cannot decide it
 * @param observed what was seen, for people
 * @param expected what was expected, for people
 * @param sentence all of it in one sentence
 */
public record Verdict(Status status, String observed, String expected, String sentence) {
    /** As it should be. */
    public static final Verdict HOLDS = new Verdict(Status.PASS, "", "", "");

    /** Surely not as it should be. */
    public static Verdict broken(String observed, String expected, String sentence) {
        return new Verdict(Status.FAIL, observed, expected, sentence);
    }

    /** Not as it should be, but without harm by itself. */
    public static Verdict doubtful(String observed, String expected, String sentence) {
        return new Verdict(Status.WARN, observed, expected, sentence);
    }

    /** Not to be told from the profile. */
    public static Verdict undecided(String observed, String expected, ColumnProfile column, String reason) {
        return new Verdict(
                Status.ERROR,
                observed,
                expected,
                "Undecided for column " + Amounts.quoted(column.name()) + " (" + expected + "): " + reason + ".");
    }

    /** There is nothing to hold it against yet. */
    public static Verdict skipped(String expected, ColumnProfile column, String reason) {
        return new Verdict(
                Status.SKIPPED,
                "nothing to compare with",
                expected,
                "Not compared, column " + Amounts.quoted(column.name()) + ": " + reason + ".");
    }

    /** The constraint is for columns of another kind. */
    static Verdict ofAnotherKind(ColumnProfile column, String expected, String lacking) {
        String kind = column.kind().name().toLowerCase(Locale.ROOT);
        return undecided(kind, expected, column, "it is read as " + kind + ", which has no " + lacking);
    }

    /** The beginning of a sentence. */
    static String column(ColumnProfile column) {
        return "Column " + Amounts.quoted(column.name());
    }
}
