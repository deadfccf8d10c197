package io.lakewarden.jobs.model;

import io.lakewarden.jobs.config.UserException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which column each place of a vector of features comes from, by the stages that made it. */
final class FeatureLayout {
    /** Stages that keep each place of a vector where it is. */
    private static final Set<String> SCALERS =
            Set.of("StandardScalerModel", "MinMaxScalerModel", "MaxAbsScalerModel", "RobustScalerModel");

    /** Stages that make one number of each column. */
    private static final Set<String> ONE_TO_ONE =
            Set.of("StringIndexerModel", "Bucketizer", "ImputerModel", "Binarizer");

    private final List<SavedStage> stages;

    FeatureLayout(List<SavedStage> stages) {
        this.stages = stages;
    }

    /**
     * The column of each place.
     *
     * @throws UserException where a stage is not known to keep columns apart
     */
    List<String> of(String column) {
        return of(column, stages.size());
    }

    /** Only stages before one can have made what it reads. */
    private List<String> of(String column, int before) {
        Optional<Integer> maker = Optional.empty();
        for (int stage = 0; stage < before; stage++) {
            if (stages.get(stage).outputs().contains(column)) {
                maker = Optional.of(stage);
            }
        }
        return maker.map(stage -> made(column, stage)).orElse(List.of(column));
    }

    private List<String> made(String column, int place) {
        SavedStage stage = stages.get(place);
        List<String> inputs = stage.inputs();
        if (stage.name().equals("VectorAssembler")) {
            List<String> all = new ArrayList<>();
            inputs.forEach(input -> all.addAll(of(input, place)));
            return all;
        }
        int index = stage.outputs().indexOf(column);
        if (index >= inputs.size()) {
            throw unknown(column, stage);
        }
        List<String> from = of(inputs.get(index), place);
        if (SCALERS.contains(stage.name()) || ONE_TO_ONE.contains(stage.name())) {
            return from;
        }
        if (stage.name().equals("OneHotEncoderModel") && from.size() == 1) {
            return Collections.nCopies(categories(stage, index), from.get(0));
        }
        throw unknown(column, stage);
    }

    /** One place for each category; without the last where it is dropped, with one more where unknown ones are kept. */
    private static int categories(SavedStage encoder, int index) {
        int sizes = encoder.data()
                .select("categorySizes")
                .head()
                .<Integer>getList(0)
                .get(index);
        return sizes + (encoder.text("handleInvalid").equals("keep") ? 1 : 0) - (encoder.truth("dropLast") ? 1 : 0);
    }

    private static UserException unknown(String column, SavedStage stage) {
        return new UserException("importance.model: it is not known which columns '" + column + "' comes from, which a "
                + stage.name() + " makes; give importance.weights instead");
    }
}
