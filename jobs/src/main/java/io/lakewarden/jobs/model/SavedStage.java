package io.lakewarden.jobs.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakewarden.jobs.config.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * One stage of a model as Spark ML saves it: a folder with {@code metadata}, where its class and parameters stand in JSON,
 * and {@code data}.
 */
final class SavedStage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SparkSession session;
    private final String folder;
    private final JsonNode metadata;

    private SavedStage(SparkSession session, String folder, JsonNode metadata) {
        this.session = session;
        this.folder = folder;
        this.metadata = metadata;
    }

    /** The stages of a saved model in their order, those of pipelines inside it among them. */
    static List<SavedStage> all(SparkSession session, String folder) {
        SavedStage stage = read(session, folder);
        if (!stage.name().equals("PipelineModel")) {
            return List.of(stage);
        }
        List<String> ids = stage.texts("stageUids");
        int digits = Integer.toString(ids.size()).length();
        return IntStream.range(0, ids.size())
                .mapToObj(index -> folder + "/stages/"
                        + "0".repeat(digits - Integer.toString(index).length()) + index + "_" + ids.get(index))
                .flatMap(path -> all(session, path).stream())
                .toList();
    }

    private static SavedStage read(SparkSession session, String folder) {
        try {
            return new SavedStage(
                    session,
                    folder,
                    JSON.readTree(session.read().textFile(folder + "/metadata").head()));
        } catch (Exception e) {
            // Whatever is wrong with the file: that it is not there comes as a Scala exception that nothing declares.
            throw noModel(folder, e);
        }
    }

    private static UserException noModel(String folder, Exception cause) {
        return new UserException(
                "importance.model: '" + folder + "' cannot be read as a model that Spark ML has saved: its metadata is"
                        + " missing or broken",
                cause);
    }

    /** The name of its class, without the package. */
    String name() {
        String name = metadata.path("class").asText();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** A parameter, or its default; a missing node where it has neither. */
    private JsonNode parameter(String name) {
        JsonNode given = metadata.path("paramMap").path(name);
        return given.isMissingNode() ? metadata.path("defaultParamMap").path(name) : given;
    }

    String text(String parameter) {
        return parameter(parameter).asText();
    }

    boolean truth(String parameter) {
        return parameter(parameter).asBoolean();
    }

    private List<String> texts(String parameter) {
        List<String> texts = new ArrayList<>();
        parameter(parameter).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** The columns that it reads: of one that has one or several, those that are set. */
    List<String> inputs() {
        return columns("inputCol", "inputCols");
    }

    /** The columns that it makes. */
    List<String> outputs() {
        return columns("outputCol", "outputCols");
    }

    private List<String> columns(String one, String several) {
        List<String> columns = texts(several);
        return columns.isEmpty() && parameter(one).isTextual() ? List.of(text(one)) : columns;
    }

    /** A number that a model is saved with. */
    int number(String name) {
        return metadata.path(name).asInt();
    }

    Dataset<Row> data() {
        return session.read().parquet(folder + "/data");
    }

    /**
     * The one row of its data, read as these types whatever the file calls them.
     *
     * @param wanted its only column
     */
    Row data(StructType wanted) {
        Row row;
        try {
            row = session.read().schema(wanted).parquet(folder + "/data").head();
        } catch (Exception e) {
            // As above.
            throw noData(wanted, e);
        }
        if (row.isNullAt(0)) {
            throw noData(wanted, null);
        }
        return row;
    }

    private UserException noData(StructType wanted, Exception cause) {
        return new UserException(
                "importance.model: '" + folder + "' cannot be read as a " + name()
                        + " that Spark ML 3 has saved: its data" + " lacks '" + wanted.fieldNames()[0] + "'",
                cause);
    }
}
