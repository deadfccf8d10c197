package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the scanners over bytes to an independent statement of each pattern over characters. */
class TextPatternMeaningTest {
    private static final int TRIALS = 120_000;

    private static final Pattern EMAIL = Pattern.compile("(?=.{1,254}\\z)(?!\\.)[A-Za-z0-9._%+'-]+(?<!\\.)@"
            + "(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z]");
    private static final Pattern UUID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
    private static final Pattern NUMBER =
            Pattern.compile("(?=.{1,64}\\z)[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern DATE = Pattern.compile(
            "(?=.{8,40}\\z)(?:(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})|(\\d{1,2})([./-])(\\d{1,2})\\6\\d{4})"
                    + "(?:[T ]([01]?\\d|2[0-4]):\\d\\d(?:(?=[:.,+Z -])[0-9:.,+Z -]*)?)?");
    private static final Pattern URL = Pattern.compile("(?s)[A-Za-z][A-Za-z0-9+.-]{1,15}://.+");

    private static final String GROUP = "[0-9A-Fa-f]{1,4}";
    private static final Pattern IPV4 = Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})");
    private static final Pattern IPV6_PART = Pattern.compile("(?:" + GROUP + "(?::" + GROUP + ")*)?");

    private static final List<String> SEEDS = List.of(
            "jane.doe+tag@mail.example.org",
            "o'hara_1@x-y.museum",
            "a@b.c1d",
            "123e4567-E89B-12d3-a456-426614174000",
            "00000000-0000-0000-0000-000000000000",
            "2026-02-28",
            "2026/2/8 7:05",
            "28.02.2026",
            "7/11/2016 17:00:59,5 Z",
            "31-12-2016T24:00",
            "-12.50e-7",
            "+.5",
            "1234567890.",
            "https://example.org/a?b=c#d",
            "s3a://bücket/päth/😀",
            "a.b+c-d.longscheme://x\u2003y",
            "192.168.0.1",
            "255.256.1.1",
            "2001:db8::ff00:42:8329",
            "1:2:3:4:5:6:7:8",
            "::ffff:10.0.0.1",
            "1::2::3",
            "::",
            "");
    private static final String ALPHABET = "019fFgzZ@@.:://--+eT %'_\u00A0\u0085\u2028\u3000ü😀\u0000\n\u007F٣";

    private static boolean expected(TextPattern pattern, String text) {
        return switch (pattern) {
            case EMAIL -> EMAIL.matcher(text).matches();
            case UUID -> UUID.matcher(text).matches();
            case DATE -> isDate(text);
            case NUMBER -> NUMBER.matcher(text).matches();
            case URL -> URL.matcher(text).matches() && isUnbroken(text);
            case IP -> isIpv4(text) || isIpv6(text);
        };
    }

    private static boolean isDate(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        if (matcher.group(1) != null) {
            return isMonth(matcher.group(3)) && isDay(matcher.group(4));
        }
        String first = matcher.group(5);
        String second = matcher.group(7);
        boolean dayFirst = isDay(first) && isMonth(second);
        return dayFirst || (!matcher.group(6).equals(".") && isMonth(first) && isDay(second));
    }

    private static boolean isMonth(String digits) {
        return digits.matches("0?[1-9]|1[0-2]");
    }

    private static boolean isDay(String digits) {
        return digits.matches("0?[1-9]|[12][0-9]|3[01]");
    }

    private static boolean isUnbroken(String text) {
        return IntStream.range(0, Math.min(text.length(), TextPattern.LONGEST_TESTED))
                .mapToObj(text::charAt)
                .noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
    }

    private static boolean isIpv4(String text) {
        Matcher matcher = IPV4.matcher(text);
        return matcher.matches()
                && IntStream.rangeClosed(1, 4).allMatch(part -> Integer.parseInt(matcher.group(part)) < 256);
    }

    /** The IPv4 address at the end of one stands for two groups; a gap stands for at least one. */
    private static boolean isIpv6(String text) {
        if (text.length() > 45) {
            return false;
        }
        String address = text;
        int behindColon = text.lastIndexOf(':') + 1;
        if (text.indexOf('.') >= 0) {
            if (behindColon == 0 || !isIpv4(text.substring(behindColon))) {
                return false;
            }
            address = text.substring(0, behindColon) + "0:0";
        }
        int gap = address.indexOf("::");
        if (gap < 0) {
            return IPV6_PART.matcher(address).matches() && groups(address) == 8;
        }
        String before = address.substring(0, gap);
        String after = address.substring(gap + 2);
        return IPV6_PART.matcher(before).matches()
                && IPV6_PART.matcher(after).matches()
                && groups(before) + groups(after) < 8;
    }

    private static int groups(String part) {
        return part.isEmpty() ? 0 : part.split(":").length;
    }

    private static String mutated(String text, Random random) {
        StringBuilder result = new StringBuilder(text);
        for (int edits = random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(result.length() + 1);
            int from = ALPHABET.offsetByCodePoints(0, random.nextInt(ALPHABET.codePointCount(0, ALPHABET.length())));
            String inserted = Character.toString(ALPHABET.codePointAt(from));
            switch (random.nextInt(4)) {
                case 0 -> result.insert(at, inserted);
                case 1 -> result.replace(at, Math.min(at + 1, result.length()), inserted);
                case 2 -> result.delete(at, Math.min(at + 1 + random.nextInt(3), result.length()));
                default -> result.insert(at, result.substring(random.nextInt(at + 1), at));
            }
        }
        return result.toString();
    }

    private static List<String> texts() {
        Random random = new Random(11);
        List<String> result = new ArrayList<>(SEEDS);
        for (int trial = 0; trial < TRIALS; trial++) {
            String text = mutated(SEEDS.get(random.nextInt(SEEDS.size())), random);
            result.add(random.nextInt(10) == 0 ? text.toUpperCase(Locale.ROOT) : text);
        }
        for (int length : new int[] {39, 40, 41, 44, 45, 46, 63, 64, 65, 253, 254, 255, 2047, 2048, 2049, 2050}) {
            result.add("1".repeat(length));
            result.add("2026-02-28 12:00" + "0".repeat(length - 16));
            result.add("a".repeat(length - 5) + "@b.de");
            result.add("https://" + "ü".repeat(length - 10) + " a");
            result.add("https://" + "a".repeat(length % 2) + "😀".repeat((length - 9) / 2) + " ");
            result.add("0000:0000:0000:0000:0000:0000:255.255.255.255".substring(0, Math.min(length, 45)));
        }
        return result;
    }

    @ParameterizedTest
    @EnumSource
    void scannersMeanWhatThePatternSays(TextPattern pattern) {
        int matching = 0;
        for (String text : texts()) {
            // a surrogate without its partner is read as another character, which no pattern tells apart from it
            boolean expected = expected(pattern, text);
            matching += expected ? 1 : 0;
            if (pattern.matches(text) != expected) {
                assertThat(pattern.matches(text))
                        .as("%s: \"%s\"", pattern, text)
                        .isEqualTo(expected);
            }
        }
        assertThat(matching).isGreaterThan(1000);
    }

    @ParameterizedTest
    @EnumSource
    void profilesCountWhatMatches(ProfileDetail detail) {
        Map<TextPattern, Long> expected = new EnumMap<>(TextPattern.class);
        CategoricalColumnBuilder builder =
                (CategoricalColumnBuilder) Built.builder(ColumnKind.CATEGORICAL, detail, Optional.empty());
        long blanks = 0;
        long length = 0;
        List<String> texts = texts();
        for (String text : texts) {
            builder.add(text);
            blanks += text.isBlank() ? 1 : 0;
            length += text.codePointCount(0, text.length());
            for (TextPattern pattern : TextPattern.values()) {
                expected.merge(pattern, expected(pattern, text) ? 1L : 0L, Long::sum);
            }
        }
        CategoricalProfile profile = builder.build();

        assertThat(profile.blanks()).isEqualTo(blanks);
        assertThat(profile.meanLength()).isEqualTo(Cells.share(length, texts.size()));
        if (detail == ProfileDetail.FULL) {
            assertThat(profile.patterns()).isEqualTo(expected);
        } else {
            assertThat(profile.patterns()).isEmpty();
        }
    }
}
