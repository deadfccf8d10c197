package io.lakewarden.report.view;

import io.lakewarden.report.AlertSpell;
import io.lakewarden.report.DatasetInput;
import io.lakewarden.report.NamedText;
import io.lakewarden.report.ReportColumn;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportHeader;
import io.lakewarden.report.ReportInputs;
import io.lakewarden.report.ReportVerdict;
import io.lakewarden.report.text.Language;
import io.lakewarden.report.text.Text;
import io.lakewarden.report.view.PageView.DetailGroup;
import io.lakewarden.report.view.PageView.DetailLine;
import io.lakewarden.report.view.PageView.StatusCount;
import io.lakewarden.report.view.PageView.VerdictView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a document into what the page shows, in one language. */
public final class PagePresenter {
    private final Language language;

    private PagePresenter(Language language) {
        this.language = language;
    }

    /**
     * The page of a document in a language.
     *
     * @param elsewhere the addresses of columns of which it shows no more than what matters, by their places in the table
     * @param timeline the address of the page over all windows, where there is one
     */
    public static PageView of(
            ReportDocument document, Map<Integer, String> elsewhere, Optional<String> timeline, Language language) {
        return new PagePresenter(language).page(document, elsewhere, timeline);
    }

    /**
     * The side file of some columns of a document.
     *
     * @param report address of the page that it stands beside
     */
    public static SideView side(ReportDocument document, SideColumns part, String report, Language language) {
        PagePresenter presenter = new PagePresenter(language);
        return new SideView(
                language.name(document.header().title()),
                presenter.window(document.header()),
                presenter.subtitle(document.header()),
                presenter.verdict(document),
                report,
                part.number(),
                part.of(),
                ColumnPresenter.whole(document, part.places(), language));
    }

    private PageView page(ReportDocument document, Map<Integer, String> elsewhere, Optional<String> timeline) {
        ReportHeader header = document.header();
        ColumnIds ids = new ColumnIds(document.columns());
        return new PageView(
                language.name(header.title()),
                window(header),
                subtitle(header),
                timeline.orElse(null),
                verdict(document),
                RankingPresenter.of(document, ids, language),
                OverTimePresenter.of(document.columns(), ids, language),
                FindingsPresenter.of(document, ids, language),
                HistoryPresenter.of(document.history(), language),
                SlicesPresenter.of(document.slices(), language),
                ColumnPresenter.of(document, elsewhere, language),
                BesideView.of(elsewhere, language),
                details(document),
                document.notes().stream().map(language::sentence).toList(),
                SkewPresenter.of(document, language),
                SlicesPresenter.moved(document.movedSlices(), language),
                document.multivariate()
                        .map(it -> MultivariatePresenter.of(it, language))
                        .orElse(null),
                document.outliers()
                        .map(outliers -> OutliersPresenter.of(outliers, language))
                        .orElse(null),
                document.foundSlices()
                        .map(slices -> SlicesPresenter.found(slices, language))
                        .orElse(null),
                header.rowsOf()
                        .map(run -> language.sentence(
                                language.text("page.rows-of", run.runId(), language.instant(run.generatedAt()))))
                        .orElse(null));
    }

    private String window(ReportHeader header) {
        return header.asOf()
                .map(date -> language.text("page.as-of", language.name(date).shown()))
                .orElseGet(() -> language.window(header.window()));
    }

    private List<Text> subtitle(ReportHeader header) {
        return List.of(
                language.name(language.text("page.monitor", header.monitor())),
                language.name(language.text("page.run", header.runId())),
                language.name(language.text("page.made", language.instant(header.generatedAt()))));
    }

    private VerdictView verdict(ReportDocument document) {
        ReportVerdict verdict = document.verdict();
        ReportInputs inputs = document.inputs();
        List<StatusCount> counts = verdict.counts().entrySet().stream()
                .map(entry ->
                        new StatusCount(language.count(entry.getValue()), StatusView.of(entry.getKey(), language)))
                .toList();
        String current = rows(inputs.current());
        return new VerdictView(
                StatusView.of(verdict.status(), language),
                language.sentence(isOurs(document) ? sentence(document, language) : verdict.sentence()),
                isOurs(document) ? null : language.recorded(),
                counts,
                language.sentence(inputs.reference()
                        .map(reference -> language.text(
                                "verdict.compared",
                                current,
                                rows(reference),
                                language.name(reference.description()).shown()))
                        .orElseGet(() -> language.text("verdict.no-reference", current))),
                change(document.columns()));
    }

    /** Whether the sentence of the verdict is the one that its findings and columns give, so that any language has it. */
    private static boolean isOurs(ReportDocument document) {
        return document.verdict().sentence().equals(sentence(document, Language.ENGLISH));
    }

    private static String sentence(ReportDocument document, Language language) {
        return ReportVerdict.sentence(document.findings(), document.columns(), language);
    }

    /** What is new, what lasts and what is over, as far as trends tell. */
    private String change(List<ReportColumn> columns) {
        List<AlertSpell> spells = columns.stream()
                .flatMap(column -> AlertSpell.of(column).stream())
                .toList();
        long fresh = spells.stream().filter(AlertSpell::isNew).count();
        long ongoing = spells.stream().filter(AlertSpell::ongoing).count();
        return spells.isEmpty()
                ? null
                : language.text(
                        "verdict.change",
                        language.count(fresh),
                        language.count(ongoing - fresh),
                        language.count(spells.size() - ongoing));
    }

    private String rows(DatasetInput input) {
        return language.counted("rows", input.rows());
    }

    private List<DetailGroup> details(ReportDocument document) {
        ReportHeader header = document.header();
        List<DetailLine> run = new ArrayList<>();
        run.add(line("details.monitor", header.monitor()));
        run.add(line("details.window", language.text("details.utc", header.window())));
        header.asOf().ifPresent(date -> run.add(line("details.as-of", date)));
        run.add(recorded("details.granularity", header.granularity()));
        run.add(line("details.run", header.runId()));
        run.add(line("details.made", language.instant(header.generatedAt())));
        document.inputs().sampling().ifPresent(sampling -> run.add(recorded("details.sampling", sampling)));

        List<DetailGroup> groups = new ArrayList<>();
        groups.add(new DetailGroup(language.text("details.group.run"), run));
        groups.add(new DetailGroup(
                language.text("details.group.current"), lines(document.inputs().current())));
        document.inputs()
                .reference()
                .ifPresent(reference ->
                        groups.add(new DetailGroup(language.text("details.group.reference"), lines(reference))));
        if (!document.details().isEmpty()) {
            groups.add(new DetailGroup(
                    language.text("details.group.method"),
                    document.details().stream().map(this::line).toList()));
        }
        return groups;
    }

    private List<DetailLine> lines(DatasetInput input) {
        List<DetailLine> lines = new ArrayList<>();
        lines.add(line("details.source", input.path()));
        lines.add(line("details.format", input.format()));
        input.snapshot().ifPresent(snapshot -> lines.add(line("details.snapshot", snapshot)));
        lines.add(recorded("details.selection", input.description()));
        lines.add(line("details.rows", language.count(input.rows())));
        input.pinnedAt().ifPresent(instant -> lines.add(line("details.pinned", language.instant(instant))));
        return lines;
    }

    /** What the run wrote, name and value. */
    private DetailLine line(NamedText text) {
        return new DetailLine(
                language.name(text.name()), language.sentence(text.value()), language.recorded(), language.recorded());
    }

    private DetailLine line(String key, String value) {
        return new DetailLine(language.name(language.text(key)), language.sentence(value), null, null);
    }

    /** A name of ours with words that the run wrote. */
    private DetailLine recorded(String key, String value) {
        return new DetailLine(language.name(language.text(key)), language.sentence(value), null, language.recorded());
    }
}
