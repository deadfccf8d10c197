package io.lakewarden.benchmarks.drift;

import io.lakewarden.benchmarks.drift.StudyResult.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The study as four tables in Markdown, and a summary. */
final class StudyTable {
    /** A shift counts as found if it is in so many windows. */
    private static final double FOUND = 0.8;

    /** So many points behind the best statistic are within the study's own error. */
    private static final double ALLOWED = 0.02;

    /** So many alarms of quiet windows, and a shift that is found says little. */
    private static final double LOUD = 0.05;

    private static final String WHO = "ours · Evidently · NannyML · Deepchecks · PSI 0.25";

    private final List<Cell> cells;
    private final List<Integer> sizes;

    private StudyTable(StudyResult result) {
        this.cells = result.cells();
        this.sizes = List.copyOf(cells.stream().map(Cell::rows).collect(Collectors.toCollection(TreeSet::new)));
    }

    static String of(StudyResult result) {
        StudyTable table = new StudyTable(result);
        String head = String.format(
                Locale.ROOT,
                "%d windows for each rate, seed %d, references of %,d rows",
                result.draws(),
                result.seed(),
                result.referenceRows());
        return String.join(
                System.lineSeparator() + System.lineSeparator(),
                head,
                table.falseAlarms(),
                table.atEqualRate(),
                table.byDefault(),
                table.smallestFound(),
                table.summary());
    }

    private String falseAlarms() {
        List<String> lines = head("False alarms, %", "any column");
        rows(Cell::isQuiet)
                .forEach(row -> lines.add(line(
                        row.get(0).law(),
                        row,
                        cell -> percent(cell.verdict().share()) + " (< "
                                + String.format(
                                        Locale.ROOT,
                                        "%.2f",
                                        100 * cell.verdict().upper()) + ")",
                        percent(row.stream()
                                .mapToDouble(cell -> cell.anyColumn().share())
                                .max()
                                .orElseThrow()))));
        return lines(lines);
    }

    /** The test of the verdict beside the best statistic, which is named where it is farther ahead than the study's error. */
    private String atEqualRate() {
        List<String> lines = head("Found at 1 % false alarms, %: our test / the best statistic", "farthest ahead");
        rows(Cell::compares).forEach(row -> {
            Cell worst = row.stream()
                    .max(Comparator.comparingDouble(Cell::shortfall))
                    .orElseThrow();
            lines.add(line(
                    name(row.get(0)),
                    row,
                    cell -> percent(cell.tested()) + " / "
                            + percent(cell.atEqualRate().get(cell.best()).share()),
                    worst.shortfall() > ALLOWED ? "`" + worst.best() + "`" : "–"));
        });
        return lines(lines);
    }

    private String byDefault() {
        List<String> lines = head("Alarms by default, %: " + WHO, null);
        rows(cell -> true).forEach(row -> lines.add(line(name(row.get(0)), row, StudyTable::defaults, null)));
        return lines(lines);
    }

    private static String defaults(Cell cell) {
        String ours = percent(cell.verdict().share());
        return cell.peerDefaults().isEmpty()
                ? ours
                : ours + " · "
                        + Arrays.stream(PeerDefault.values())
                                .map(peer -> percent(cell.rate(peer.toString()).share()))
                                .collect(Collectors.joining(" · "));
    }

    /**
     * The smallest shift of the grid from which on all are found in {@value #FOUND} of the windows; in brackets where quiet
     * windows alarm so often that finding means little.
     */
    private String smallestFound() {
        List<String> lines = head("Smallest shift found in 80 % of windows: " + WHO, null);
        cells.stream()
                .filter(cell -> !cell.isQuiet())
                .map(StudyTable::kind)
                .distinct()
                .forEach(kind -> lines.add("| " + kind + " | "
                        + sizes.stream().map(size -> smallest(kind, size)).collect(Collectors.joining(" | "))
                        + " |"));
        return lines(lines);
    }

    private String smallest(String kind, int size) {
        List<Cell> growing = cells.stream()
                .filter(cell -> !cell.isQuiet() && cell.rows() == size && kind.equals(kind(cell)))
                .toList();
        Cell quiet = cells.stream()
                .filter(cell -> cell.isQuiet()
                        && cell.rows() == size
                        && cell.law().equals(growing.get(0).law()))
                .findFirst()
                .orElseThrow();
        return Stream.concat(
                        Stream.of(StudyResult.VERDICT),
                        growing.get(0).peerDefaults().keySet().stream().sorted(Comparator.comparing(StudyTable::place)))
                .map(who -> smallest(growing, quiet, who))
                .collect(Collectors.joining(" · "));
    }

    private static String smallest(List<Cell> growing, Cell quiet, String who) {
        int from = growing.size();
        while (from > 0 && growing.get(from - 1).rate(who).share() >= FOUND) {
            from--;
        }
        if (from == growing.size()) {
            return "–";
        }
        String size = growing.get(from).shift().replaceFirst(".* ", "");
        return quiet.rate(who).share() > LOUD ? "(" + size + ")" : size;
    }

    private static int place(String peer) {
        return Arrays.stream(PeerDefault.values())
                .map(PeerDefault::toString)
                .toList()
                .indexOf(peer);
    }

    /** What stands in one line: the cells of a law and shift, by rising size. */
    private List<List<Cell>> rows(Predicate<Cell> chosen) {
        return List.copyOf(cells.stream()
                .filter(chosen)
                .collect(Collectors.groupingBy(StudyTable::name, LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    private List<String> head(String title, String last) {
        List<String> lines = new ArrayList<>();
        String sized = sizes.stream()
                .map(size -> String.format(Locale.ROOT, "%,d rows", size))
                .collect(Collectors.joining(" | "));
        lines.add("| " + title + " | " + sized + " |" + (last == null ? "" : " " + last + " |"));
        lines.add("|---".repeat(sizes.size() + (last == null ? 1 : 2)) + "|");
        return lines;
    }

    private static String line(String name, List<Cell> row, Function<Cell, String> text, String last) {
        return "| " + name + " | " + row.stream().map(text).collect(Collectors.joining(" | ")) + " |"
                + (last == null ? "" : " " + last + " |");
    }

    private static String lines(List<String> lines) {
        return String.join(System.lineSeparator(), lines);
    }

    private static String name(Cell cell) {
        return cell.law() + ", " + cell.shift();
    }

    /** Law and kind of shift, without its size. */
    private static String kind(Cell cell) {
        return name(cell).replaceFirst(" [0-9.]+$", "");
    }

    /** Where the default verdict is wrong most often, and how far its test is behind the best statistic. */
    private String summary() {
        List<String> lines = new ArrayList<>();
        cells.stream()
                .filter(Cell::isQuiet)
                .max(Comparator.comparingDouble(cell -> cell.verdict().upper()))
                .ifPresent(cell -> lines.add(String.format(
                        Locale.ROOT,
                        "most false alarms of the default verdict: %s %%, at most %s %%, of %s with %,d rows",
                        percent(cell.verdict().share()),
                        percent(cell.verdict().upper()),
                        cell.law(),
                        cell.rows())));
        List<Cell> compared = cells.stream().filter(Cell::compares).toList();
        Cell worst = compared.stream()
                .max(Comparator.comparingDouble(Cell::shortfall))
                .orElseThrow();
        lines.add(String.format(
                Locale.ROOT,
                "our test behind the best statistic: %s points on average, more than 2 in %d of %d cells, most in %s with %,d rows:"
                        + " %s by %s",
                percent(compared.stream().mapToDouble(Cell::shortfall).average().orElseThrow()),
                compared.stream().filter(cell -> cell.shortfall() > ALLOWED).count(),
                compared.size(),
                name(worst),
                worst.rows(),
                percent(worst.shortfall()),
                worst.best()));
        return lines(lines) + System.lineSeparator();
    }

    private static String percent(double share) {
        String text = String.format(Locale.ROOT, "%.1f", 100 * share);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
