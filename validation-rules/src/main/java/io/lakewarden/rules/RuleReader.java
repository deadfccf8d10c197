package io.lakewarden.rules;

import io.lakewarden.rules.check.RuleCheck;
import io.lakewarden.rules.check.RuleType;
import io.lakewarden.rules.check.RuleTypes;
import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Nearest;
import io.lakewarden.yaml.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a file of rules: the key {@code rules}, a list. Its problems are made in the section's reading. */
public final class RuleReader {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final String SOME = "a list of rules, such as [{check: complete, column: id}]";

    private RuleReader() {}

    /** The rules of a whole file; empty, and a problem, where there are none. */
    public static Optional<List<Rule>> readFile(Section file) {
        Optional<List<Rule>> rules = file.required("rules", SOME).map(RuleReader::read);
        file.close();
        return rules.filter(it -> !it.isEmpty());
    }

    private static List<Rule> read(Field list) {
        if (!list.isList() || list.items().isEmpty()) {
            list.problem(list.path() + " is " + (list.isList() ? "an empty list" : "no list") + "; expected " + SOME);
            return List.of();
        }
        List<Rule> rules = new ArrayList<>();
        Map<String, String> places = new LinkedHashMap<>();
        for (Field item : list.items()) {
            item.section("a rule with the key check").flatMap(RuleReader::rule).ifPresent(rule -> {
                String first = places.putIfAbsent(rule.id(), item.path());
                if (first == null) {
                    rules.add(rule);
                } else {
                    item.problem(item.path() + " has the id '" + rule.id() + "' of " + first
                            + "; give it an id of its own, or leave it out");
                }
            });
        }
        return rules;
    }

    private static Optional<Rule> rule(Section section) {
        Optional<RuleType> type =
                section.required("check", "what is checked, one of " + names()).flatMap(RuleReader::type);
        Optional<String> id = section.field("id").flatMap(it -> it.parsed("an id of the rule", RuleReader::id));
        Severity severity = section.field("severity")
                .flatMap(it -> it.choice(Severity.class))
                .orElse(Severity.FAIL);
        Optional<String> owner = section.field("owner").flatMap(it -> it.text("who looks after the rule"));
        Optional<String> message = section.field("message").flatMap(it -> it.text("what to tell people"));
        Optional<Field> whereField = section.field("where");
        Optional<String> where = whereField.flatMap(it -> it.text("a Spark SQL predicate"));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        if (!type.get().filtered()) {
            whereField.ifPresent(it -> it.problem(it.path() + " does not go with the check '"
                    + type.get().name() + "'; leave it out. " + type.get().meaning()));
        }
        Optional<? extends RuleCheck> check = type.get().reader().apply(section);
        section.close();
        return check.map(it -> new Rule(id.orElseGet(() -> Rule.idOf(it, where)), it, severity, where, owner, message));
    }

    private static Optional<RuleType> type(Field check) {
        return check.text("one of " + names()).flatMap(name -> {
            Optional<RuleType> type = RuleTypes.named(name);
            if (type.isEmpty()) {
                check.problem(check.path() + " is '" + name + "'; expected one of " + names()
                        + Nearest.hint(name, RuleTypes.names()));
            }
            return type;
        });
    }

    private static String names() {
        return String.join(", ", RuleTypes.names());
    }

    private static String id(String text) {
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no id; expected letters, digits, '.', '_' and '-', and a letter or digit first");
        }
        return text;
    }
}
