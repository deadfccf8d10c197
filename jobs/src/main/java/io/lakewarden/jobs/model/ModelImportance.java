package io.lakewarden.jobs.model;

import io.lakewarden.jobs.config.UserException;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.spark.profile.ColumnPath;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * How much the columns of a table matter to a saved model of Spark ML. Of a tree, a forest or boosted trees it is what their
 * {@code featureImportances} say; of a linear model, the magnitude of each coefficient times the standard deviation that its
 * feature has in the reference. The places of the vector of features are led back to columns by the stages that made it; a
 * column's importance is the sum over its places.
 */
public final class ModelImportance {
    private final String folder;
    private final List<FeaturePlace> places;
    private final double[] ofPlaces;
    private final boolean linear;

    private ModelImportance(String folder, List<FeaturePlace> places, double[] ofPlaces, boolean linear) {
        this.folder = folder;
        this.places = places;
        this.ofPlaces = ofPlaces;
        this.linear = linear;
    }

    /**
     * What a model says.
     *
     * @param folder path or URI of a saved model: alone or in a pipeline
     * @throws UserException where there is no such model, or its features cannot be led back to columns
     */
    public static ModelImportance read(SparkSession session, String folder) {
        List<SavedStage> stages = SavedStage.all(session, folder);
        int last = predictor(stages);
        if (last < 0) {
            throw new UserException("importance.model: '" + folder
                    + "' holds no decision tree, random forest, boosted trees or linear model, but "
                    + String.join(", ", stages.stream().map(SavedStage::name).toList())
                    + "; give importance.weights instead");
        }
        SavedStage model = stages.get(last);
        boolean linear = LinearCoefficients.MODELS.contains(model.name());
        List<FeaturePlace> places = new FeatureLayout(stages.subList(0, last)).of(model.text("featuresCol"));
        if (linear) {
            return new ModelImportance(folder, places, LinearCoefficients.magnitudes(model, places.size()), true);
        }
        int features = model.number("numFeatures");
        if (places.size() != features) {
            throw new UserException("importance.model: the model in '" + folder + "' has " + features
                    + " features, but its stages lead to " + places.size()
                    + "; save it in a pipeline with the stages that make its features, or give importance.weights");
        }
        return new ModelImportance(folder, places, TreeImportances.of(model, features), false);
    }

    /** The last one; nothing after it makes its features. */
    private static int predictor(List<SavedStage> stages) {
        for (int place = stages.size() - 1; place >= 0; place--) {
            String name = stages.get(place).name();
            if (TreeImportances.MODELS.contains(name) || LinearCoefficients.MODELS.contains(name)) {
                return place;
            }
        }
        return -1;
    }

    /** The columns that the model reads, in the order of its features. */
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        places.forEach(place -> columns.add(ColumnPath.of(place.column())));
        return columns;
    }

    /**
     * The weight of each column, in the order of the features; they add up to 1.
     *
     * @param reference what the deviations of a linear model's features are taken of
     * @throws UserException where a deviation is not known, or nothing matters
     */
    public Map<String, Double> weights(DatasetProfile reference) {
        double[] importances = ofPlaces.clone();
        for (int place = 0; linear && place < importances.length; place++) {
            if (importances[place] != 0) {
                importances[place] *= places.get(place).deviation(reference);
            }
        }
        double total = Arrays.stream(importances).sum();
        if (!(total > 0) || Double.isInfinite(total)) {
            throw new UserException("importance.model: the model in '" + folder + "' "
                    + (linear ? "weighs no feature that varies in the reference" : "splits by no feature")
                    + "; give importance.weights");
        }
        Map<String, Double> byColumn = new LinkedHashMap<>();
        for (int place = 0; place < importances.length; place++) {
            byColumn.merge(ColumnPath.of(places.get(place).column()), importances[place] / total, Double::sum);
        }
        return byColumn;
    }
}
