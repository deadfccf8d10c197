package io.lakewarden.jobs.config;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How much columns matter to the model: {@code importance}.
 *
 * @param weights {@code weights}: by column, in any unit, one of them above 0; empty where nothing is said, or the model
 *     has not been read
 * @param model {@code model}: path or URI of a saved model that says so
 */
public record ImportanceConfig(Map<String, Double> weights, Optional<String> model) {
    /** Nothing is said. */
    public static final ImportanceConfig NONE = new ImportanceConfig(Map.of(), Optional.empty());

    public ImportanceConfig {
        weights = Ordered.copyOf(weights);
        Objects.requireNonNull(model, "model");
    }

    /** The same once the model has been read. */
    public ImportanceConfig read(Map<String, Double> ofModel) {
        return new ImportanceConfig(ofModel, model);
    }
}
