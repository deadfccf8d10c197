package io.lakewarden.profile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Texts as well-formed UTF-8. What is no text in Unicode is read as Java decodes it: a malformed part of bytes becomes the
 * replacement character U+FFFD, and so does a surrogate without its partner. Equal texts are thus equal bytes, whichever
 * way they came.
 */
final class Utf8 {
    /** The high bit of each of eight bytes: none is set in ASCII. */
    static final long HIGH_BITS = 0x8080808080808080L;

    /** A first byte of two has one of these bits, unless one byte would do. */
    private static final long BITS_OF_NEEDED_FORMS = 0x1E1E1E1E1E1E1E1EL;

    private static final long CARRY_TO_HIGH_BIT = 0x7E7E7E7E7E7E7E7EL;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle HALVES = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /** Eight bytes, the first one lowest on every machine. */
    static long word(byte[] bytes, int at) {
        return (long) WORDS.get(bytes, at);
    }

    /** Four bytes, the first one lowest on every machine. */
    static long half(byte[] bytes, int at) {
        return (int) HALVES.get(bytes, at) & 0xFFFFFFFFL;
    }

    /** Fewer than eight bytes, the first one lowest, and zeros above. */
    static long tail(byte[] bytes, int from, int to) {
        if (to >= Long.BYTES && from < to) {
            return word(bytes, to - Long.BYTES) >>> ((Long.BYTES - (to - from)) * Byte.SIZE);
        }
        long word = 0;
        for (int i = to - 1; i >= from; i--) {
            word = word << Byte.SIZE | (bytes[i] & 0xFF);
        }
        return word;
    }

    /** Whether the same bytes stand in both places. */
    static boolean equal(byte[] a, int fromA, byte[] b, int fromB, int length) {
        int last = length - Long.BYTES;
        if (last < 0) {
            return equalInShort(a, fromA, b, fromB, length);
        }
        for (int i = 0; i < last; i += Long.BYTES) {
            if (word(a, fromA + i) != word(b, fromB + i)) {
                return false;
            }
        }
        return word(a, fromA + last) == word(b, fromB + last);
    }

    private static boolean equalInShort(byte[] a, int fromA, byte[] b, int fromB, int length) {
        int last = length - Integer.BYTES;
        if (last >= 0) {
            return half(a, fromA) == half(b, fromB) && half(a, fromA + last) == half(b, fromB + last);
        }
        for (int i = 0; i < length; i++) {
            if (a[fromA + i] != b[fromB + i]) {
                return false;
            }
        }
        return true;
    }

    static byte[] encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return mayReplace(bytes) ? replaced(text).getBytes(StandardCharsets.UTF_8) : bytes;
    }

    /** Whether there is a question mark, which Java writes for a surrogate without its partner too. */
    private static boolean mayReplace(byte[] bytes) {
        for (byte b : bytes) {
            if (b == '?') {
                return true;
            }
        }
        return false;
    }

    private static String replaced(String text) {
        StringBuilder result = null;
        int next;
        for (int i = 0; i < text.length(); i = next) {
            int codePoint = text.codePointAt(i);
            next = i + Character.charCount(codePoint);
            if (next == i + 1 && Character.isSurrogate((char) codePoint)) {
                result = result == null ? new StringBuilder(text) : result;
                result.setCharAt(i, REPLACEMENT);
            }
        }
        return result == null ? text : result.toString();
    }

    static String decode(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** The text that is read from ill-formed bytes. */
    static byte[] repaired(byte[] bytes, int from, int to) {
        return decode(bytes, from, to).getBytes(StandardCharsets.UTF_8);
    }

    /** How many code points there are, or -1 if the bytes are ill-formed. */
    static int codePoints(byte[] bytes, int from, int to) {
        int count = codePointsOfTwoBytes(bytes, from, to);
        int next = count < 0 ? from : to;
        while (next < to) {
            int width = width(bytes, next, to);
            if (width == 0) {
                return -1;
            }
            next += width;
            count = Math.max(count, 0) + 1;
        }
        return count;
    }

    /**
     * How many code points there are where none takes more than two bytes, or -1. Eight bytes at a time and without a
     * branch on any of them, which letters beyond ASCII would make the processor mispredict.
     */
    private static int codePointsOfTwoBytes(byte[] bytes, int from, int to) {
        int continuations = 0;
        long wrong = 0;
        long due = 0;
        for (int i = from; i < to; i += Long.BYTES) {
            long word = to - i < Long.BYTES ? tail(bytes, i, to) : word(bytes, i);
            long beyondAscii = word & HIGH_BITS;
            long lead = beyondAscii & (word << 1);
            long continuation = beyondAscii & ~(word << 1);
            long longer = word << 2;
            long neededForm = (word & BITS_OF_NEEDED_FORMS) + CARRY_TO_HIGH_BIT;
            wrong |= (lead & (longer | ~neededForm)) | (continuation ^ ((lead << Byte.SIZE) | due));
            due = lead >>> (Long.SIZE - Byte.SIZE);
            continuations += Long.bitCount(continuation);
        }
        return (wrong | due) == 0 ? to - from - continuations : -1;
    }

    /** How many bytes the code point here takes, 0 if none stands here. */
    private static int width(byte[] bytes, int at, int to) {
        int lead = bytes[at];
        if (lead >= 0) {
            return 1;
        }
        if (lead < (byte) 0xC2 || lead > (byte) 0xF4) {
            return 0;
        }
        int width = lead < (byte) 0xE0 ? 2 : lead < (byte) 0xF0 ? 3 : 4;
        if (at + width > to || !isSecond(lead & 0xFF, bytes[at + 1])) {
            return 0;
        }
        for (int i = at + 2; i < at + width; i++) {
            if (!isContinuation(bytes[i])) {
                return 0;
            }
        }
        return width;
    }

    /** Whether the second byte suits the first: no longer form than needed, no surrogate, nothing beyond U+10FFFF. */
    private static boolean isSecond(int lead, byte second) {
        return isContinuation(second)
                && switch (lead) {
                    case 0xE0 -> second >= (byte) 0xA0;
                    case 0xED -> second < (byte) 0xA0;
                    case 0xF0 -> second >= (byte) 0x90;
                    case 0xF4 -> second < (byte) 0x90;
                    default -> true;
                };
    }

    private static boolean isContinuation(byte b) {
        return b < (byte) 0xC0;
    }

    /** The index behind so many code points of well-formed bytes, or the end if there are fewer. */
    static int offset(byte[] bytes, int from, int to, int codePoints) {
        int left = codePoints;
        int next = from;
        while (next < to && left > 0) {
            next += width(bytes[next]);
            left--;
        }
        return next;
    }

    /** How many bytes a code point takes that begins with this one, in well-formed bytes. */
    static int width(byte lead) {
        if (lead >= 0) {
            return 1;
        }
        return lead < (byte) 0xE0 ? 2 : lead < (byte) 0xF0 ? 3 : 4;
    }

    /** The code point that begins here, in well-formed bytes. */
    static int codePointAt(byte[] bytes, int at) {
        byte lead = bytes[at];
        return switch (width(lead)) {
            case 1 -> lead;
            case 2 -> (lead & 0x1F) << 6 | tail(bytes[at + 1]);
            case 3 -> (lead & 0x0F) << 12 | tail(bytes[at + 1]) << 6 | tail(bytes[at + 2]);
            default -> (lead & 0x07) << 18 | tail(bytes[at + 1]) << 12 | tail(bytes[at + 2]) << 6 | tail(bytes[at + 3]);
        };
    }

    private static int tail(byte continuation) {
        return continuation & 0x3F;
    }
}
