package io.lakewarden.jobs.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lakewarden.jobs.store.RunFacts;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The content of {@code run-status.json}: how a run ended, where a cluster loses exit codes. */
final class RunStatusFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunStatusFile() {}

    static String of(CommittedWindow window, OptionalDouble sampleShare) {
        RunFacts facts = window.facts();
        Judgement judgement = window.judgement();
        ObjectNode status = JSON.createObjectNode();
        status.put("monitor", facts.monitor());
        status.put("window_start", facts.window().start().toString());
        status.put("window_end", facts.window().end().toString());
        status.put("granularity", facts.granularity());
        status.put("run_id", facts.runId());
        status.put("status", facts.status().name());
        status.put("exit_code", facts.exitCode());
        status.put("rows", facts.rows());
        status.put("sample_share", sampleShare.isPresent() ? Double.valueOf(sampleShare.getAsDouble()) : null);
        status.put("source_snapshot", facts.inputs().sourceSnapshot());
        status.put("profile", window.origin().sentence().orElse(null));
        status.put("started_at", facts.startedAt().toString());
        status.put("finished_at", facts.finishedAt().toString());
        status.put("version", facts.version());
        counts(judgement).forEach(status.putObject("findings")::put);
        ArrayNode alerts = status.putArray("alerts");
        judgement.findings().stream()
                .filter(finding -> finding.status().isAlert() || finding.status() == Status.ERROR)
                .forEach(finding -> alert(alerts.addObject(), finding));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(status) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> counts(Judgement judgement) {
        Map<String, Integer> counts = new TreeMap<>();
        judgement.findings().forEach(finding -> counts.merge(finding.status().name(), 1, Integer::sum));
        return counts;
    }

    private static void alert(ObjectNode node, Finding finding) {
        node.put("key", finding.key());
        node.put("status", finding.status().name());
        node.put("sentence", finding.sentence());
    }
}
