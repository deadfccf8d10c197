package io.lakewarden.jobs.run;

import io.lakewarden.jobs.run.Piece.Grown;
import io.lakewarden.jobs.run.Piece.Kept;
import io.lakewarden.jobs.run.Piece.Scanned;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says of windows where their profiles come from. */
final class Origins {
    private final String snapshot;

    /** Over a source as it is now. */
    Origins(String snapshot) {
        this.snapshot = snapshot;
    }

    /** The origin of a window that is made of these pieces, in the order of time. */
    Origin of(List<Piece> pieces) {
        String state = snapshotOf(pieces);
        if (pieces.size() > 1 || windows(pieces.get(0)) > 1) {
            return Origin.told(state, several(pieces));
        }
        Piece piece = pieces.get(0);
        if (piece instanceof Grown grown) {
            return Origin.told(state, "brought up to date: the stored profile merged with " + newFiles(grown));
        }
        if (piece instanceof Kept kept) {
            return new Origin(
                    state, kept.since().map(since -> "left alone: nothing that it holds has changed since " + since));
        }
        return new Origin(state, ((Scanned) piece).reason().map(reason -> "profiled in full: " + reason));
    }

    /** One state where all pieces share it; otherwise a name that is the same for the same states. */
    private String snapshotOf(List<Piece> pieces) {
        TreeSet<String> states = new TreeSet<>();
        List<String> all = new ArrayList<>();
        for (Piece piece : pieces) {
            String state = piece instanceof Kept kept && kept.since().isEmpty()
                    ? kept.stored().snapshot()
                    : snapshot;
            states.add(state);
            all.add(piece.window() + " " + state);
        }
        return states.size() == 1 ? states.first() : "merged:" + Digest.of(all);
    }

    private static String several(List<Piece> pieces) {
        int all = pieces.stream().mapToInt(Origins::windows).sum();
        List<String> parts = new ArrayList<>();
        add(parts, count(pieces, Kept.class), "as they stand in the store");
        add(parts, count(pieces, Grown.class), "brought up to date with new files");
        add(parts, count(pieces, Scanned.class), "profiled now");
        String reasons = pieces.stream()
                .filter(Scanned.class::isInstance)
                .flatMap(piece -> ((Scanned) piece).reason().stream())
                .distinct()
                .limit(2)
                .collect(Collectors.joining("; "));
        return "merged from " + all + " windows: " + String.join(", ", parts)
                + (reasons.isEmpty() ? "" : " (" + reasons + ")");
    }

    private static int count(List<Piece> pieces, Class<? extends Piece> kind) {
        return pieces.stream()
                .filter(kind::isInstance)
                .mapToInt(Origins::windows)
                .sum();
    }

    private static void add(List<String> parts, int count, String how) {
        if (count > 0) {
            parts.add(count + " " + how);
        }
    }

    private static int windows(Piece piece) {
        return piece instanceof Scanned scanned ? scanned.windows() : 1;
    }

    private static String newFiles(Grown grown) {
        long files = grown.changes().filesGained(grown.window());
        return files + (files == 1 ? " new file" : " new files") + " since "
                + grown.changes().since();
    }
}
