package io.lakewarden.profile;

import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The profile of all rows of a dataset together with those of its slices, in the order of {@link Slice}: by key, then by
 * value, the rest of each key last. Immutable and mergeable. There may be no slices.
 */
public final class SlicedProfile {
    private final DatasetProfile whole;
    private final SortedMap<Slice, DatasetProfile> slices;

    private SlicedProfile(DatasetProfile whole, SortedMap<Slice, DatasetProfile> slices) {
        this.whole = whole;
        this.slices = slices;
    }

    /**
     * A profile with its slices, in any order.
     *
     * @throws IllegalArgumentException if {@code whole} is a slice itself, a slice is there twice, or one is of other
     *     columns
     */
    public static SlicedProfile of(DatasetProfile whole, Collection<DatasetProfile> slices) {
        if (!whole.slice().equals(Slice.ALL)) {
            throw new IllegalArgumentException("slices stand beside the profile of all rows, but got " + whole.slice());
        }
        SortedMap<Slice, DatasetProfile> ordered = new TreeMap<>();
        for (DatasetProfile slice : slices) {
            if (slice.slice().equals(Slice.ALL) || ordered.put(slice.slice(), slice) != null) {
                throw new IllegalArgumentException("the slice " + slice.slice() + " is profiled twice");
            }
            if (!slice.specs().equals(whole.specs())) {
                throw new IllegalArgumentException(
                        "the slice " + slice.slice() + " has other columns than all rows have");
            }
        }
        return new SlicedProfile(whole, ordered);
    }

    /** A profile without slices. */
    public static SlicedProfile of(DatasetProfile whole) {
        return of(whole, List.of());
    }

    /** The profile of all rows. */
    public DatasetProfile whole() {
        return whole;
    }

    /** The profiles of the slices, in their order. */
    public List<DatasetProfile> slices() {
        return List.copyOf(slices.values());
    }

    /** The profile of one slice. */
    public Optional<DatasetProfile> slice(Slice slice) {
        return Optional.ofNullable(slices.get(slice));
    }

    /** Which slices there are. */
    public SortedSet<Slice> sliceNames() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(slices.keySet()));
    }

    /** All profiles: that of all rows first, then the slices in their order. */
    public List<DatasetProfile> all() {
        List<DatasetProfile> all = new ArrayList<>(List.of(whole));
        all.addAll(slices.values());
        return List.copyOf(all);
    }

    /** The time range profiled. */
    public Window window() {
        return whole.window();
    }

    /** How many rows were seen. */
    public long rows() {
        return whole.rows();
    }

    /**
     * The profile of both datasets together, slice by slice; associative.
     *
     * @throws IllegalArgumentException if slices, columns or bins differ
     */
    public SlicedProfile merge(SlicedProfile other) {
        if (!slices.keySet().equals(other.slices.keySet())) {
            throw new IllegalArgumentException("profiles of different slices cannot be merged: " + slices.keySet()
                    + " and " + other.slices.keySet());
        }
        SortedMap<Slice, DatasetProfile> merged = new TreeMap<>();
        slices.forEach((slice, profile) -> merged.put(slice, profile.merge(other.slices.get(slice))));
        return new SlicedProfile(whole.merge(other.whole), merged);
    }

    /** The same profile under the name of another window. */
    public SlicedProfile labelled(Window window) {
        if (whole.window().equals(window)) {
            return this;
        }
        SortedMap<Slice, DatasetProfile> labelled = new TreeMap<>();
        slices.forEach((slice, profile) -> labelled.put(slice, profile.labelled(window)));
        return new SlicedProfile(whole.labelled(window), labelled);
    }

    @Override
    public String toString() {
        return "SlicedProfile[" + whole + ", " + slices.keySet() + "]";
    }
}
