package io.lakewarden.jobs.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a Java process that is going to be killed, and waits for its end. */
final class DyingProcess {
    /** What a process ends with where it died as told. */
    static final int KILLED = 137;

    private DyingProcess() {}

    /** Runs a main class on the class path of the tests, and gives what it ended with. */
    static int run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                System.getProperty("lakewarden.spark.jvm.options").strip().split("\\s+", -1)));
        // It is over before the optimising compiler pays.
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1", "-Xmx1g", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
