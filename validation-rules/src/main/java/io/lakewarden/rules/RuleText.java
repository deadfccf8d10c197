package io.lakewarden.rules;

import io.lakewarden.yaml.ConfigProblem;
import io.lakewarden.yaml.Reading;
import io.lakewarden.yaml.YamlText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rules from a text that is at hand. */
final class RuleText {
    private RuleText() {}

    /**
     * The rules of a text.
     *
     * @param file what the text is called in problems, and where its paths begin
     * @throws IllegalArgumentException with every problem, one a line
     */
    static List<Rule> read(Path file, String text) {
        Reading reading = new Reading(file, "rules", Map.of());
        Optional<List<Rule>> rules = YamlText.compose(text, reading, "'rules:'").flatMap(RuleReader::readFile);
        List<ConfigProblem> problems = reading.problems();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    problems.stream().sorted().map(ConfigProblem::toString).collect(Collectors.joining("\n")));
        }
        return rules.orElseThrow();
    }
}
