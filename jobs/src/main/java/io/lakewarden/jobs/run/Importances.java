package io.lakewarden.jobs.run;

import io.lakewarden.drift.ColumnImportance;
import io.lakewarden.jobs.config.ImportanceConfig;
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

    /** The request with what the monitor's model says, where it names one. */
    static RunRequest read(RunRequest request, SparkSession session) {
        ImportanceConfig importance = request.config().importance();
        return importance
                .model()
                .map(model ->
                        request.with(request.config().weighing(importance.read(ModelImportance.read(session, model)))))
                .orElse(request);
    }
}
