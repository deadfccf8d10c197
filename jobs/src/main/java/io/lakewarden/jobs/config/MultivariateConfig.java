package io.lakewarden.jobs.config;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How rows of a window and of the reference are held against each other as a whole: {@code multivariate}.
 *
 * @param sample {@code sample}: the most rows that are drawn of each side, 100 to 100,000; default 10,000
 * @param ignore {@code ignore}: columns that are left out beside times, identifiers, labels and predictions
 * @param entity {@code entity}: the column whose rows belong together, such as a customer; where it is empty, that of {@code drift.cluster}
 * @param seed {@code seed}: what is drawn by chance is drawn by it; default 1
 * @param domainClassifier {@code domain_classifier}: from which area under the curve on the table warns or fails
 * @param reconstructionError {@code reconstruction_error}: from which relative change on it does
 * @param correlationChange {@code correlation_change}: from which change of correlations and associations on, in Cohen's q, it does
 */
public record MultivariateConfig(
        int sample,
        List<String> ignore,
        Optional<String> entity,
        long seed,
        ThresholdConfig domainClassifier,
        ThresholdConfig reconstructionError,
        ThresholdConfig correlationChange) {
    /**
     * Ten thousand rows. An area of 0.65 is where NannyML's classifier alarms; 0.3 and 0.5 are a medium and a large change after
     * Cohen (1988); the others are our own choice.
     */
    public static final MultivariateConfig DEFAULTS = new MultivariateConfig(
            10_000,
            List.of(),
            Optional.empty(),
            1,
            new ThresholdConfig(OptionalDouble.of(0.65), OptionalDouble.of(0.8)),
            new ThresholdConfig(OptionalDouble.of(0.1), OptionalDouble.empty()),
            new ThresholdConfig(OptionalDouble.of(0.3), OptionalDouble.of(0.5)));

    public MultivariateConfig {
        ignore = List.copyOf(ignore);
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(domainClassifier, "domainClassifier");
        Objects.requireNonNull(reconstructionError, "reconstructionError");
        Objects.requireNonNull(correlationChange, "correlationChange");
    }
}
