package io.lakewarden.benchmarks.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A virtual environment with one peer and exactly the packages that its requirements pin; made where it is missing. */
final class PythonEnvironment {
    private static final String INSTALLED = "installed.txt";

    private final String name;
    private final Path requirements;
    private final Path folder;
    private final Path log;

    PythonEnvironment(String name, ProfileOptions options) {
        this.name = name;
        this.requirements = options.scripts().resolve("requirements").resolve(name + ".txt");
        this.folder = options.work().resolve("venv").resolve(name);
        this.log = options.work().resolve("logs").resolve("install-" + name + ".log");
    }

    /**
     * The interpreter, once everything is installed.
     *
     * @throws ContestantException with the last line of the installer where that does not work
     */
    Path python() throws ContestantException {
        Path python = folder.resolve("bin/python");
        try {
            String wanted = Files.readString(requirements);
            Path installed = folder.resolve(INSTALLED);
            if (Files.exists(installed) && Files.readString(installed).equals(wanted)) {
                return python;
            }
            Files.createDirectories(log.getParent());
            run(List.of(
                    System.getenv().getOrDefault("PYTHON", "python3.11"), "-m", "venv", "--clear", folder.toString()));
            run(List.of(
                    python.toString(),
                    "-m",
                    "pip",
                    "install",
                    "--quiet",
                    "--disable-pip-version-check",
                    "--no-deps",
                    "--requirement",
                    requirements.toString()));
            Files.writeString(installed, wanted);
            return python;
        } catch (IOException e) {
            throw new ContestantException("not installed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContestantException("not installed: interrupted", e);
        }
    }

    private void run(List<String> command) throws IOException, InterruptedException, ContestantException {
        System.err.println("installing " + name + " ...");
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            List<String> lines = Files.readAllLines(log).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            throw new ContestantException("not installed: "
                    + (lines.isEmpty()
                            ? "exit code " + exit
                            : lines.get(lines.size() - 1).trim()));
        }
    }
}
