package io.lakewarden.rules;

import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.rules.check.RulePart;
import io.lakewarden.rules.check.Texts;
import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.rules.measure.Outcome;
import io.lakewarden.rules.measure.Outcome.Judged;
import io.lakewarden.rules.measure.Outcome.Undecided;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Tells what became of a rule. */
final class RuleFindings {
    private RuleFindings() {}

    /**
     * The finding of a rule.
     *
     * @param outcomes one for each part
     * @param problem why the rule does not fit the data; where it does not, it has no parts
     */
    static Finding of(Rule rule, List<RulePart> parts, List<Outcome> outcomes, Optional<String> problem) {
        if (problem.isPresent()) {
            return finding(
                    rule, Status.ERROR, "undecided", "a rule that fits the data", List.of(notJudged(problem.get())));
        }
        List<String> observed = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        List<String> undecided = new ArrayList<>();
        List<String> held = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            RulePart part = parts.get(i);
            if (outcomes.get(i) instanceof Judged judged) {
                observed.add(observed(part, judged));
                (judged.holds() ? held : broken).add(sentence(part, judged));
            } else {
                observed.add("undecided");
                undecided.add(notJudged(((Undecided) outcomes.get(i)).reason()));
            }
        }
        // One part that is wrong settles the rule, whatever the others are.
        Status status = !broken.isEmpty() ? rule.severity().status() : undecided.isEmpty() ? Status.PASS : Status.ERROR;
        List<String> sentences = !broken.isEmpty() ? broken : undecided.isEmpty() ? held : undecided;
        String expected = parts.stream().map(RuleFindings::expected).distinct().collect(Collectors.joining("; "));
        return finding(rule, status, String.join("; ", observed), expected, sentences);
    }

    static String key(Rule rule) {
        return RuleVerification.SOURCE + "/" + rule.check().column() + "/" + rule.id();
    }

    private static Finding finding(Rule rule, Status status, String observed, String expected, List<String> sentences) {
        StringBuilder text = new StringBuilder(String.join(" ", sentences));
        if (status != Status.PASS) {
            rule.message().ifPresent(message -> text.append(' ').append(message));
            rule.owner()
                    .ifPresent(owner -> text.append(" (Owner: ").append(owner).append(".)"));
        }
        return Finding.of(
                RuleVerification.SOURCE, rule.check().column(), rule.id(), status, observed, expected, text.toString());
    }

    private static String notJudged(String reason) {
        return "The rule could not be judged: " + reason + (reason.endsWith("?") ? "" : ".");
    }

    private static String observed(RulePart part, Judged judged) {
        String value = part.text().apply(judged.value());
        return part.isShare() && judged.rows().isPresent()
                ? value + " of " + Texts.count(judged.rows().getAsLong()) + " rows"
                : value;
    }

    private static String expected(RulePart part) {
        return part.isShare() && part.bounds().equals(Bounds.atLeast(1))
                ? "all rows"
                : part.bounds().text(part.text());
    }

    private static String sentence(RulePart part, Judged judged) {
        OptionalLong rows = judged.rows();
        if (!part.isShare() || rows.isEmpty()) {
            return capital(part.subject()) + " is " + part.text().apply(judged.value()) + "; expected " + expected(part)
                    + ".";
        }
        long holding = Math.round(judged.value() * rows.getAsLong());
        return Texts.count(holding) + " of " + Texts.count(rows.getAsLong()) + " rows (" + Texts.percent(judged.value())
                + ") satisfy: " + part.subject() + "; expected " + expected(part) + ".";
    }

    private static String capital(String text) {
        return text.startsWith("the ") ? "T" + text.substring(1) : text;
    }
}
