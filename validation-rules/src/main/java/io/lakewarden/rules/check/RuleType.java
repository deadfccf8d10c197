package io.lakewarden.rules.check;

import io.lakewarden.yaml.Section;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A type of rule.
 *
 * @param name its name in YAML
 * @param meaning what it checks, in one sentence
 * @param filtered whether {@code where} can say which rows it looks at
 * @param keys the keys that it has beside those of every rule
 * @param reader reads them; gives nothing only where it made a problem
 */
public record RuleType(
        String name,
        String meaning,
        boolean filtered,
        List<RuleKey<?>> keys,
        Function<Section, Optional<? extends RuleCheck>> reader) {
    public RuleType {
        keys = List.copyOf(keys);
    }

    static RuleType of(
            String name,
            String meaning,
            List<RuleKey<?>> keys,
            Function<Section, Optional<? extends RuleCheck>> reader) {
        return new RuleType(name, meaning, true, keys, reader);
    }
}
