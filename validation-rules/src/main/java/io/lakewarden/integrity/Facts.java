package io.lakewarden.integrity;

import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;

/** Findings of this package. */
final class Facts {
    private Facts() {}

    static Finding finding(
            String column, String check, Status status, String observed, String expected, String sentence) {
        return Finding.of(ProfileIntegrity.SOURCE, column, check, status, observed, expected, sentence);
    }

    /** A fact that could not be judged, and why: one clause. */
    static Finding undecided(String column, String check, String expected, String reason) {
        return finding(column, check, Status.ERROR, "unknown", expected, "Not decided: " + reason + ".");
    }
}
