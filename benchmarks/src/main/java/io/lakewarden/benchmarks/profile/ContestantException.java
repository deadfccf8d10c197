package io.lakewarden.benchmarks.profile;

/** Why a competitor gave no answer, in one clause. */
public final class ContestantException extends Exception {
    ContestantException(String message) {
        super(message);
    }

    ContestantException(String message, Throwable cause) {
        super(message, cause);
    }
}
