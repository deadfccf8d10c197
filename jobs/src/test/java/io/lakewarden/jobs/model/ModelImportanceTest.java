package io.lakewarden.jobs.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.jobs.config.UserException;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models that Spark ML 3.5.7 trained and saved, over {@code income}, {@code channel <b>} (indexed and one-hot encoded),
 * {@code age} and {@code noise}. Expected is what the models' own {@code featureImportances} said.
 */
@ExtendWith(SparkExtension.class)
class ModelImportanceTest {
    private static final String CHANNEL = "channel <b>";

    /** Trees know by themselves what matters. */
    private static final DatasetProfile NO_REFERENCE =
            DatasetProfile.of(Window.ofDay(LocalDate.EPOCH), Slice.ALL, 0, List.of());

    private final SparkSession session;

    @TempDir
    Path folder;

    ModelImportanceTest(SparkSession session) {
        this.session = session;
    }

    private static String saved(String model) throws URISyntaxException {
        return Path.of(ModelImportanceTest.class.getResource(model).toURI()).toString();
    }

    private Map<String, Double> read(String model) throws URISyntaxException {
        ModelImportance importance = ModelImportance.read(session, saved(model));
        Map<String, Double> weights = importance.weights(NO_REFERENCE);
        assertThat(importance.columns()).containsExactlyElementsOf(weights.keySet());
        return weights;
    }

    private static void assertWeights(Map<String, Double> found, Map<String, Double> expected) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (column, weight) -> assertThat(found.get(column)).as(column).isCloseTo(weight, within(1e-12)));
    }

    @Test
    void aForestBehindAScalerSaysWhatSparkSays() throws Exception {
        assertWeights(
                read("forest"),
                Map.of(
                        "income",
                        0.856277517635812,
                        CHANNEL,
                        7.438958464307224E-4 + 0.11019871178407899,
                        "age",
                        0.03048976557325526,
                        "noise",
                        0.002290109160423116));
    }

    @Test
    void boostedTreesAndASingleOneDoToo() throws Exception {
        assertWeights(
                read("boosted"),
                Map.of(
                        "age",
                        0.02807532526000234,
                        CHANNEL,
                        0.04865615223104338 + 0.07114793913976315,
                        "noise",
                        0.05032068609203556,
                        "label",
                        0.8017998972771556));
        assertWeights(
                read("tree"),
                Map.of(
                        "income",
                        0.8629895909332765,
                        CHANNEL,
                        0.11687168197568244,
                        "age",
                        0.020138727091041055,
                        "noise",
                        0.0));
    }

    @Test
    void aModelWithoutTheStagesThatMakeItsFeaturesIsRefused() throws Exception {
        Path alone;
        try (var stages = Files.list(Path.of(saved("forest")).resolve("stages"))) {
            alone = stages.filter(stage -> stage.getFileName().toString().startsWith("4_"))
                    .findFirst()
                    .orElseThrow();
        }
        assertThatThrownBy(() -> ModelImportance.read(session, alone.toString()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("features, but its stages lead to 1; save it in a pipeline");
    }

    @Test
    void whatIsNoModelIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("metadata"));
        Files.writeString(folder.resolve("metadata/part-00000"), "{\"class\": ");
        for (Path path : new Path[] {folder, folder.resolve("nowhere")}) {
            assertThatThrownBy(() -> ModelImportance.read(session, path.toString()))
                    .isInstanceOf(UserException.class)
                    .hasMessage("importance.model: '" + path
                            + "' cannot be read as a model that Spark ML has saved: its metadata is missing or broken");
        }
    }
}
