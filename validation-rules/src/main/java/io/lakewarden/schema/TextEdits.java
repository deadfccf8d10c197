package io.lakewarden.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Changes at some places of a text, which leave all else as it is. Places are counted in code points, as YAML counts. */
final class TextEdits {
    private static final int CONTEXT = 3;

    private final int[] text;
    private final String lineBreak;
    private final List<Edit> edits = new ArrayList<>();

    TextEdits(String text) {
        this.text = text.codePoints().toArray();
        this.lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** What stands from a place to before another becomes something else. */
    private record Edit(int from, int to, String replacement) {}

    /** Lines that become others, counted from 0. */
    private record Change(int line, List<String> before, List<String> after) {}

    void replace(int from, int to, String replacement) {
        edits.add(new Edit(from, to, replacement));
    }

    void insert(int place, String addition) {
        replace(place, place, addition);
    }

    /** Adds lines after the one that a place is on. */
    void insertLines(int place, List<String> lines) {
        int end = endOfLine(place);
        lines.forEach(line -> insert(end, lineBreak + line));
    }

    /** Adds lines before the one that a place is on. */
    void insertLinesBefore(int place, List<String> lines) {
        int start = startOfLine(place);
        lines.forEach(line -> insert(start, line + lineBreak));
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    /** The text with all changes. */
    String result() {
        return applied(0, text.length, sorted());
    }

    private List<Edit> sorted() {
        return edits.stream().sorted(Comparator.comparingInt(Edit::from)).toList();
    }

    private String applied(int from, int to, List<Edit> within) {
        StringBuilder result = new StringBuilder();
        int place = from;
        for (Edit edit : within) {
            result.append(plain(place, edit.from())).append(edit.replacement());
            place = edit.to();
        }
        return result.append(plain(place, to)).toString();
    }

    private String plain(int from, int to) {
        return new String(text, from, to - from);
    }

    private int endOfLine(int place) {
        int end = place;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        return end > place && text[end - 1] == '\r' ? end - 1 : end;
    }

    private int startOfLine(int place) {
        int start = place;
        while (start > 0 && text[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    /** The changes as a unified diff of a file. */
    String diff(String file) {
        List<String> lines = lines(plain(0, text.length));
        StringBuilder diff = new StringBuilder("--- " + file + "\n+++ " + file + "\n");
        int shift = 0;
        List<Change> hunk = new ArrayList<>();
        for (Change change : changes()) {
            if (!hunk.isEmpty() && change.line() - end(hunk) > 2 * CONTEXT) {
                shift += write(diff, lines, hunk, shift);
                hunk.clear();
            }
            hunk.add(change);
        }
        if (!hunk.isEmpty()) {
            write(diff, lines, hunk, shift);
        }
        return diff.toString();
    }

    private static int end(List<Change> hunk) {
        Change last = hunk.get(hunk.size() - 1);
        return last.line() + last.before().size();
    }

    /** Writes a hunk, and says by how many lines it made the text longer. */
    private static int write(StringBuilder diff, List<String> lines, List<Change> hunk, int shift) {
        int first = Math.max(0, hunk.get(0).line() - CONTEXT);
        int last = Math.min(lines.size(), end(hunk) + CONTEXT);
        int longer = hunk.stream()
                .mapToInt(change -> change.after().size() - change.before().size())
                .sum();
        diff.append(String.format(
                Locale.ROOT,
                "@@ -%d,%d +%d,%d @@\n",
                first + 1,
                last - first,
                first + shift + 1,
                last - first + longer));
        int line = first;
        for (Change change : hunk) {
            lines.subList(line, change.line())
                    .forEach(same -> diff.append(' ').append(same).append('\n'));
            change.before().forEach(gone -> diff.append('-').append(gone).append('\n'));
            change.after().forEach(added -> diff.append('+').append(added).append('\n'));
            line = change.line() + change.before().size();
        }
        lines.subList(line, last).forEach(same -> diff.append(' ').append(same).append('\n'));
        return longer;
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        List<Edit> group = new ArrayList<>();
        int groupEnd = -1;
        for (Edit edit : sorted()) {
            if (!group.isEmpty() && startOfLine(edit.from()) > groupEnd) {
                changes.add(change(group, groupEnd));
                group.clear();
            }
            group.add(edit);
            groupEnd = Math.max(groupEnd, endOfLine(edit.to()));
        }
        if (!group.isEmpty()) {
            changes.add(change(group, groupEnd));
        }
        return changes;
    }

    private Change change(List<Edit> group, int end) {
        int start = startOfLine(group.get(0).from());
        List<String> before = lines(plain(start, end));
        List<String> after = lines(applied(start, end, group));
        int same = 0;
        while (same < Math.min(before.size(), after.size()) && before.get(same).equals(after.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < Math.min(before.size(), after.size()) - same
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        int line = (int) plain(0, start).chars().filter(c -> c == '\n').count() + same;
        return new Change(
                line,
                List.copyOf(before.subList(same, before.size() - tail)),
                List.copyOf(after.subList(same, after.size() - tail)));
    }

    private static List<String> lines(String part) {
        return part.lines().toList();
    }
}
