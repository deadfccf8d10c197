package io.lakewarden.jobs.init;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the columns mean to a model, by their paths.
 *
 * @param ignored what says nothing but when, or nothing at all
 * @param categorical codes: few different whole numbers
 * @param ids identifiers
 * @param label the outcome
 * @param predictions what the model puts out
 * @param protectedAttributes attributes of people that must not decide
 * @param sentences why
 */
record Roles(
        List<String> ignored,
        List<String> categorical,
        List<String> ids,
        Optional<String> label,
        List<String> predictions,
        List<String> protectedAttributes,
        List<Guess> sentences) {
    Roles {
        ignored = List.copyOf(ignored);
        categorical = List.copyOf(categorical);
        ids = List.copyOf(ids);
        Objects.requireNonNull(label, "label");
        predictions = List.copyOf(predictions);
        protectedAttributes = List.copyOf(protectedAttributes);
        sentences = List.copyOf(sentences);
    }
}
