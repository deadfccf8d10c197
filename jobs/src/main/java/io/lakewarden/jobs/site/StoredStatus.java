package io.lakewarden.jobs.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakewarden.result.Status;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the site needs of a {@code run-status.json}.
 *
 * @param runId the attempt
 * @param regular whether the monitor's windows follow each other; files of earlier versions do not say so
 * @param status the worst status found
 * @param rows rows of the window
 * @param finishedAt when the run had its result
 * @param counts how many findings have each status
 */
record StoredStatus(
        String runId, boolean regular, Status status, long rows, Instant finishedAt, Map<Status, Integer> counts) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The content of a file; empty where it is none of ours. */
    static Optional<StoredStatus> read(String json) {
        try {
            JsonNode file = JSON.readTree(json);
            Map<Status, Integer> counts = new EnumMap<>(Status.class);
            file.path("findings")
                    .fields()
                    .forEachRemaining(count -> counts.put(
                            Status.valueOf(count.getKey()), count.getValue().asInt()));
            return Optional.of(new StoredStatus(
                    file.path("run_id").asText(),
                    !file.path("granularity").asText().isBlank(),
                    Status.valueOf(file.path("status").asText()),
                    file.path("rows").asLong(),
                    Instant.parse(file.path("finished_at").asText()),
                    counts));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
