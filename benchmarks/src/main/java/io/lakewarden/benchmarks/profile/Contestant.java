package io.lakewarden.benchmarks.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** A competitor that is ready to run. */
public interface Contestant extends AutoCloseable {
    /** The name of who it is. */
    String competitor();

    /** What it said when it had loaded. */
    String version();

    /**
     * Sends a command and waits for the answer.
     *
     * @throws ContestantException if it fails, dies, or does not answer in time; there is no other answer after that
     */
    JsonNode ask(String command, Duration limit) throws ContestantException;

    /** What the process has used so far. */
    ProcessUsage usage();

    /** Ends the process. */
    @Override
    void close();
}
