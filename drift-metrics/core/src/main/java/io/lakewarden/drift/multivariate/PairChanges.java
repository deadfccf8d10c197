package io.lakewarden.drift.multivariate;

import io.lakewarden.drift.FalseDiscovery;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How much pairs of columns have changed, all tests held together as one family.
 *
 * @param correlations of columns of numbers, largest first
 * @param associations of columns of categories, largest first
 */
public record PairChanges(List<CorrelationChange> correlations, List<AssociationChange> associations) {
    public PairChanges {
        correlations = List.copyOf(correlations);
        associations = List.copyOf(associations);
    }

    /** The same, their p-values adjusted to each other. */
    public PairChanges heldTogether(FalseDiscovery family) {
        double[] adjusted = family.adjusted(DoubleStream.concat(
                        correlations.stream().mapToDouble(CorrelationChange::pValue),
                        associations.stream().mapToDouble(AssociationChange::pValue))
                .toArray());
        return new PairChanges(
                IntStream.range(0, correlations.size())
                        .mapToObj(place -> correlations.get(place).with(adjusted[place]))
                        .toList(),
                IntStream.range(0, associations.size())
                        .mapToObj(place -> associations.get(place).with(adjusted[correlations.size() + place]))
                        .toList());
    }

    /** How many pairs were compared. */
    public int count() {
        return correlations.size() + associations.size();
    }
}
