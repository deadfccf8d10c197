package io.lakewarden.benchmarks.profile;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java as this process runs it, with what Spark needs to be opened, on two cores. */
public final class JavaCommand {
    private JavaCommand() {}

    /**
     * The command of a program.
     *
     * @param heapMib the most heap it gets
     * @param work where temporary files go
     */
    public static List<String> of(int heapMib, Path work, String main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-Xmx"))
                .toList());
        command.add("-XX:ActiveProcessorCount=2");
        command.add("-XX:+UseParallelGC");
        command.add("-Xmx" + heapMib + "m");
        command.add("-Djava.io.tmpdir=" + work);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main);
        command.addAll(List.of(arguments));
        return command;
    }
}
