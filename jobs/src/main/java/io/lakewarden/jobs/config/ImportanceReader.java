package io.lakewarden.jobs.config;

import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Section;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@link ImportanceConfig}. */
final class ImportanceReader {
    private ImportanceReader() {}

    static ImportanceConfig read(Section importance) {
        Optional<Field> weightsField = importance.field("weights");
        Map<String, Double> weights =
                weightsField.map(ImportanceReader::weights).orElse(Map.of());
        Optional<Field> modelField = importance.field("model");
        Optional<String> model = modelField.flatMap(Field::resolvedPath);
        importance.close();
        if (weightsField.isPresent() == modelField.isPresent()) {
            importance.problem("importance has " + (modelField.isPresent() ? "both" : "neither")
                    + " 'weights' and 'model'; expected one of them");
        }
        return new ImportanceConfig(weights, model);
    }

    private static Map<String, Double> weights(Field field) {
        Map<String, Double> weights = new LinkedHashMap<>();
        Optional<Section> section = field.section("columns by name, each with a number such as 0.4");
        section.ifPresent(columns -> columns.entries()
                .forEach((column, weight) -> weight.number(0, 1e9, "a number from 0 to 1e9, in any unit")
                        .ifPresent(number -> weights.put(column, number))));
        if (section.isPresent() && weights.values().stream().noneMatch(weight -> weight > 0)) {
            field.problem("importance.weights has no number above 0; expected how much each column matters");
        }
        return weights;
    }
}
