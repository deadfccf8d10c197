package io.lakewarden.rules.check;

import io.lakewarden.rules.measure.Bounds;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;

/** Texts match a regular expression. */
record MatchesCheck(String column, String pattern, Bounds bounds) implements RuleCheck {
    private static final RuleKey<String> PATTERN = RuleKey.required(
            "pattern",
            "a regular expression that is found in the text; begin with ^ and end with $ for all of it",
            Keys.TEXT,
            (field, expected) -> field.parsed(expected, Patterns::checked));
    static final RuleType TYPE = RuleType.of(
            "matches",
            "A regular expression (Java's) is found in the texts.",
            List.of(Keys.COLUMN, PATTERN, Keys.SHARE_AT_LEAST),
            rule -> {
                Optional<String> column = Keys.COLUMN.in(rule);
                Optional<String> pattern = PATTERN.in(rule);
                Bounds bounds = Keys.share(rule);
                return column.flatMap(it -> pattern.map(regex -> new MatchesCheck(it, regex, bounds)));
            });

    @Override
    public String type() {
        return TYPE.name();
    }

    @Override
    public List<RulePart> parts(RuleScope scope) {
        Column text = scope.text(column);
        Pattern compiled = Pattern.compile(pattern);
        return List.of(RowShare.of(scope, text, text.rlike(pattern), bounds, "'" + column + "' matches " + pattern)
                .knownBy(Profiled.texts(column, value -> compiled.matcher(value).find())));
    }
}
