package io.lakewarden.rules.deequ;

import com.amazon.deequ.analyzers.runners.EmptyStateException;
import io.lakewarden.rules.sql.SparkMessages;

/** Why a number is not there, in one clause. */
final class FailureReasons {
    /** No row has a value. */
    static final String NOTHING = "there is no row with a value to look at";

    private FailureReasons() {}

    static String of(Throwable failure) {
        return failure instanceof EmptyStateException ? NOTHING : SparkMessages.brief(innermost(failure));
    }

    private static Throwable innermost(Throwable failure) {
        return failure.getCause() == null || failure.getCause() == failure ? failure : innermost(failure.getCause());
    }
}
