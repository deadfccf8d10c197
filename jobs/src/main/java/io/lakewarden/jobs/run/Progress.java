package io.lakewarden.jobs.run;

import java.io.PrintStream;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Tells a person at a terminal what is being done: one line that is written over and over. Silent when nobody watches.
 * May be called from several threads.
 */
public final class Progress {
    private static final long NANOS_BETWEEN_UPDATES = 100_000_000;
    private static final int WIDTH = 78;

    private final PrintStream terminal;
    private final boolean watched;
    private String stage = "";
    private long lastUpdate;
    private boolean lineIsOpen;

    private Progress(PrintStream terminal, boolean watched) {
        this.terminal = terminal;
        this.watched = watched;
    }

    /** Writes to a terminal. */
    public static Progress on(PrintStream terminal) {
        return new Progress(terminal, true);
    }

    /** Writes nothing. */
    public static Progress silent() {
        return new Progress(System.err, false);
    }

    /** Begins a stage, such as "profiling 2012-01-01/2012-02-01"; ends the one before. */
    public synchronized void stage(String name) {
        stage = name;
        lastUpdate = 0;
        write(OptionalDouble.empty(), OptionalLong.empty());
    }

    /**
     * Tells how far the stage is.
     *
     * @param share done, between 0 and 1
     * @param rows read so far; empty where unknown
     */
    public synchronized void update(double share, OptionalLong rows) {
        long now = System.nanoTime();
        if (lastUpdate == 0 || now - lastUpdate >= NANOS_BETWEEN_UPDATES) {
            lastUpdate = now;
            write(OptionalDouble.of(Math.min(1, Math.max(0, share))), rows);
        }
    }

    /** Takes the line away, so that what follows begins on a clean one. */
    public synchronized void clear() {
        if (lineIsOpen) {
            terminal.print("\r" + " ".repeat(WIDTH) + "\r");
            terminal.flush();
            lineIsOpen = false;
        }
    }

    private void write(OptionalDouble share, OptionalLong rows) {
        if (!watched) {
            return;
        }
        StringBuilder figures = new StringBuilder();
        share.ifPresent(it -> figures.append(String.format(Locale.ROOT, "  %3d %%", Math.round(it * 100))));
        rows.ifPresent(it -> figures.append(String.format(Locale.ROOT, "  %,d rows", it)));
        int room = Math.max(0, WIDTH - figures.length());
        String name = stage.length() > room ? stage.substring(0, Math.max(0, room - 1)) + "…" : stage;
        String line = name + figures;
        terminal.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
        terminal.flush();
        lineIsOpen = true;
    }
}
