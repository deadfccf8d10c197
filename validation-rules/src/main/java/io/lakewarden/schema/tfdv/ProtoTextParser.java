package io.lakewarden.schema.tfdv;

import io.lakewarden.schema.tfdv.ProtoMessage.ProtoField;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Parses the text format of protocol buffers without knowing the messages: fields with scalars, quoted texts, messages in
 * braces or angle brackets, and lists in brackets, which are the field repeated. Comments begin with {@code #}.
 */
final class ProtoTextParser {
    private static final int DEEPEST = 50;

    private final String text;
    private int place;
    private int line = 1;
    private int lineStart;

    private ProtoTextParser(String text) {
        this.text = text;
    }

    static ProtoMessage parse(String text) throws ProtoTextException {
        ProtoTextParser parser = new ProtoTextParser(text);
        return parser.fields('\0', 0);
    }

    /** The fields up to a closing character, or to the end of the text. */
    private ProtoMessage fields(char close, int depth) throws ProtoTextException {
        if (depth > DEEPEST) {
            throw problem("messages are nested more than " + DEEPEST + " deep");
        }
        ProtoMessage message = new ProtoMessage();
        while (true) {
            skip();
            if (place == text.length()) {
                if (close != '\0') {
                    throw problem("the text ends before a '" + close + "'");
                }
                return message;
            }
            if (close != '\0' && text.charAt(place) == close) {
                place++;
                return message;
            }
            field(message, depth);
        }
    }

    private void field(ProtoMessage message, int depth) throws ProtoTextException {
        int atLine = line;
        int atColumn = column();
        String name = name();
        skip();
        boolean colon = accept(':');
        skip();
        if (accept('[')) {
            skip();
            while (!accept(']')) {
                message.add(value(name, atLine, atColumn, depth));
                skip();
                accept(',');
                skip();
            }
        } else if (!colon && !isOpening()) {
            throw problem("'" + name + "' has no value; expected a ':' or a '{'");
        } else {
            message.add(value(name, atLine, atColumn, depth));
        }
        skip();
        if (!accept(',')) {
            accept(';');
        }
    }

    private boolean isOpening() {
        return place < text.length() && (text.charAt(place) == '{' || text.charAt(place) == '<');
    }

    private ProtoField value(String name, int atLine, int atColumn, int depth) throws ProtoTextException {
        if (accept('{')) {
            return new ProtoField(name, atLine, atColumn, Optional.empty(), Optional.of(fields('}', depth + 1)));
        }
        if (accept('<')) {
            return new ProtoField(name, atLine, atColumn, Optional.empty(), Optional.of(fields('>', depth + 1)));
        }
        String value = isQuote() ? quoted() : word("a value of '" + name + "'");
        return new ProtoField(name, atLine, atColumn, Optional.of(value), Optional.empty());
    }

    private String name() throws ProtoTextException {
        if (place < text.length() && text.charAt(place) == '[') {
            int end = text.indexOf(']', place);
            if (end < 0) {
                throw problem("the text ends before a ']'");
            }
            String name = text.substring(place, end + 1);
            place = end + 1;
            return name;
        }
        return word("the name of a field");
    }

    private String word(String expected) throws ProtoTextException {
        int start = place;
        while (place < text.length() && isWordPart(text.charAt(place))) {
            place++;
        }
        if (start == place) {
            throw problem((place == text.length() ? "the text ends" : "'" + text.charAt(place) + "' stands") + " where "
                    + expected + " is expected");
        }
        return text.substring(start, place);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '+' || c == '-';
    }

    private boolean isQuote() {
        return place < text.length() && (text.charAt(place) == '"' || text.charAt(place) == '\'');
    }

    /** Quoted texts that follow each other are one. Escapes give bytes, which together are UTF-8. */
    private String quoted() throws ProtoTextException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (isQuote()) {
            char quote = text.charAt(place++);
            while (true) {
                if (place == text.length() || text.charAt(place) == '\n') {
                    throw problem("a quoted text is not closed in its line");
                }
                int c = text.codePointAt(place);
                place += Character.charCount(c);
                if (c == quote) {
                    break;
                }
                if (c == '\\') {
                    escape(bytes);
                } else {
                    write(bytes, Character.toString(c));
                }
            }
            skip();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void escape(ByteArrayOutputStream bytes) throws ProtoTextException {
        if (place == text.length()) {
            throw problem("the text ends in an escape");
        }
        char c = text.charAt(place++);
        switch (c) {
            case 'n' -> bytes.write('\n');
            case 'r' -> bytes.write('\r');
            case 't' -> bytes.write('\t');
            case 'a' -> bytes.write(7);
            case 'b' -> bytes.write('\b');
            case 'f' -> bytes.write('\f');
            case 'v' -> bytes.write(11);
            case '\\', '\'', '"', '?' -> bytes.write(c);
            case 'x', 'X' -> bytes.write(digits(2, 16));
            case 'u' -> write(bytes, Character.toString(digits(4, 16)));
            case 'U' -> write(bytes, Character.toString(codePoint(digits(8, 16))));
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                place--;
                bytes.write(digits(3, 8));
            }
            default -> throw problem("'\\" + c + "' is no escape");
        }
    }

    private int codePoint(int value) throws ProtoTextException {
        if (!Character.isValidCodePoint(value)) {
            throw problem("an escape stands for no character");
        }
        return value;
    }

    /** Up to so many digits. */
    private int digits(int most, int radix) throws ProtoTextException {
        int value = 0;
        int count = 0;
        while (count < most && place < text.length() && Character.digit(text.charAt(place), radix) >= 0) {
            value = value * radix + Character.digit(text.charAt(place), radix);
            place++;
            count++;
        }
        if (count == 0) {
            throw problem("an escape lacks its digits");
        }
        return value;
    }

    private static void write(ByteArrayOutputStream bytes, String part) {
        bytes.writeBytes(part.getBytes(StandardCharsets.UTF_8));
    }

    private boolean accept(char c) {
        if (place < text.length() && text.charAt(place) == c) {
            place++;
            return true;
        }
        return false;
    }

    /** Blanks, line breaks and comments. */
    private void skip() {
        while (place < text.length()) {
            char c = text.charAt(place);
            if (c == '\n') {
                place++;
                line++;
                lineStart = place;
            } else if (Character.isWhitespace(c) || c == '\uFEFF') {
                place++;
            } else if (c == '#') {
                int end = text.indexOf('\n', place);
                place = end < 0 ? text.length() : end;
            } else {
                return;
            }
        }
    }

    private int column() {
        return place - lineStart + 1;
    }

    private ProtoTextException problem(String message) {
        return new ProtoTextException(line, column(), message);
    }
}
