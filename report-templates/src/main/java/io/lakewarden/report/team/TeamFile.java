package io.lakewarden.report.team;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads one file of a team's folder; where it cannot, that is a problem and there is nothing. */
final class TeamFile {
    private static final int GREATEST_TEXT = 1 << 20;

    private TeamFile() {}

    static Optional<String> text(Path file, Complaints complaints) {
        return bytes(file, GREATEST_TEXT, complaints).flatMap(bytes -> {
            try {
                return Optional.of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString());
            } catch (CharacterCodingException e) {
                complaints.problem(file, "is not written in UTF-8; save it in UTF-8");
                return Optional.empty();
            }
        });
    }

    static Optional<byte[]> bytes(Path file, int most, Complaints complaints) {
        try {
            long size = Files.size(file);
            if (size > most) {
                complaints.problem(
                        file, "has " + size + " bytes; expected at most " + most + ", for every report carries it");
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            complaints.problem(file, "cannot be read (" + e.getClass().getSimpleName() + "); make it a readable file");
            return Optional.empty();
        }
    }
}
