package io.lakewarden.benchmarks.profile.worker;

/** What a competitor does in each round: read the files anew and compute everything that it computes. */
@FunctionalInterface
public interface Task {
    /** One round; the result is whatever keeps the work from being optimized away. */
    Object run();
}
