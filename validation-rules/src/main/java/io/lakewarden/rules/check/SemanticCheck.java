package io.lakewarden.rules.check;

import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.yaml.EnumNames;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Texts are e-mail addresses, URLs and the like. */
record SemanticCheck(String column, SemanticType is, Bounds bounds) implements RuleCheck {
    private static final RuleKey<SemanticType> IS = RuleKey.required(
            "is",
            "what the texts are",
            "\"enum\": ["
                    + Arrays.stream(SemanticType.values())
                            .map(type -> "\"" + EnumNames.of(type) + "\"")
                            .collect(Collectors.joining(", "))
                    + "]",
            (field, expected) -> field.choice(SemanticType.class));
    static final RuleType TYPE = RuleType.of(
            "semantic",
            "The texts have the form of an e-mail address, a URL and the like.",
            List.of(Keys.COLUMN, IS, Keys.SHARE_AT_LEAST),
            rule -> {
                Optional<String> column = Keys.COLUMN.in(rule);
                Optional<SemanticType> is = IS.in(rule);
                Bounds bounds = Keys.share(rule);
                return column.flatMap(it -> is.map(type -> new SemanticCheck(it, type, bounds)));
            });

    @Override
    public String type() {
        return TYPE.name();
    }

    @Override
    public List<RulePart> parts(RuleScope scope) {
        RulePart matches =
                new MatchesCheck(column, is.pattern(), bounds).parts(scope).get(0);
        return List.of(RulePart.share(matches.measure(), bounds, "'" + column + "' is " + is.title())
                .knownBy(matches.known()));
    }
}
