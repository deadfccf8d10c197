package io.lakewarden.report.team;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A colour of sRGB, each channel from 0 to 255. */
record Colour(int red, int green, int blue) {
    private static final Pattern HEX = Pattern.compile("#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})");

    /** {@code #1c2530} or {@code #fff}; empty where it is neither. */
    static Optional<Colour> parse(String text) {
        if (!HEX.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits =
                text.length() == 7 ? text.substring(1) : text.substring(1).replaceAll("(.)", "$1$1");
        int all = Integer.parseInt(digits, 16);
        return Optional.of(new Colour(all >> 16, (all >> 8) & 0xff, all & 0xff));
    }

    /** The contrast of the two by WCAG 2, from 1 for the same to 21 for black and white. */
    double contrast(Colour other) {
        double mine = luminance();
        double others = other.luminance();
        return (Math.max(mine, others) + 0.05) / (Math.min(mine, others) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** As CSS writes it. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
