package io.lakewarden.report.team;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong in a team's folder: problems, for which the standard page is written instead, and warnings, for which it
 * is not. Each is one line that begins with the file, and the line of it where there is one.
 */
final class Complaints {
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** A problem of no file. */
    void problem(String message) {
        problems.add(message);
    }

    void problem(Path file, String message) {
        problems.add(file + ": " + message);
    }

    void problem(Path file, int line, String message) {
        problems.add(file + ":" + line + ": " + message);
    }

    void warning(Path file, int line, String message) {
        warnings.add(file + ":" + line + ": " + message);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
