package io.lakewarden.jobs.model;

import io.lakewarden.jobs.config.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Which column each place of a vector of features comes from, by the stages that made it. */
final class FeatureLayout {
    private static final String INDEXER = "StringIndexerModel";
    private static final String IMPUTER = "ImputerModel";

    /** Stages that make one number of each column. */
    private static final Set<String> ONE_TO_ONE = Set.of(INDEXER, IMPUTER, "Bucketizer", "Binarizer");

    private final List<SavedStage> stages;

    FeatureLayout(List<SavedStage> stages) {
        this.stages = stages;
    }

    /**
     * The places of a column of vectors, or the one of a number.
     *
     * @throws UserException where a stage is not known to keep columns apart
     */
    List<FeaturePlace> of(String column) {
        return of(column, stages.size());
    }

    /** Only stages before one can have made what it reads. */
    private List<FeaturePlace> of(String column, int before) {
        Optional<Integer> maker = Optional.empty();
        for (int stage = 0; stage < before; stage++) {
            if (stages.get(stage).outputs().contains(column)) {
                maker = Optional.of(stage);
            }
        }
        return maker.map(stage -> made(column, stage)).orElseGet(() -> List.of(FeaturePlace.of(column)));
    }

    private List<FeaturePlace> made(String column, int place) {
        SavedStage stage = stages.get(place);
        List<String> inputs = stage.inputs();
        if (stage.name().equals("VectorAssembler")) {
            List<FeaturePlace> all = new ArrayList<>();
            inputs.forEach(input -> all.addAll(of(input, place)));
            return all;
        }
        int index = stage.outputs().indexOf(column);
        if (index >= inputs.size()) {
            throw unknown(column, stage);
        }
        List<FeaturePlace> from = of(inputs.get(index), place);
        if (ScalerFactors.SCALERS.contains(stage.name())) {
            ScalerFactors factors = new ScalerFactors(stage, from.size());
            return IntStream.range(0, from.size())
                    .mapToObj(it ->
                            from.get(it).with(new Spread.Scaled(from.get(it).spread(), factors, it)))
                    .toList();
        }
        if (ONE_TO_ONE.contains(stage.name())) {
            return from.stream().map(it -> it.with(oneToOne(stage, index, it))).toList();
        }
        if (stage.name().equals("OneHotEncoderModel") && from.size() == 1) {
            FeaturePlace encoded = from.get(0);
            return IntStream.range(0, categories(stage, index))
                    .mapToObj(category -> encoded.with(
                            encoded.spread() instanceof CategoryIndex known
                                    ? new CategoryIndex.Indicator(known, category)
                                    : new Spread.Untold(stage.name())))
                    .toList();
        }
        throw unknown(column, stage);
    }

    /** What one of the first stages makes of a column as it is; of what another stage made no profile tells. */
    private static Spread oneToOne(SavedStage stage, int index, FeaturePlace from) {
        if (from.spread().equals(Spread.OWN)) {
            if (stage.name().equals(INDEXER)) {
                return new CategoryIndex(stage, index);
            }
            if (stage.name().equals(IMPUTER)) {
                return new Spread.Filled(new ImputedValue(stage, from.column()));
            }
        }
        return new Spread.Untold(stage.name());
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
