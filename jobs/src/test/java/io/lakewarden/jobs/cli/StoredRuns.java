package io.lakewarden.jobs.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lakewarden.jobs.store.StoreFiles;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.report.DatasetInput;
import io.lakewarden.report.Ranking;
import io.lakewarden.report.ReportColumn;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportHeader;
import io.lakewarden.report.ReportInputs;
import io.lakewarden.report.ReportJson;
import io.lakewarden.report.ReportScore;
import io.lakewarden.report.ReportVerdict;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The files that runs leave in a store, without the runs: a report and a status for each window. */
final class StoredRuns {
    private static final String INDEX = "population_stability_index";

    private final StoreFiles files;

    private StoredRuns(StoreFiles files) {
        this.files = files;
    }

    static StoredRuns in(Path store) {
        return new StoredRuns(StoreFiles.at(store.toString()));
    }

    /** A run that found these indexes of columns, which warn from 0.1 and fail from 0.25. */
    void put(String monitor, Window window, String granularity, String runId, Map<String, Double> indexes)
            throws IOException {
        List<ReportColumn> columns = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        new TreeMap<>(indexes).forEach((name, index) -> {
            ReportColumn column = column(name, index);
            columns.add(column);
            findings.add(Finding.of(
                    "data-drift", name, INDEX, column.status(), index.toString(), "below 0.25", name + " is " + index));
        });
        ReportDocument document = new ReportDocument(
                new ReportHeader(
                        monitor, monitor + " table", window, Optional.empty(), runId, end(window), granularity),
                ReportVerdict.of(findings, columns),
                new ReportInputs(
                        new DatasetInput("lake", "delta", Optional.empty(), 1_000, "all rows", Optional.empty()),
                        Optional.empty(),
                        Optional.empty()),
                findings,
                List.of(),
                columns,
                List.of(),
                List.of());
        files.write(files.reportJson(monitor, window), ReportJson.write(document));
        putStatus(monitor, window, granularity, runId, document.verdict().status(), 1_000, end(window));
    }

    /** A run over a window without rows, a day after it: it leaves a status alone. */
    void putEmpty(String monitor, Window window, String granularity) throws IOException {
        putStatus(
                monitor,
                window,
                granularity,
                "empty",
                Status.SKIPPED,
                0,
                end(window).plus(Duration.ofDays(1)));
    }

    void putBrokenReport(String monitor, Window window) throws IOException {
        files.write(files.reportJson(monitor, window), "{\"format_version\": 1}");
    }

    private void putStatus(
            String monitor, Window window, String granularity, String runId, Status status, long rows, Instant finished)
            throws IOException {
        ObjectNode file = new ObjectMapper().createObjectNode();
        file.put("monitor", monitor);
        file.put("granularity", granularity);
        file.put("run_id", runId);
        file.put("status", status.name());
        file.put("rows", rows);
        file.put("finished_at", finished.toString());
        file.putObject("findings").put(status.name(), 1);
        files.write(files.runStatus(monitor, window), file.toPrettyString());
    }

    private static Instant end(Window window) {
        return window.end().plus(Duration.ofHours(1));
    }

    private static ReportColumn column(String name, double index) {
        Status status = index >= 0.25 ? Status.FAIL : index >= 0.1 ? Status.WARN : Status.PASS;
        List<ReportScore> scores = List.of(new ReportScore(
                INDEX,
                MetricValue.exactly(index),
                new TreeMap<>(),
                OptionalDouble.of(0.1),
                OptionalDouble.of(0.25),
                status));
        return new ReportColumn(
                name,
                "double",
                ColumnKind.NUMERIC,
                ColumnRole.FEATURE,
                status,
                Ranking.weight(scores),
                Optional.empty(),
                List.of(),
                scores,
                Optional.of("bins-1"),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
