package io.lakewarden.yaml;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where something is: a path on this machine or a URI such as {@code s3a://bucket/table}. */
public final class Locations {
    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    private Locations() {}

    /** A URI as it stands; anything else as an absolute path, seen from the folder. */
    public static String resolve(Path folder, String location) {
        return URI.matcher(location).matches()
                ? location
                : folder.toAbsolutePath().resolve(location).normalize().toString();
    }
}
