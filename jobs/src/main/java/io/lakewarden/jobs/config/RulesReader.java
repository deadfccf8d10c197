package io.lakewarden.jobs.config;

import io.lakewarden.jobs.config.RulesConfig.RuleFile;
import io.lakewarden.jobs.config.RulesConfig.Shipped;
import io.lakewarden.jobs.config.RulesConfig.Source;
import io.lakewarden.rules.Rule;
import io.lakewarden.rules.RuleReader;
import io.lakewarden.rules.RuleSets;
import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Reading;
import io.lakewarden.yaml.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@link RulesConfig}, and with it the files that it names. */
final class RulesReader {
    private static final YamlFile FILE = new YamlFile("rules", "name one that is there", "'rules:'");
    private static final String EXPECTED =
            "a file of rules, or {set: NAME} with one of " + String.join(", ", RuleSets.NAMES);

    private final Reading monitor;
    private final Map<String, String> parts = new LinkedHashMap<>();
    private final List<Source> sources = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();

    private RulesReader(Reading monitor) {
        this.monitor = monitor;
    }

    /** Sets of rules take the columns that they are about from what the monitor says of its columns. */
    static RulesConfig read(Field field, Reading monitor, ColumnsConfig columns, Optional<TimeConfig> time) {
        RulesReader reader = new RulesReader(monitor);
        columns.ids().stream().findFirst().ifPresent(it -> reader.parts.put("id", it));
        columns.predictions().stream().findFirst().ifPresent(it -> reader.parts.put("prediction", it));
        columns.label().ifPresent(it -> reader.parts.put("label", it));
        time.ifPresent(it -> reader.parts.put("time", it.column()));
        if (field.items().isEmpty()) {
            field.problem(field.path() + " is an empty list; expected " + EXPECTED);
        }
        field.items().forEach(reader::readSource);
        return new RulesConfig(reader.sources, reader.rules);
    }

    private void readSource(Field item) {
        if (item.isMapping()) {
            item.section(EXPECTED).ifPresent(section -> readSet(item, section));
        } else {
            item.resolvedPath().ifPresent(path -> readFile(item, path));
        }
    }

    private void readFile(Field item, String path) {
        try {
            Path file = Path.of(path);
            FILE.read(file, monitor.of(file, "rules"), RuleReader::readFile).ifPresent(read -> add(item, read));
            sources.add(new RuleFile(path));
        } catch (UserException e) {
            item.problem(item.path() + ": " + e.getMessage());
        }
    }

    private void readSet(Field item, Section section) {
        Optional<String> set = section.required("set", "one of " + String.join(", ", RuleSets.NAMES))
                .flatMap(it -> it.text("one of " + String.join(", ", RuleSets.NAMES)));
        Map<String, String> columns = new LinkedHashMap<>(parts);
        section.field("columns")
                .flatMap(it -> it.section("columns by the part that they play, such as {id: order_id}"))
                .ifPresent(named -> named.entries().forEach((part, column) -> column.text("the path of a column")
                        .ifPresent(it -> columns.put(part, it))));
        section.close();
        set.ifPresent(name -> {
            try {
                add(item, RuleSets.read(name, columns));
                sources.add(new Shipped(name, columns));
            } catch (IllegalArgumentException e) {
                item.problem(item.path() + ": " + e.getMessage());
            }
        });
    }

    private void add(Field item, List<Rule> more) {
        for (Rule rule : more) {
            String first = places.putIfAbsent(rule.id(), item.path());
            if (first == null) {
                rules.add(rule);
            } else {
                item.problem(item.path() + " has a rule with the id '" + rule.id() + "', which is in " + first
                        + " already; give one of them another id");
            }
        }
    }
}
