package io.lakewarden.spark.slice;

import io.lakewarden.drift.ClusteredMovement;
import io.lakewarden.spark.slice.SliceSearch.Found;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The movement of every slice that has rows on either side.
 *
 * @param bySlice as it was counted
 * @param pairs whether pairs of parts were counted too
 */
public record SliceMovements(Map<Found, ClusteredMovement> bySlice, boolean pairs) {
    public SliceMovements {
        bySlice = Map.copyOf(bySlice);
    }

    /**
     * What is left of the movement of a slice once the rows of another one are taken out of everything; empty where the rows
     * that are in both were not counted, for they are known by more columns than slices are.
     */
    public Optional<ClusteredMovement> besides(Found slice, Found other) {
        TreeMap<Integer, Integer> parts = new TreeMap<>(slice.parts());
        boolean apart = false;
        for (Map.Entry<Integer, Integer> part : other.parts().entrySet()) {
            Integer own = parts.putIfAbsent(part.getKey(), part.getValue());
            apart |= own != null && !own.equals(part.getValue());
        }
        if (!apart && parts.size() > (pairs ? 2 : 1)) {
            return Optional.empty();
        }
        Optional<ClusteredMovement> both = apart ? Optional.empty() : Optional.ofNullable(bySlice.get(Found.of(parts)));
        return Optional.of(bySlice.get(slice).besides(bySlice.get(other), both));
    }
}
