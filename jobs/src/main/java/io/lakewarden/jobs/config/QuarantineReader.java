package io.lakewarden.jobs.config;

import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Section;
import java.util.List;
import java.util.Optional;

/** Reads {@link QuarantineConfig}. */
final class QuarantineReader {
    private QuarantineReader() {}

    /**
     * Reads the whole of {@code quarantine}.
     *
     * @param store the store of the results
     */
    static Optional<QuarantineConfig> read(Section quarantine, String store, Optional<String> monitor) {
        Optional<String> path = quarantine.field("path").flatMap(Field::resolvedPath);
        List<String> key = quarantine
                .required("key", "the columns that name a row")
                .map(it -> it.texts("the path of a column"))
                .orElse(List.of());
        Publish publish = quarantine
                .field("publish")
                .flatMap(it -> it.choice(Publish.class))
                .orElse(Publish.ALWAYS);
        quarantine.close();
        if (quarantine.field("key").isPresent()
                && quarantine.field("key").get().isList()
                && quarantine.field("key").get().items().isEmpty()) {
            quarantine.problem("quarantine.key is an empty list; expected the columns that name a row");
        }
        return path.or(() -> monitor.map(name -> store + "/quarantine/" + name))
                .filter(it -> !key.isEmpty())
                .map(it -> new QuarantineConfig(it, key, publish));
    }
}
