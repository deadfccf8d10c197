package io.lakewarden.jobs.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lakewarden.jobs.run.ExitCode;
import io.lakewarden.jobs.run.RunOutcome;
import io.lakewarden.jobs.run.WindowOutcome;
import io.lakewarden.report.ReportVerdict;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what a command over windows has found. */
final class OutcomePrinter {
    private static final int MOST_SENTENCES = 5;
    private static final List<Status> WORST_FIRST =
            Arrays.stream(Status.values()).sorted(ReportVerdict.WORST_FIRST).toList();

    private final Console console;
    private final OutputFormat format;

    OutcomePrinter(Console console, OutputFormat format) {
        this.console = console;
        this.format = format;
    }

    void print(String monitor, RunOutcome outcome, ExitCode exitCode) {
        outcome.complaints().forEach(console::complaint);
        if (format == OutputFormat.JSON) {
            console.result(json(monitor, outcome, exitCode));
            return;
        }
        for (WindowOutcome window : outcome.windows()) {
            console.result(text(monitor, window));
            window.error().ifPresent(error -> console.complaint("lakewarden: " + window.window() + ": " + error));
        }
    }

    private static String text(String monitor, WindowOutcome window) {
        String rows = String.format(
                Locale.ROOT,
                "%,d %srow%s",
                window.rows(),
                window.sampleShare().isPresent() ? "SAMPLED " : "",
                window.rows() == 1 ? "" : "s");
        String headline =
                monitor + " " + window.window() + ": " + verdict(window) + ", " + rows + counts(window.findings());
        Stream<String> profile = window.profile().stream().map(sentence -> "  profile: " + oneLine(sentence));
        List<Finding> alerts = window.findings().stream()
                .filter(finding -> finding.status().isAlert() || finding.status() == Status.ERROR)
                .toList();
        Stream<String> sentences = alerts.stream()
                .limit(MOST_SENTENCES)
                .map(finding -> "  " + finding.status() + "  " + oneLine(finding.sentence()));
        Stream<String> more = alerts.size() > MOST_SENTENCES
                ? Stream.of("  … and " + (alerts.size() - MOST_SENTENCES) + " more")
                : Stream.empty();
        Stream<String> explanation = window.explanation().stream().map(line -> "  " + oneLine(line));
        Stream<String> report = window.report().stream().map(path -> "  report: " + path);
        return Stream.of(Stream.of(headline), profile, sentences, more, explanation, report)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static String verdict(WindowOutcome window) {
        return switch (window.exitCode()) {
            case UNEXPECTED, USAGE -> "not done";
            case UNDECIDABLE -> "undecided";
            case EMPTY -> "empty";
            case FINDINGS, OK ->
                WORST_FIRST.stream()
                        .filter(status -> window.findings().stream().anyMatch(finding -> finding.status() == status))
                        .findFirst()
                        .map(Status::name)
                        .orElse("done");
        };
    }

    private static String counts(List<Finding> findings) {
        Map<Status, Long> counts = findings.stream()
                .collect(Collectors.groupingBy(
                        Finding::status, () -> new EnumMap<>(Status.class), Collectors.counting()));
        String text = WORST_FIRST.stream()
                .filter(counts::containsKey)
                .map(status -> counts.get(status) + " " + status)
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "" : ", findings: " + text;
    }

    /** Names of columns may hold anything, line breaks and terminal commands among it. */
    private static String oneLine(String sentence) {
        return sentence.replaceAll("\\p{Cntrl}+", " ");
    }

    private String json(String monitor, RunOutcome outcome, ExitCode exitCode) {
        ObjectNode document = new ObjectMapper().createObjectNode();
        document.put("monitor", monitor);
        document.put("exit_code", exitCode.code());
        ArrayNode complaints = document.putArray("complaints");
        outcome.complaints().forEach(complaint -> complaints.add(console.masked(complaint)));
        ArrayNode windows = document.putArray("windows");
        outcome.windows().forEach(window -> add(windows.addObject(), window));
        return document.toPrettyString();
    }

    private void add(ObjectNode node, WindowOutcome window) {
        node.put("start", window.window().start().toString());
        node.put("end", window.window().end().toString());
        node.put("run_id", window.runId());
        node.put("exit_code", window.exitCode().code());
        node.put("rows", window.rows());
        node.put(
                "sample_share",
                window.sampleShare().isPresent()
                        ? Double.valueOf(window.sampleShare().getAsDouble())
                        : null);
        node.put("profile", window.profile().map(console::masked).orElse(null));
        node.put("report", window.report().map(console::masked).orElse(null));
        node.put("error", window.error().map(console::masked).orElse(null));
        ArrayNode explanation = node.putArray("explanation");
        window.explanation().forEach(explanation::add);
        ArrayNode findings = node.putArray("findings");
        window.findings().forEach(finding -> findings.addObject()
                .put("key", finding.key())
                .put("source", finding.source())
                .put("column", finding.column())
                .put("status", finding.status().name())
                .put("observed", finding.observed())
                .put("expected", finding.expected())
                .put("sentence", finding.sentence()));
    }
}
