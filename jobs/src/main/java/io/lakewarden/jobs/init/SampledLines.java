package io.lakewarden.jobs.init;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The sample as lines of text, in the one encoding that fits all of it: UTF-8, or where the bytes are no UTF-8 one with a
 * byte for each letter.
 *
 * @param files by file, the lines that are not blank
 * @param encoding the character set
 * @param marked whether a byte order mark stands in front
 */
record SampledLines(List<FileLines> files, Charset encoding, boolean marked) {
    private static final char MARK_LETTER = '\uFEFF';

    /**
     * The lines of a file.
     *
     * @param path the file
     * @param lines at least one
     */
    record FileLines(String path, List<String> lines) {}

    static SampledLines of(TextSample sample) {
        sample.requireText();
        Charset encoding = encoding(sample);
        List<FileLines> files = new ArrayList<>();
        boolean marked = false;
        for (TextSample.SampledFile file : sample.files()) {
            List<String> lines = new ArrayList<>();
            for (byte[] piece : file.pieces()) {
                new String(piece, encoding)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .forEach(lines::add);
            }
            if (!lines.isEmpty() && lines.get(0).charAt(0) == MARK_LETTER) {
                marked = true;
                lines.set(0, lines.get(0).substring(1));
            }
            if (!lines.isEmpty()) {
                files.add(new FileLines(file.path(), lines));
            }
        }
        return new SampledLines(files, encoding, marked);
    }

    private static Charset encoding(TextSample sample) {
        boolean controls = false;
        boolean unicode = true;
        for (TextSample.SampledFile file : sample.files()) {
            for (byte[] piece : file.pieces()) {
                unicode &= isUnicode(piece);
                for (byte b : piece) {
                    int value = b & 0xFF;
                    controls |= value >= 0x80 && value <= 0x9F;
                }
            }
        }
        if (unicode) {
            return StandardCharsets.UTF_8;
        }
        // Where ISO-8859-1 has control characters nobody types, windows-1252 has quotes, dashes and the euro sign.
        return controls ? Charset.forName("windows-1252") : StandardCharsets.ISO_8859_1;
    }

    private static boolean isUnicode(byte[] piece) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(piece));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
