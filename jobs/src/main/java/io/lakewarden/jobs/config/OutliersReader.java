package io.lakewarden.jobs.config;

import io.lakewarden.outlier.OutlierPolicy;
import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Section;
import java.util.List;
import java.util.Optional;

/** Reads {@link OutliersConfig}. */
final class OutliersReader {
    private static final int MOST_TREES = 1_000;
    private static final int MOST_SAMPLE = 4_096;
    private static final int MOST_EXAMPLES = 50;

    private OutliersReader() {}

    /** @param significance of the tests of drift, which holds here too */
    static OutliersConfig read(Section outliers, double significance) {
        OutlierPolicy defaults = OutlierPolicy.DEFAULTS;
        List<String> columns = names(outliers, "columns");
        List<String> ignore = names(outliers, "ignore");
        double fence = outliers.field("fence")
                .flatMap(it -> it.number(0, 1_000, "a number of interquartile ranges from 0 to 1000"))
                .orElse(defaults.fence());
        double excess = share(outliers, "excess", defaults.excess());
        int examples = outliers.field("examples")
                .flatMap(it -> it.integer(0, MOST_EXAMPLES))
                .map(Math::toIntExact)
                .orElse(defaults.examples());
        boolean bursts = outliers.field("bursts").flatMap(Field::truth).orElse(defaults.bursts());
        Optional<Section> isolation =
                outliers.field("isolation").flatMap(it -> it.section("the keys trees, sample and share"));
        int trees = isolation
                .flatMap(it -> it.field("trees"))
                .flatMap(it -> it.integer(0, MOST_TREES))
                .map(Math::toIntExact)
                .orElse(defaults.trees());
        int sample = isolation
                .flatMap(it -> it.field("sample"))
                .flatMap(it -> it.integer(2, MOST_SAMPLE))
                .map(Math::toIntExact)
                .orElse(defaults.sample());
        double share = isolation.map(it -> share(it, "share", defaults.share())).orElse(defaults.share());
        isolation.ifPresent(Section::close);
        outliers.close();
        return new OutliersConfig(
                columns,
                ignore,
                new OutlierPolicy(fence, trees, sample, share, excess, significance, examples, bursts));
    }

    private static List<String> names(Section outliers, String key) {
        return outliers.field(key).map(Field::items).orElse(List.of()).stream()
                .flatMap(it -> it.text("the name of a column").stream())
                .toList();
    }

    private static double share(Section section, String key, double otherwise) {
        return section.field(key)
                .flatMap(it -> it.number(0, 1, "a number from 0 to 1"))
                .orElse(otherwise);
    }
}
