package io.lakewarden.jobs.config;

import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Section;
import java.util.List;
import java.util.Optional;

/** Reads {@link MultivariateConfig}. */
final class MultivariateReader {
    private MultivariateReader() {}

    static MultivariateConfig read(Section multivariate) {
        MultivariateConfig defaults = MultivariateConfig.DEFAULTS;
        MultivariateConfig config = new MultivariateConfig(
                multivariate
                        .field("sample")
                        .flatMap(it -> it.integer(100, 100_000))
                        .map(Math::toIntExact)
                        .orElse(defaults.sample()),
                multivariate.field("ignore").map(Field::items).orElse(List.of()).stream()
                        .flatMap(item -> item.text("the name of a column").stream())
                        .toList(),
                multivariate.field("entity").flatMap(it -> it.text("the name of a column")),
                multivariate
                        .field("seed")
                        .flatMap(it -> it.integer(0, Long.MAX_VALUE))
                        .orElse(defaults.seed()),
                threshold(multivariate, "domain_classifier", 1, "an area from 0 to 1")
                        .orElse(defaults.domainClassifier()),
                threshold(multivariate, "reconstruction_error", Double.MAX_VALUE, "a share of at least 0")
                        .orElse(defaults.reconstructionError()),
                threshold(multivariate, "correlation_change", Double.MAX_VALUE, "a number of at least 0")
                        .orElse(defaults.correlationChange()));
        multivariate.close();
        return config;
    }

    private static Optional<ThresholdConfig> threshold(
            Section multivariate, String key, double largest, String expected) {
        return multivariate
                .field(key)
                .flatMap(it -> it.section("warn, fail or both, such as {warn: 0.5, fail: 0.8}"))
                .flatMap(it -> DriftReader.threshold(it, largest, expected));
    }
}
