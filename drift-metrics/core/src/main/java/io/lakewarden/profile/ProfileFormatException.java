package io.lakewarden.profile;

/** Bytes that are no profile, were damaged, or were written by a version that this one does not know. */
public final class ProfileFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProfileFormatException(String message) {
        super(message);
    }

    ProfileFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
