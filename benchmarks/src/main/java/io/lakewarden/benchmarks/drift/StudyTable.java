package io.lakewarden.benchmarks.drift;

import io.lakewarden.benchmarks.Rate;
import io.lakewarden.benchmarks.drift.StudyResult.Cell;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The study as plain text. */
final class StudyTable {
    private StudyTable() {}

    static String of(StudyResult result) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d windows for each rate, seed %d, references of %,d rows%n%n",
                result.draws(),
                result.seed(),
                result.referenceRows()));
        text.append(String.format(
                Locale.ROOT,
                "%-15s %9s %-12s %17s | %21s %-31s | %9s %9s %10s %6s%n",
                "law",
                "rows",
                "shift",
                "default verdict",
                "primary at 1 % false",
                "best at 1 % false",
                "Evidently",
                "NannyML",
                "Deepchecks",
                "PSI"));
        result.cells().forEach(cell -> text.append(line(cell)));
        return text.append(summary(result.cells())).toString();
    }

    private static String line(Cell cell) {
        String best = cell.best();
        return String.format(
                Locale.ROOT,
                "%-15s %,9d %-12s %7s (< %6s) | %21s %6s %-24s | %9s %9s %10s %6s%n",
                cell.law(),
                cell.rows(),
                cell.shift(),
                percent(cell.verdict().share()),
                percent(cell.verdict().upper()),
                percent(cell.primary().share()),
                percent(cell.atEqualRate().get(best).share()),
                best,
                percent(cell.peerDefaults().get("evidently").share()),
                percent(cell.peerDefaults().get("nannyml").share()),
                percent(cell.peerDefaults().get("deepchecks").share()),
                percent(cell.peerDefaults().get("psi").share()));
    }

    /** Where the default verdict is wrong most often, and where the primary statistic is farthest behind. */
    private static String summary(List<Cell> cells) {
        StringBuilder text = new StringBuilder(System.lineSeparator());
        cells.stream()
                .filter(cell -> cell.shift().equals("none"))
                .max(Comparator.comparingDouble(cell -> cell.verdict().upper()))
                .ifPresent(cell -> text.append(String.format(
                        Locale.ROOT,
                        "most false alarms of the default verdict: %s, at most %s, of %s with %,d rows%n",
                        percent(cell.verdict().share()),
                        percent(cell.verdict().upper()),
                        cell.law(),
                        cell.rows())));
        cells.stream()
                .filter(Cell::movesTheDistribution)
                .max(Comparator.comparingDouble(StudyTable::behind))
                .ifPresent(cell -> text.append(String.format(
                        Locale.ROOT,
                        "primary statistic farthest behind the best one: %s points, %s with %,d rows and shift %s%n",
                        percent(behind(cell)).replace("%", ""),
                        cell.law(),
                        cell.rows(),
                        cell.shift())));
        return text.toString();
    }

    private static double behind(Cell cell) {
        Rate best = cell.atEqualRate().get(cell.best());
        return best.share() - cell.primary().share();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
