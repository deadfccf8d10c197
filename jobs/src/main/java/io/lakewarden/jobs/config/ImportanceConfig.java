package io.lakewarden.jobs.config;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How much columns matter to the model: {@code importance}.
 *
 * @param weights {@code weights}: by column, in any unit, one of them above 0; empty where nothing is said, or the model
 *     has not been weighed
 * @param model {@code model}: path or URI of a saved model that says so
 * @param columns the columns that have weights, or will have: those that the model reads, once it has been opened
 */
public record ImportanceConfig(Map<String, Double> weights, Optional<String> model, List<String> columns) {
    /** Nothing is said. */
    public static final ImportanceConfig NONE = new ImportanceConfig(Map.of(), Optional.empty());

    public ImportanceConfig {
        weights = Ordered.copyOf(weights);
        Objects.requireNonNull(model, "model");
        columns = List.copyOf(columns);
    }

    /** What a monitor file says. */
    public ImportanceConfig(Map<String, Double> weights, Optional<String> model) {
        this(weights, model, List.copyOf(weights.keySet()));
    }

    /** The same once the model has been opened. */
    public ImportanceConfig reading(Collection<String> columnsOfModel) {
        return new ImportanceConfig(weights, model, List.copyOf(columnsOfModel));
    }

    /** The same once the model has been weighed. */
    public ImportanceConfig weighed(Map<String, Double> ofModel) {
        return new ImportanceConfig(ofModel, model);
    }
}
