package io.lakewarden.report;

import io.lakewarden.report.text.PackagedFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * The script of a page: one text of ours, the same in every report, that a page allows by its hash alone. Whatever else
 * found its way into a page would not run. Lines of comment and the space before lines are left out.
 */
final class PageScript {
    /** Where a template wants it. Escaped, no text of a document holds this. */
    private static final String PLACE = "<script></script>";

    private final String text;

    /** The script of some files, one after the other. */
    PageScript(String... resources) {
        this.text = Arrays.stream(resources)
                .flatMap(resource -> PackagedFile.text(resource).lines())
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .collect(Collectors.joining("\n"));
    }

    /** The source that a content security policy names, in single quotes: the SHA-256 of the text. */
    String source() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java knows SHA-256", e);
        }
    }

    /** The page with the script in its place. */
    String in(String page) {
        return page.replace(PLACE, "<script>" + text + "</script>");
    }
}
