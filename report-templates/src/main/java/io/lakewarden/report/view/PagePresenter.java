package io.lakewarden.report.view;

import io.lakewarden.report.AlertSpell;
import io.lakewarden.report.DatasetInput;
import io.lakewarden.report.NamedText;
import io.lakewarden.report.ReportColumn;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportHeader;
import io.lakewarden.report.ReportInputs;
import io.lakewarden.report.ReportVerdict;
import io.lakewarden.report.text.Numbers;
import io.lakewarden.report.text.Text;
import io.lakewarden.report.text.Times;
import io.lakewarden.report.view.PageView.DetailGroup;
import io.lakewarden.report.view.PageView.DetailLine;
import io.lakewarden.report.view.PageView.StatusCount;
import io.lakewarden.report.view.PageView.VerdictView;
import java.util.ArrayList;
import java.util.List;

/** Turns a document into what the page shows. */
public final class PagePresenter {
    private PagePresenter() {}

    /** The page of a document. */
    public static PageView of(ReportDocument document) {
        ReportHeader header = document.header();
        ColumnIds ids = new ColumnIds(document.columns());
        return new PageView(
                Text.of(header.title()),
                header.asOf()
                        .map(date -> "as of " + Text.of(date).shown())
                        .orElseGet(() -> Times.window(header.window())),
                List.of(
                        Text.of("Monitor " + header.monitor()),
                        Text.of("Run " + header.runId()),
                        Text.of("Made " + Times.instant(header.generatedAt()))),
                verdict(document),
                RankingPresenter.of(document, ids),
                OverTimePresenter.of(document.columns(), ids),
                FindingsPresenter.of(document, ids),
                SlicesPresenter.of(document.slices()),
                ColumnPresenter.of(document),
                details(document),
                document.notes().stream().map(Text::ofSentence).toList());
    }

    private static VerdictView verdict(ReportDocument document) {
        ReportVerdict verdict = document.verdict();
        ReportInputs inputs = document.inputs();
        List<StatusCount> counts = verdict.counts().entrySet().stream()
                .map(entry -> new StatusCount(Numbers.count(entry.getValue()), StatusView.of(entry.getKey())))
                .toList();
        String current = rows(inputs.current());
        return new VerdictView(
                StatusView.of(verdict.status()),
                Text.ofSentence(verdict.sentence()),
                counts,
                Text.ofSentence(inputs.reference()
                        .map(reference -> current + " held against " + rows(reference) + " of the reference ("
                                + Text.of(reference.description()).shown() + ").")
                        .orElse(current + "; there was no reference to hold them against.")),
                change(document.columns()));
    }

    /** What is new, what lasts and what is over, as far as trends tell. */
    private static String change(List<ReportColumn> columns) {
        List<AlertSpell> spells = columns.stream()
                .flatMap(column -> AlertSpell.of(column).stream())
                .toList();
        long fresh = spells.stream().filter(AlertSpell::isNew).count();
        long ongoing = spells.stream().filter(AlertSpell::ongoing).count();
        return spells.isEmpty()
                ? null
                : "Since the last window: " + Numbers.count(fresh) + " new beyond a limit, "
                        + Numbers.count(ongoing - fresh) + " still, " + Numbers.count(spells.size() - ongoing)
                        + " resolved.";
    }

    private static String rows(DatasetInput input) {
        return Numbers.count(input.rows()) + (input.rows() == 1 ? " row" : " rows");
    }

    private static List<DetailGroup> details(ReportDocument document) {
        ReportHeader header = document.header();
        List<DetailLine> run = new ArrayList<>();
        run.add(line("Monitor", header.monitor()));
        run.add(line("Window", header.window() + " (UTC, the end is not part of it)"));
        header.asOf().ifPresent(date -> run.add(line("As of", date)));
        run.add(line("Granularity", header.granularity()));
        run.add(line("Run", header.runId()));
        run.add(line("Made", Times.instant(header.generatedAt())));
        document.inputs().sampling().ifPresent(sampling -> run.add(line("Sampling", sampling)));

        List<DetailGroup> groups = new ArrayList<>();
        groups.add(new DetailGroup("Run", run));
        groups.add(new DetailGroup("Current data", lines(document.inputs().current())));
        document.inputs()
                .reference()
                .ifPresent(reference -> groups.add(new DetailGroup("Reference", lines(reference))));
        if (!document.details().isEmpty()) {
            groups.add(new DetailGroup(
                    "Method",
                    document.details().stream().map(PagePresenter::line).toList()));
        }
        return groups;
    }

    private static List<DetailLine> lines(DatasetInput input) {
        List<DetailLine> lines = new ArrayList<>();
        lines.add(line("Source", input.path()));
        lines.add(line("Format", input.format()));
        input.snapshot().ifPresent(snapshot -> lines.add(line("Snapshot", snapshot)));
        lines.add(line("Selection", input.description()));
        lines.add(line("Rows", Numbers.count(input.rows())));
        input.pinnedAt().ifPresent(instant -> lines.add(line("Pinned", Times.instant(instant))));
        return lines;
    }

    private static DetailLine line(NamedText text) {
        return line(text.name(), text.value());
    }

    private static DetailLine line(String name, String value) {
        return new DetailLine(Text.of(name), Text.ofSentence(value));
    }
}
