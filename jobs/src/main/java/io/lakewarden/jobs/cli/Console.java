package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.run.Progress;
import io.lakewarden.yaml.Secrets;
import java.io.PrintStream;

/** Where a command writes: results on one stream, everything else on the other, and secrets on neither. */
final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final Progress progress;
    private Secrets secrets = Secrets.NONE;

    /**
     * A console on two streams.
     *
     * @param watched whether a person sees {@code err} while the command works, so that progress is worth showing
     */
    Console(PrintStream out, PrintStream err, boolean watched) {
        this.out = out;
        this.err = err;
        this.progress = watched ? Progress.on(err) : Progress.silent();
    }

    /** From now on these values are written as the placeholders they came from. */
    void hide(Secrets values) {
        secrets = values;
    }

    String masked(String text) {
        return secrets.mask(text);
    }

    Progress progress() {
        return progress;
    }

    /** Writes a line, or several, of the result. */
    void result(String text) {
        progress.clear();
        out.println(masked(text));
        out.flush();
    }

    /** Writes a line, or several, to the person who waits. */
    void complaint(String text) {
        progress.clear();
        err.println(masked(text));
        err.flush();
    }
}
