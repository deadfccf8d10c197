package io.lakewarden.report.site;

import io.lakewarden.report.text.Language;
import io.lakewarden.report.text.Text;
import io.lakewarden.report.text.Times;
import io.lakewarden.report.view.StatusView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Two of the newest windows of a track beside each other. The page shows the newest one and the one before; its script
 * picks others from what each row holds of every window, so that nothing is loaded.
 *
 * @param head what every page of the track begins with
 * @param sides the one before and the newest; empty where there are not two windows
 * @param rows the columns, that which was beyond a limit most often first
 * @param leftOut what the page does not show, in one sentence; null where nothing
 */
public record CompareView(SiteHead head, List<Side> sides, List<Row> rows, String leftOut) {
    /**
     * One of the two windows.
     *
     * @param id the id of its part of the page
     * @param name what it is called
     * @param windows every window that it can be, oldest first
     */
    public record Side(String id, String name, List<Card> windows) {}

    /**
     * A window that can be chosen.
     *
     * @param window the time range
     * @param chosen whether the page starts with it
     * @param status its verdict
     * @param sentence the verdict in one sentence
     * @param counts how many findings have which status
     * @param rows rows of the window
     * @param href its report; null where there is none
     */
    public record Card(
            String window, boolean chosen, StatusView status, Text sentence, String counts, String rows, String href) {}

    /**
     * A column in both windows, and what the script needs of all of them: one entry for each, parted by {@code |}.
     *
     * @param name the column
     * @param role what it means to the model
     * @param before in the first window
     * @param after in the second
     * @param change how far the score moved, or why that cannot be said
     * @param changed whether the status is another
     * @param signs the statuses
     * @param texts the scores for people
     * @param numbers the scores
     * @param kinds a number for each statistic over the same bins: only scores of one kind compare
     */
    public record Row(
            Text name,
            String role,
            Cell before,
            Cell after,
            String change,
            boolean changed,
            String signs,
            String texts,
            String numbers,
            String kinds) {}

    /**
     * A column in one window.
     *
     * @param status its status, or why it has none
     * @param season whether the season explains it
     * @param text its score; a dash where it has none
     */
    public record Cell(StatusView status, boolean season, String text) {}

    /** The page of the newest windows, oldest first. */
    public static CompareView of(SiteTrack track, List<SiteWindow> windows) {
        List<ColumnHistory> histories = ColumnHistory.of(windows);
        if (windows.size() < 2) {
            return new CompareView(SiteTexts.head(track), List.of(), List.of(), null);
        }
        int newest = windows.size() - 1;
        return new CompareView(
                SiteTexts.head(track),
                List.of(
                        new Side("before", "First window", cards(windows, newest - 1)),
                        new Side("after", "Second window", cards(windows, newest))),
                histories.stream()
                        .limit(SiteWindow.MOST_COLUMNS)
                        .map(history -> row(history, windows))
                        .toList(),
                ColumnsView.leftOut(windows, histories));
    }

    private static List<Card> cards(List<SiteWindow> windows, int chosen) {
        List<Card> cards = new ArrayList<>();
        for (SiteWindow window : windows) {
            cards.add(new Card(
                    Times.window(window.window()),
                    cards.size() == chosen,
                    StatusView.of(window.status()),
                    Text.ofSentence(window.sentence()),
                    SiteTexts.counts(window),
                    SiteTexts.rows(window),
                    SiteTexts.report(window.light())));
        }
        return cards;
    }

    private static Row row(ColumnHistory history, List<SiteWindow> windows) {
        List<Optional<SiteColumn>> columns = windows.stream().map(history::in).toList();
        List<SiteScore> kinds = new ArrayList<>();
        List<String> kindOf = new ArrayList<>();
        for (Optional<SiteColumn> column : columns) {
            kindOf.add(column.flatMap(SiteColumn::score)
                    .map(score -> Integer.toString(kind(score, kinds)))
                    .orElse(""));
        }
        int newest = windows.size() - 1;
        Cell before = cell(columns.get(newest - 1), windows.get(newest - 1));
        Cell after = cell(columns.get(newest), windows.get(newest));
        return new Row(
                Text.of(history.name()),
                Language.ENGLISH.role(history.latest().role()),
                before,
                after,
                change(columns.get(newest - 1), columns.get(newest)),
                !before.status().equals(after.status()),
                signs(columns, windows),
                columns.stream().map(column -> text(column).replace('|', '/')).collect(Collectors.joining("|")),
                columns.stream().map(CompareView::plain).collect(Collectors.joining("|")),
                String.join("|", kindOf));
    }

    private static int kind(SiteScore score, List<SiteScore> kinds) {
        for (int index = 0; index < kinds.size(); index++) {
            if (kinds.get(index).comparesWith(score)) {
                return index;
            }
        }
        kinds.add(score);
        return kinds.size() - 1;
    }

    private static Cell cell(Optional<SiteColumn> column, SiteWindow window) {
        return new Cell(
                column.map(it -> StatusView.of(it.status()))
                        .orElseGet(() -> new StatusView(ColumnHistory.absence(window), "skipped")),
                column.map(SiteColumn::season).orElse(false),
                text(column));
    }

    /** A status as its style, a star for the season after it; why there is none where there is none. */
    private static String signs(List<Optional<SiteColumn>> columns, List<SiteWindow> windows) {
        List<String> signs = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            SiteWindow window = windows.get(index);
            signs.add(columns.get(index)
                    .map(column -> StatusView.of(column.status()).style() + (column.season() ? "*" : ""))
                    .orElseGet(() -> ColumnHistory.absence(window)));
        }
        return String.join("|", signs);
    }

    private static String text(Optional<SiteColumn> column) {
        return column.flatMap(it -> it.score().map(score -> SiteTexts.score(score, it.role())))
                .orElse("–");
    }

    private static String plain(Optional<SiteColumn> column) {
        OptionalDouble number = number(column);
        return number.isPresent() ? Double.toString(number.getAsDouble()) : "";
    }

    private static OptionalDouble number(Optional<SiteColumn> column) {
        return column.flatMap(SiteColumn::score)
                .map(score -> score.value().number())
                .orElse(OptionalDouble.empty());
    }

    private static String change(Optional<SiteColumn> before, Optional<SiteColumn> after) {
        OptionalDouble was = number(before);
        OptionalDouble is = number(after);
        if (was.isEmpty() || is.isEmpty()) {
            return "–";
        }
        return before.get().score().get().comparesWith(after.get().score().get())
                ? signed(is.getAsDouble() - was.getAsDouble())
                : "other bins";
    }

    /** As the script of the page writes it. */
    private static String signed(double change) {
        if (change == 0) {
            return "0.000";
        }
        double size = Math.abs(change);
        return size < 0.0005
                ? "<0.001"
                : (change > 0 ? "+" : "\u2212")
                        + new BigDecimal(size).setScale(3, RoundingMode.HALF_UP).toPlainString();
    }
}
