package io.lakewarden.report.site;

import io.lakewarden.report.Ranking;
import io.lakewarden.report.ReportColumn;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportHeader;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the site keeps of one window.
 *
 * @param window the window
 * @param stamp tells the files that it was made from; another stamp means that they have changed
 * @param title what people call the table or model; absent where no report says so
 * @param regular whether the monitor's windows follow each other without gaps, so that one that is missing is worth a mark
 * @param runId the attempt; empty where no file says which
 * @param finishedAt when it ended; absent where no file says so
 * @param status the verdict
 * @param sentence the verdict in one sentence
 * @param counts how many findings have each status
 * @param rows rows of the window; absent where no file says so
 * @param report whether there is a report to show
 * @param columns its columns, in the order of the table: all, or of a wide table those that moved most
 * @param columnsLeftOut how many columns are not kept
 */
public record SiteWindow(
        Window window,
        String stamp,
        Optional<String> title,
        boolean regular,
        String runId,
        Optional<Instant> finishedAt,
        Status status,
        String sentence,
        SortedMap<Status, Integer> counts,
        OptionalLong rows,
        boolean report,
        List<SiteColumn> columns,
        int columnsLeftOut) {
    /** So many columns are kept of a window at the most; the report has all of them. */
    public static final int MOST_COLUMNS = 200;

    public SiteWindow {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(stamp, "stamp");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(finishedAt, "finishedAt");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(sentence, "sentence");
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        Objects.requireNonNull(rows, "rows");
        columns = List.copyOf(columns);
    }

    /** What is kept of a report. */
    public static SiteWindow of(ReportDocument document, String stamp) {
        ReportHeader header = document.header();
        List<SiteColumn> kept = most(document.columns());
        return new SiteWindow(
                header.window(),
                stamp,
                Optional.of(header.title()),
                header.asOf().isEmpty() && !header.granularity().isBlank(),
                header.runId(),
                Optional.of(header.generatedAt()),
                document.verdict().status(),
                document.verdict().sentence(),
                document.verdict().counts(),
                OptionalLong.of(document.inputs().current().rows()),
                true,
                kept,
                document.columns().size() - kept.size());
    }

    /** The window as a light. */
    public SiteLight light() {
        return new SiteLight(window, status, regular, report);
    }

    /** Those that moved most, and then the first of the table, back in its order. */
    private static List<SiteColumn> most(List<ReportColumn> columns) {
        if (columns.size() <= MOST_COLUMNS) {
            return columns.stream().map(SiteColumn::of).toList();
        }
        Set<String> kept = new HashSet<>();
        Ranking.of(columns).stream().limit(MOST_COLUMNS).forEach(column -> kept.add(column.name()));
        columns.stream()
                .sorted(Comparator.comparing((ReportColumn column) -> column.status() != Status.ERROR)
                        .thenComparing(column -> column.status() == Status.SKIPPED))
                .map(ReportColumn::name)
                .takeWhile(name -> kept.size() < MOST_COLUMNS)
                .forEach(kept::add);
        return columns.stream()
                .filter(column -> kept.contains(column.name()))
                .map(SiteColumn::of)
                .collect(Collectors.toUnmodifiableList());
    }
}
