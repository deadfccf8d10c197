package io.lakewarden.jobs.store;

import io.lakewarden.result.Window;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of monitors and windows as names of folders, on any file system, and back. */
public final class FileNames {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Pattern NAME = Pattern.compile("(?:=[0-9A-F]{2}|[A-Za-z0-9._-])+");
    private static final Pattern TIME = Pattern.compile("T(\\d\\d)(\\d\\d)(\\d\\d)");

    private FileNames() {}

    /** Letters of ASCII, digits, '-', and '_' and '.' inside stay; every other byte of UTF-8 becomes {@code =XX}. */
    public static String of(String text) {
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

    /** The text that a name stands for; empty where {@link #of} never gives that name. */
    public static Optional<String> text(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int place = 0; place < name.length(); place++) {
            if (name.charAt(place) == '=') {
                octets.write(HexFormat.fromHexDigits(name, place + 1, place + 3));
                place += 2;
            } else {
                octets.write(name.charAt(place));
            }
        }
        return Optional.of(octets.toString(StandardCharsets.UTF_8)).filter(text -> of(text).equals(name));
    }

    /** The window that {@link Window#fileName} names so; empty where it names none so. */
    public static Optional<Window> window(String name) {
        try {
            String text = TIME.matcher(name.replace('_', '/')).replaceAll("T$1:$2:$3");
            return Optional.of(Window.parse(text))
                    .filter(window -> window.fileName().equals(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(byte octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= '0' && octet <= '9')
                || octet == '-';
    }
}
