package io.lakewarden.jobs.store;

import io.lakewarden.result.Window;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Names of monitors and windows as names of folders, on any file system. */
final class FileNames {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private FileNames() {}

    /** Letters of ASCII, digits, '-', and '_' and '.' inside stay; every other byte of UTF-8 becomes {@code =XX}. */
    static String of(String text) {
        StringBuilder name = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(octet) || (name.length() > 0 && (octet == '.' || octet == '_'))) {
                name.append((char) octet);
            } else {
                name.append('=').append(HEX.toHexDigits(octet));
            }
        }
        return name.toString();
    }

    /** {@code START_END}, in dates where both ends are midnight UTC, without colons where not. */
    static String of(Window window) {
        return window.toString().replace('/', '_').replace(":", "");
    }

    private static boolean isPlain(byte octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= '0' && octet <= '9')
                || octet == '-';
    }
}
