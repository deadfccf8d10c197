package io.lakewarden.benchmarks.drift;

import io.lakewarden.benchmarks.drift.StudyResult.Bound;
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
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The study as tables in Markdown, and a summary. */
final class StudyTable {
    /** A shift counts as found if it is in so many windows. */
    private static final double FOUND = 0.8;

    /** So far behind the best other statistic a test may be. */
    private static final double ALLOWED = 0.02;

    /** So many alarms of quiet windows, and a shift that is found says little. */
    private static final double LOUD = 0.05;

    private static final String WHO = "ours · Evidently · NannyML · Deepchecks · PSI 0.25";

    private final List<Cell> cells;
    private final List<Bound> bounds;
    private final List<Integer> sizes;

    private StudyTable(StudyResult result) {
        this.cells = result.cells();
        this.bounds = result.bounds();
        this.sizes = List.copyOf(cells.stream().map(Cell::rows).collect(Collectors.toCollection(TreeSet::new)));
    }

    static String of(StudyResult result) {
        StudyTable table = new StudyTable(result);
        String head = String.format(
                Locale.ROOT,
                "%d windows of usual size for each rate, seed %d, references of %,d rows",
                result.draws(),
                result.seed(),
                result.referenceRows());
        return String.join(
                System.lineSeparator() + System.lineSeparator(),
                head,
                table.falseAlarms(),
                table.atEqualRate(),
                table.behind(),
                table.besidePeers(),
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

    /** The test of the verdict beside the best statistic of other tools; in bold where it is surely farther behind than it may be. */
    private String atEqualRate() {
        List<String> lines =
                head("Found at 1 % false alarms, %: our test / the best statistic of other tools", "farthest ahead");
        rows(StudyTable::compares).forEach(row -> {
            Cell worst = row.stream()
                    .max(Comparator.comparingDouble(Cell::shortfall))
                    .orElseThrow();
            lines.add(line(
                    name(row.get(0)),
                    row,
                    StudyTable::rivalry,
                    worst.shortfall() > ALLOWED
                            ? "`" + worst.rivalry().orElseThrow().best() + "`"
                            : "–"));
        });
        return lines(lines);
    }

    private static String rivalry(Cell cell) {
        Rivalry rivalry = cell.rivalry().orElseThrow();
        String both = percent(rivalry.ours().share()) + " / "
                + percent(rivalry.theirs().share());
        return isSurelyBehind(cell) ? "**" + both + "**" : both;
    }

    private static boolean compares(Cell cell) {
        return cell.rivalry().isPresent();
    }

    private static boolean isBehind(Cell cell) {
        return cell.shortfall() > ALLOWED;
    }

    private static boolean isSurelyBehind(Cell cell) {
        return cell.rivalry().orElseThrow().behind().lower() > ALLOWED;
    }

    /** For each law and size, in how many cells the test is behind. */
    private String behind() {
        List<String> lines =
                head("More than 2 points behind the best statistic of other tools (surely) of all; at most", null);
        cells.stream()
                .filter(StudyTable::compares)
                .map(Cell::law)
                .distinct()
                .forEach(law -> lines.add("| " + law + " | "
                        + sizes.stream().map(size -> behind(law, size)).collect(Collectors.joining(" | "))
                        + " |"));
        return lines(lines);
    }

    private String behind(String law, int size) {
        List<Cell> compared = cells.stream()
                .filter(StudyTable::compares)
                .filter(cell -> cell.law().equals(law) && cell.rows() == size)
                .toList();
        return String.format(
                Locale.ROOT,
                "%d (%d) of %d; %s",
                compared.stream().filter(StudyTable::isBehind).count(),
                compared.stream().filter(StudyTable::isSurelyBehind).count(),
                compared.size(),
                percent(largest(compared)));
    }

    private static double largest(List<Cell> compared) {
        return compared.stream().mapToDouble(Cell::shortfall).max().orElseThrow();
    }

    /** The test beside the one statistic that each other tool decides by, at an equal rate, on shifts of values. */
    private String besidePeers() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| Our test at 1 % false alarms beside the default statistic of | more than 2 points ahead | within 2 |"
                        + " more than 2 behind | ahead on average | at most behind |");
        lines.add("|---".repeat(6) + "|");
        for (PeerDefault peer : PeerDefault.values()) {
            double[] ahead = cells.stream()
                    .filter(StudyTable::compares)
                    .filter(cell -> !cell.shift().startsWith(Shift.Kind.NULLS.toString()))
                    .mapToDouble(cell -> ahead(cell, peer))
                    .toArray();
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %s | %s |",
                    peer,
                    Arrays.stream(ahead).filter(points -> points > ALLOWED).count(),
                    Arrays.stream(ahead)
                            .filter(points -> Math.abs(points) <= ALLOWED)
                            .count(),
                    Arrays.stream(ahead).filter(points -> points < -ALLOWED).count(),
                    percent(Arrays.stream(ahead).average().orElseThrow()),
                    percent(Math.max(0, -Arrays.stream(ahead).min().orElseThrow()))));
        }
        return lines(lines);
    }

    private static double ahead(Cell cell, PeerDefault peer) {
        String theirs = peer.statistic(!cell.law().equals(Law.CATEGORIES.toString()));
        return cell.atEqualRate().get(cell.test()).share()
                - cell.atEqualRate().get(theirs).share();
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
        List<Cell> compared = cells.stream().filter(StudyTable::compares).toList();
        Cell worst = compared.stream()
                .max(Comparator.comparingDouble(Cell::shortfall))
                .orElseThrow();
        lines.add(String.format(
                Locale.ROOT,
                "our test behind the best statistic of other tools: %s points on average, more than 2 in %d of %d cells, surely in %d, most in"
                        + " %s with %,d rows: %s by %s",
                percent(compared.stream().mapToDouble(Cell::shortfall).average().orElseThrow()),
                compared.stream().filter(StudyTable::isBehind).count(),
                compared.size(),
                compared.stream().filter(StudyTable::isSurelyBehind).count(),
                name(worst),
                worst.rows(),
                percent(worst.shortfall()),
                worst.rivalry().orElseThrow().best()));
        Cell blind = compared.stream()
                .max(Comparator.comparingDouble(StudyTable::behindOwn))
                .orElseThrow();
        lines.add(String.format(
                Locale.ROOT,
                "behind the best of our own that no other tool has: more than 2 in %d cells, most in %s with %,d rows: %s by %s",
                compared.stream().filter(cell -> behindOwn(cell) > ALLOWED).count(),
                name(blind),
                blind.rows(),
                percent(behindOwn(blind)),
                blind.ownRivalry().orElseThrow().best()));
        bounds.forEach(bound -> lines.add(String.format(
                Locale.ROOT,
                "%,d %s rows: any test is behind the best one of other tools by %s points somewhere, with the variance among them by"
                        + " %s; ours by at most %s and %s",
                bound.rows(),
                bound.law(),
                percent(bound.behind()),
                percent(bound.behindWithSpread()),
                percent(largest(bound, Cell::shortfall)),
                percent(largest(bound, cell -> Math.max(cell.shortfall(), behindOwn(cell)))))));
        return lines(lines) + System.lineSeparator();
    }

    private static double behindOwn(Cell cell) {
        return cell.ownRivalry().orElseThrow().behind().share();
    }

    private double largest(Bound bound, ToDoubleFunction<Cell> behind) {
        return cells.stream()
                .filter(StudyTable::compares)
                .filter(cell -> cell.law().equals(bound.law()) && cell.rows() == bound.rows())
                .mapToDouble(behind)
                .max()
                .orElseThrow();
    }

    private static String percent(double share) {
        String text = String.format(Locale.ROOT, "%.1f", 100 * share);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
