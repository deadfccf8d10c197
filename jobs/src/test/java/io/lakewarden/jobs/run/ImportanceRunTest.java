package io.lakewarden.jobs.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.model.ModelImportance;
import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.jobs.store.StoreTable;
import io.lakewarden.report.ReportColumn;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A monitor that says how much its columns matter. */
@ExtendWith(SparkExtension.class)
class ImportanceRunTest {
    private static final int WARM_MONTH = 3;

    @TempDir
    Path folder;

    private MonitorConfig monitor(Measurements measurements, String weights) throws IOException {
        return measurements.monitor("pinned: 2026-01-01/2026-02-01", "importance: {weights: " + weights + "}");
    }

    @Test
    void whatDriftedIsWeighedAndShown(SparkSession spark) throws IOException {
        Measurements measurements = Measurements.in(folder.resolve("data"));
        MonitorConfig monitor = monitor(measurements, "{temperature: 3, room: 1}");
        Path store = folder.resolve("store");
        RunOutcome outcome = MonitoredTable.jobs().run(measurements.request(monitor, store, WARM_MONTH));

        assertThat(outcome.windows().get(0).findings())
                .filteredOn(it -> it.key().equals("data-drift/:table/importance"))
                .singleElement()
                .extracting(Finding::status, Finding::sentence)
                .containsExactly(
                        Status.SKIPPED,
                        "Columns with 75 % of the importance to the model drifted, first of all 'temperature'.");
        DeltaStore stored = DeltaStore.open(spark, store.toString());
        Row table = stored.view(StoreTable.DRIFT_METRICS)
                .where(col("drift_type").equalTo("BASELINE").and(col("ordinal").isNull()))
                .select("metrics")
                .head();
        assertThat(table.<String, Double>getJavaMap(0)).containsEntry("importance_weighted_drift", 0.75);
        assertThat(MonitoredTable.report(outcome.windows().get(0)).columns())
                .extracting(ReportColumn::name, ReportColumn::importance)
                .contains(tuple("temperature", OptionalDouble.of(1.5)), tuple("room", OptionalDouble.of(0.5)));
    }

    @Test
    void aLinearModelIsWeighedByTheReference(SparkSession spark) throws IOException {
        Measurements measurements = Measurements.in(folder.resolve("data"));
        Dataset<Row> january = spark.read()
                .option("header", true)
                .schema("day date, temperature double, room string")
                .csv(folder.resolve("data/table/month-01.csv").toString())
                .withColumn("label", expr("3 * temperature + if(room = 'hall', 4, 0)"));
        String saved = folder.resolve("it's linear").toString();
        new Pipeline()
                .setStages(new PipelineStage[] {
                    new StringIndexer().setInputCol("room").setOutputCol("room_index"),
                    new VectorAssembler()
                            .setInputCols(new String[] {"temperature", "room_index"})
                            .setOutputCol("features"),
                    new LinearRegression()
                })
                .fit(january)
                .save(saved);
        MonitorConfig monitor = measurements.monitor(
                "pinned: 2026-01-01/2026-02-01", "importance: {model: '" + saved.replace("'", "''") + "'}");
        Path store = folder.resolve("store");
        MonitoredTable.jobs().run(measurements.request(monitor, store, WARM_MONTH));

        double hall = january.filter("room = 'hall'").count() / (double) january.count();
        double ofRoom = 4 * Math.sqrt(hall * (1 - hall));
        double ofTemperature =
                3 * january.selectExpr("stddev_pop(temperature)").head().getDouble(0);
        Row table = DeltaStore.open(spark, store.toString())
                .view(StoreTable.DRIFT_METRICS)
                .where(col("drift_type").equalTo("BASELINE").and(col("ordinal").isNull()))
                .select("metrics")
                .head();
        assertThat(table.<String, Double>getJavaMap(0).get("importance_weighted_drift"))
                .isCloseTo(ofTemperature / (ofTemperature + ofRoom), within(1e-9));
    }

    @Test
    void aColumnThatIsNowhereIsRefused() throws Exception {
        Measurements measurements = Measurements.in(folder.resolve("data"));
        MonitorConfig monitor = monitor(measurements, "{temperatur: 3}");
        assertThatThrownBy(() -> MonitoredTable.jobs().run(measurements.request(monitor, folder.resolve("store"), 2)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("importance.weights: there is no column 'temperatur' in ")
                .hasMessageEndingWith("; did you mean 'temperature'?");

        String forest =
                Path.of(ModelImportance.class.getResource("forest").toURI()).toString();
        MonitorConfig ofModel = measurements.monitor(
                "pinned: 2026-01-01/2026-02-01", "importance: {model: '" + forest.replace("'", "''") + "'}");
        assertThatThrownBy(() -> MonitoredTable.jobs().run(measurements.request(ofModel, folder.resolve("store"), 2)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("importance.model: there is no column 'channel <b>' in ");
    }
}
