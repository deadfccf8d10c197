package io.lakewarden.jobs.model;

import java.io.Serial;

/** Why a profile does not tell how far what is made of a column spreads. */
final class UnknownSpreadException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    UnknownSpreadException(String reason) {
        super(reason);
    }
}
