package io.lakewarden.jobs.run;

import io.lakewarden.drift.ColumnImportance;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.model.ModelImportance;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** How much columns matter, where a monitor says so. */
final class Importances {
    private Importances() {}

    static Optional<ColumnImportance> of(MonitorConfig config) {
        Map<String, Double> weights = config.importance().weights();
        return weights.isEmpty() ? Optional.empty() : Optional.of(ColumnImportance.of(weights));
    }

    /** The model that a monitor names, opened. */
    static Optional<ModelImportance> open(MonitorConfig config, SparkSession session) {
        return config.importance().model().map(model -> ModelImportance.read(session, model));
    }

    /** The request with the columns that the model reads. */
    static RunRequest named(RunRequest request, Optional<ModelImportance> model) {
        MonitorConfig config = request.config();
        return model.map(it -> request.with(config.weighing(config.importance().reading(it.columns()))))
                .orElse(request);
    }

    /** The request with the weights that the model gives its columns. */
    static RunRequest weighed(RunRequest request, Optional<ModelImportance> model, PinnedReference reference) {
        MonitorConfig config = request.config();
        return model.map(
                        it -> request.with(config.weighing(config.importance().weighed(it.weights(reference.whole())))))
                .orElse(request);
    }
}
