package io.lakewarden.jobs.run;

import io.lakewarden.drift.DatasetDrift;
import io.lakewarden.drift.DriftExplanation;
import io.lakewarden.jobs.source.RowSample;
import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.jobs.store.RunFacts;
import io.lakewarden.jobs.store.StoreFiles;
import io.lakewarden.jobs.store.TrendPoint;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportJson;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes what people and schedulers read of each committed window: its report, and how it ended. */
final class RunReports {
    /** How many windows before the first of a command a trend shows at the most. */
    private static final int PAST_WINDOWS = 24;

    private final RunRequest request;
    private final DeltaStore store;
    private final ReportAssembler assembler;
    private final Progress progress;
    private final WrittenReports reports;

    RunReports(RunRequest request, DeltaStore store, ReportAssembler assembler, Progress progress) {
        this.request = request;
        this.store = store;
        this.assembler = assembler;
        this.progress = progress;
        this.reports = new WrittenReports(request, store.files());
    }

    /** Writes the files of all windows, and says how each requested one ended. */
    RunOutcome write(NavigableMap<Window, CommittedWindow> committed) {
        Trends trends = trends(committed);
        List<WindowOutcome> outcomes = new ArrayList<>();
        for (CommittedWindow window : committed.values()) {
            progress.stage("writing the report of " + window.facts().window());
            WindowOutcome outcome = write(window, trends);
            if (request.windows().contains(outcome.window())) {
                outcomes.add(outcome);
            }
        }
        return new RunOutcome(outcomes, reports.complaints(), ExitCode.EMPTY);
    }

    private Trends trends(NavigableMap<Window, CommittedWindow> committed) {
        boolean judged = committed.values().stream()
                .anyMatch(window -> window.judgement().drift().isPresent());
        if (!judged) {
            return Trends.NONE;
        }
        progress.stage("reading trends");
        Window last = committed.lastKey();
        Window after = new Window(last.end(), last.end().plusSeconds(1));
        List<TrendPoint> points = store.trend(
                request.config().monitor(),
                committed.lastEntry().getValue().facts().granularity(),
                after,
                committed.size() + PAST_WINDOWS);
        return new Trends(points, PAST_WINDOWS);
    }

    private WindowOutcome write(CommittedWindow window, Trends trends) {
        Optional<ReportDocument> document = window.judgement().profile().rows() > 0
                ? Optional.of(assembler.assemble(window, trends))
                : Optional.empty();
        store.files().hold(() -> {
            if (isTruth(window)) {
                replace(window, document);
            }
        });
        return outcome(window, document.map(it -> shown(window, it)));
    }

    /**
     * Whether the files of a window are for this run to write: where another one has committed it after this one, they are that
     * one's. The tables are asked only where somebody wrote there since this run's commit.
     */
    private boolean isTruth(CommittedWindow window) {
        RunFacts facts = window.facts();
        try {
            Optional<String> status = store.files().read(store.files().runStatus(facts.monitor(), facts.window()));
            return status.equals(window.statusBefore())
                    || store.run(facts.monitor(), facts.window())
                            .filter(truth -> truth.runId().equals(facts.runId()))
                            .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the status of " + facts.window(), e);
        }
    }

    private void replace(CommittedWindow window, Optional<ReportDocument> document) {
        String monitor = request.config().monitor();
        Window name = window.facts().window();
        StoreFiles files = store.files();
        try {
            if (document.isPresent()) {
                files.write(files.reportJson(monitor, name), ReportJson.write(document.get()));
                reports.store(name, document.get());
            }
            files.write(files.runStatus(monitor, name), RunStatusFile.of(window, sampleShare()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report of " + name, e);
        }
    }

    private String shown(CommittedWindow window, ReportDocument document) {
        Window name = window.facts().window();
        try {
            return reports.shown(name, document);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy the report of " + name, e);
        }
    }

    private OptionalDouble sampleShare() {
        return request.options().sample().stream().mapToDouble(RowSample::share).findFirst();
    }

    private WindowOutcome outcome(CommittedWindow window, Optional<String> report) {
        return new WindowOutcome(
                window.facts().window(),
                window.facts().runId(),
                window.judgement().exitCode(request.failOn()),
                window.judgement().profile().rows(),
                sampleShare(),
                window.origin().sentence(),
                WorstFirst.of(window.judgement().findings()),
                explanation(window.judgement()),
                report,
                Optional.empty());
    }

    private List<String> explanation(Judgement judgement) {
        if (request.explained().isEmpty() || judgement.drift().isEmpty()) {
            return List.of();
        }
        DatasetDrift drift = judgement.drift().get();
        DriftExplanation explanation = new DriftExplanation(DriftPolicies.of(request.config()), drift);
        return drift.columns().stream()
                .filter(column -> request.explained().contains(column.column()))
                .flatMap(column -> explanation.of(column).stream())
                .toList();
    }
}
