package io.lakewarden.jobs.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Lakewarden, as the build wrote it. */
public final class Version {
    private static final String RESOURCE = "/io/lakewarden/jobs/version.properties";

    private Version() {}

    /** The version, such as {@code 0.1.0}. */
    public static String text() {
        try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("the build left out " + RESOURCE, e);
        }
    }
}
