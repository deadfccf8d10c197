package io.lakewarden.jobs.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.jobs.config.UserException;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.Window;
import io.lakewarden.spark.SparkExtension;
import io.lakewarden.spark.profile.WholeProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.classification.LinearSVC;
import org.apache.spark.ml.classification.LinearSVCModel;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.feature.Bucketizer;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.MaxAbsScaler;
import org.apache.spark.ml.feature.MinMaxScaler;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.RobustScaler;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.SparseMatrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.GeneralizedLinearRegression;
import org.apache.spark.ml.regression.GeneralizedLinearRegressionModel;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Linear models that Spark ML trains and saves here, held to their own coefficients and to the deviations of the vectors
 * that their own pipelines make of the reference.
 */
@ExtendWith(SparkExtension.class)
class LinearImportanceTest {
    private static final String CHANNEL = "channel <b>";
    private static final String[] SCALED = {"income", "channel_vec", "age", "member", "filled", "code_index"};

    @TempDir
    static Path folder;

    private static Dataset<Row> rows;
    private static DatasetProfile reference;

    @BeforeAll
    static void writeRows(SparkSession session) {
        Random random = new Random(5);
        List<Row> data = new ArrayList<>();
        for (int row = 0; row < 500; row++) {
            double income = 3000 + 900 * random.nextGaussian();
            double age = 18 + random.nextInt(60);
            boolean member = random.nextInt(3) == 0;
            double draw = random.nextDouble();
            double score = income / 1000 + age / 20 + (member ? 1 : 0) + random.nextGaussian();
            data.add(RowFactory.create(
                    income,
                    draw < .5 ? "web" : draw < .8 ? "shop" : draw < .95 ? "phone" : null,
                    (int) age,
                    member,
                    random.nextInt(7) == 0 ? null : random.nextInt(9) == 0 ? Double.NaN : 4 * random.nextGaussian(),
                    (long) random.nextInt(4),
                    score,
                    score > 6 ? 1.0 : 0.0,
                    score > 7 ? 2.0 : score > 5 ? 1.0 : 0.0));
        }
        rows = session.createDataFrame(
                        data,
                        new StructType()
                                .add("income", DataTypes.DoubleType)
                                .add(CHANNEL, DataTypes.StringType)
                                .add("age", DataTypes.IntegerType)
                                .add("member", DataTypes.BooleanType)
                                .add("gap", DataTypes.DoubleType)
                                .add("code", DataTypes.LongType)
                                .add("score", DataTypes.DoubleType)
                                .add("label", DataTypes.DoubleType)
                                .add("kind", DataTypes.DoubleType))
                .coalesce(1)
                .cache();
        reference = profile(rows);
    }

    private static DatasetProfile profile(Dataset<Row> data) {
        return WholeProfile.of(data, Window.ofDay(LocalDate.EPOCH));
    }

    /** What is made of the columns before they are scaled. */
    private static List<PipelineStage> features(String channels, String... inputs) {
        return List.of(
                new StringIndexer()
                        .setInputCol(CHANNEL)
                        .setOutputCol("channel_index")
                        .setHandleInvalid(channels),
                new OneHotEncoder().setInputCol("channel_index").setOutputCol("channel_vec"),
                new StringIndexer().setInputCol("code").setOutputCol("code_index"),
                new Imputer().setInputCols(new String[] {"gap"}).setOutputCols(new String[] {"filled"}),
                new Bucketizer().setInputCol("age").setOutputCol("decade").setSplits(new double[] {0, 30, 50, 200}),
                new VectorAssembler().setInputCols(inputs).setOutputCol("raw"));
    }

    private static PipelineModel fit(List<PipelineStage> features, PipelineStage... more) {
        List<PipelineStage> stages = new ArrayList<>(features);
        stages.addAll(Arrays.asList(more));
        return new Pipeline().setStages(stages.toArray(PipelineStage[]::new)).fit(rows);
    }

    static Stream<List<PipelineStage>> models() {
        return Stream.of(
                List.of(
                        new StandardScaler()
                                .setInputCol("raw")
                                .setOutputCol("features")
                                .setWithMean(true),
                        new LinearRegression().setLabelCol("score")),
                List.of(
                        new MinMaxScaler()
                                .setInputCol("raw")
                                .setOutputCol("features")
                                .setMax(3),
                        new GeneralizedLinearRegression()
                                .setLabelCol("score")
                                .setFamily("gamma")
                                .setLink("log")),
                List.of(
                        new MaxAbsScaler().setInputCol("raw").setOutputCol("features"),
                        new LinearSVC().setLabelCol("label").setMaxIter(5)),
                List.of(
                        new RobustScaler().setInputCol("raw").setOutputCol("features"),
                        new LogisticRegression().setLabelCol("label").setMaxIter(5)),
                List.of(
                        new StandardScaler()
                                .setInputCol("raw")
                                .setOutputCol("features")
                                .setWithStd(false),
                        new LogisticRegression().setLabelCol("kind").setMaxIter(10)),
                List.of(
                        new StandardScaler().setInputCol("raw").setOutputCol("features"),
                        new LogisticRegression()
                                .setLabelCol("kind")
                                .setRegParam(.1)
                                .setElasticNetParam(1)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void eachIsItsCoefficientTimesTheDeviationOfItsFeature(List<PipelineStage> scalerAndModel) throws IOException {
        PipelineModel pipeline = fit(features("keep", SCALED), scalerAndModel.toArray(PipelineStage[]::new));
        String saved = folder.resolve(pipeline.uid()).toString();
        pipeline.save(saved);

        Map<String, Double> weights =
                ModelImportance.read(rows.sparkSession(), saved).weights(reference);

        // income, web, shop, phone (unknown is dropped), age, member, filled, code_index
        List<String> places = List.of("income", CHANNEL, CHANNEL, CHANNEL, "age", "member", "gap", "code");
        double[] coefficients = magnitudes(pipeline.stages()[pipeline.stages().length - 1]);
        double[] deviations = deviations(pipeline.transform(rows), "features", places.size());
        Map<String, Double> expected = new LinkedHashMap<>();
        double total = 0;
        for (int place = 0; place < places.size(); place++) {
            expected.merge(places.get(place), coefficients[place] * deviations[place], Double::sum);
            total += coefficients[place] * deviations[place];
        }
        assertThat(weights.keySet()).containsExactlyElementsOf(expected.keySet());
        for (Map.Entry<String, Double> column : expected.entrySet()) {
            assertThat(weights.get(column.getKey()))
                    .as(column.getKey())
                    .isCloseTo(column.getValue() / total, within(1e-12));
        }
        assertThat(weights.values()).anyMatch(weight -> weight > .2);
    }

    private static double[] magnitudes(Transformer stage) {
        if (stage instanceof LogisticRegressionModel model) {
            Matrix matrix = model.coefficientMatrix();
            assertThat(matrix instanceof SparseMatrix).isEqualTo(model.getElasticNetParam() == 1);
            double[] sums = new double[matrix.numCols()];
            for (int place = 0; place < sums.length; place++) {
                double mean = 0;
                for (int of = 0; of < matrix.numRows(); of++) {
                    mean += matrix.numRows() == 1 ? 0 : matrix.apply(of, place) / matrix.numRows();
                }
                for (int of = 0; of < matrix.numRows(); of++) {
                    sums[place] += Math.abs(matrix.apply(of, place) - mean);
                }
            }
            return sums;
        }
        Vector coefficients = stage instanceof LinearRegressionModel linear
                ? linear.coefficients()
                : stage instanceof GeneralizedLinearRegressionModel general
                        ? general.coefficients()
                        : ((LinearSVCModel) stage).coefficients();
        return Arrays.stream(coefficients.toArray()).map(Math::abs).toArray();
    }

    private static double[] deviations(Dataset<Row> transformed, String column, int places) {
        List<double[]> vectors = transformed.select(column).collectAsList().stream()
                .map(row -> row.<Vector>getAs(0).toArray())
                .toList();
        double[] deviations = new double[places];
        Arrays.setAll(deviations, place -> {
            double mean = vectors.stream()
                    .mapToDouble(vector -> vector[place])
                    .average()
                    .orElseThrow();
            return Math.sqrt(vectors.stream()
                    .mapToDouble(vector -> (vector[place] - mean) * (vector[place] - mean))
                    .average()
                    .orElseThrow());
        });
        return deviations;
    }

    private static ModelImportance unscaled(String... inputs) throws IOException {
        PipelineModel pipeline = fit(
                features("keep", inputs),
                new LinearRegression().setLabelCol("score").setFeaturesCol("raw"));
        String saved = folder.resolve(pipeline.uid()).toString();
        pipeline.save(saved);
        return ModelImportance.read(rows.sparkSession(), saved);
    }

    @Test
    void rowsThatAnIndexerSkipsDoNotCount() throws IOException {
        PipelineModel pipeline = fit(
                features("skip", "age", "channel_vec"),
                new LinearRegression().setLabelCol("score").setFeaturesCol("raw"));
        String saved = folder.resolve(pipeline.uid()).toString();
        pipeline.save(saved);

        double[] coefficients = magnitudes(pipeline.stages()[pipeline.stages().length - 1]);
        Dataset<Row> met = pipeline.transform(rows);
        assertThat(met.count()).isLessThan(rows.count());
        double[] deviations = deviations(met, "raw", 3);
        double channel = coefficients[1] * deviations[1] + coefficients[2] * deviations[2];
        double age = coefficients[0]
                * ((NumericProfile) reference.column("age").orElseThrow())
                        .populationStandardDeviation()
                        .number()
                        .orElseThrow();
        assertThat(ModelImportance.read(rows.sparkSession(), saved)
                        .weights(reference)
                        .get(CHANNEL))
                .isCloseTo(channel / (channel + age), within(1e-12));
    }

    @Test
    void whatAReferenceDoesNotTellIsRefused() throws IOException {
        ModelImportance ofBuckets = unscaled("income", "decade");
        assertThatThrownBy(() -> ofBuckets.weights(reference))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "importance.model: how far what the model reads of 'age' spreads in the reference is not known: a"
                                + " profile does not tell what a Bucketizer makes of a column; give importance.weights instead");
        ModelImportance ofIncome = unscaled("income");
        assertThatThrownBy(() -> ofIncome.weights(profile(rows.drop("income"))))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(
                        "'income' spreads in the reference is not known: the reference has no such column;");
        assertThatThrownBy(() -> ofIncome.weights(profile(rows.limit(0))))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("'income' spreads in the reference is not known: ");
        assertThatThrownBy(() -> ofIncome.weights(profile(rows.limit(1))))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("weighs no feature that varies in the reference; give importance.weights");
    }

    @Test
    void aModelWithoutTheStagesThatMakeItsFeaturesIsRefused() throws IOException {
        PipelineModel pipeline = fit(
                features("keep", SCALED),
                new LinearRegression().setLabelCol("score").setFeaturesCol("raw"));
        String saved = folder.resolve("alone").toString();
        ((LinearRegressionModel) pipeline.stages()[pipeline.stages().length - 1]).save(saved);
        assertThatThrownBy(() -> ModelImportance.read(rows.sparkSession(), saved))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("a stage has 8 numbers where its features are 1; save the model in a pipeline");

        FileUtils.deleteDirectory(Path.of(saved, "data").toFile());
        assertThatThrownBy(() -> ModelImportance.read(rows.sparkSession(), saved))
                .isInstanceOf(UserException.class)
                .hasMessage("importance.model: '" + saved
                        + "' cannot be read as a LinearRegressionModel that Spark ML 3 has"
                        + " saved: its data lacks 'coefficients'");
    }
}
