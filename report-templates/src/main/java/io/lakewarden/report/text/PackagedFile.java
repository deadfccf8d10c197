package io.lakewarden.report.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files that the pages are made from, which lie on the class path beside {@code io.lakewarden.report}. */
public final class PackagedFile {
    private static final String FOLDER = "/io/lakewarden/report/";

    private PackagedFile() {}

    /** The text of a file that is known to be there. */
    public static String text(String name) {
        try (InputStream file = PackagedFile.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("the file " + name + " is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
