package io.lakewarden.jobs.source;

import java.util.TimeZone;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Puts the process into UTC for the tests of a class, as the command line does: databases are read in its zone. */
public final class UtcProcess implements BeforeAllCallback, AfterAllCallback {
    private TimeZone before = TimeZone.getDefault();

    @Override
    public void beforeAll(ExtensionContext context) {
        before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        TimeZone.setDefault(before);
    }
}
