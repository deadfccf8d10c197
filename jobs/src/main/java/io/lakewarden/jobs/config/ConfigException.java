package io.lakewarden.jobs.config;

import io.lakewarden.yaml.ConfigProblem;
import java.util.List;
import java.util.stream.Collectors;

/** A monitor file that cannot be used, with everything that is wrong with it, in the order of the file. */
public final class ConfigException extends UserException {
    private final transient List<ConfigProblem> problems;

    public ConfigException(List<ConfigProblem> problems) {
        super(problems.stream().sorted().map(ConfigProblem::toString).collect(Collectors.joining("\n")));
        this.problems = problems.stream().sorted().toList();
    }

    public List<ConfigProblem> problems() {
        return problems;
    }
}
