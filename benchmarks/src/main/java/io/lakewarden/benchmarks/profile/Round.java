package io.lakewarden.benchmarks.profile;

/**
 * One measured round.
 *
 * @param number from 0; rounds of one number ran one after the other
 * @param seconds of wall time, measured inside the process
 * @param cpuSeconds user and system time of the process and its children, measured from outside
 */
public record Round(int number, double seconds, double cpuSeconds) {}
