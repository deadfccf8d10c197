package io.lakewarden.profile;

import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The profile of all rows of a dataset together with those of its slices, in the order of {@link Slice}: by key, then by
 * value, the rest of each key last. Immutable and mergeable. There may be no slices. Where rows belong together by a
 * cluster key, the counts of all rows come in blocks of such clusters as well.
 */
public final class SlicedProfile {
    private final DatasetProfile whole;
    private final SortedMap<Slice, DatasetProfile> slices;
    private final Map<String, ClusterCounts> clusters;

    private SlicedProfile(
            DatasetProfile whole, SortedMap<Slice, DatasetProfile> slices, Map<String, ClusterCounts> clusters) {
        this.whole = whole;
        this.slices = slices;
        this.clusters = Collections.unmodifiableMap(clusters);
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
        return new SlicedProfile(whole, ordered, Map.of());
    }

    /** A profile without slices. */
    public static SlicedProfile of(DatasetProfile whole) {
        return of(whole, List.of());
    }

    /**
     * The same profile with counts in blocks of clusters.
     *
     * @throws IllegalArgumentException if they are of other columns
     */
    public SlicedProfile withClusters(Map<String, ClusterCounts> byColumn) {
        if (!byColumn.isEmpty() && !byColumn.keySet().equals(whole.columns().keySet())) {
            throw new IllegalArgumentException("clusters are counted in every column, but got " + byColumn.keySet());
        }
        return new SlicedProfile(whole, slices, new LinkedHashMap<>(byColumn));
    }

    /** The counts of each column in blocks of clusters, over all rows; empty where rows do not belong together. */
    public Map<String, ClusterCounts> clusters() {
        return clusters;
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
     * @throws IllegalArgumentException if slices, columns, bins or clusters differ
     */
    public SlicedProfile merge(SlicedProfile other) {
        if (!slices.keySet().equals(other.slices.keySet())) {
            throw new IllegalArgumentException("profiles of different slices cannot be merged: " + slices.keySet()
                    + " and " + other.slices.keySet());
        }
        SortedMap<Slice, DatasetProfile> merged = new TreeMap<>();
        slices.forEach((slice, profile) -> merged.put(slice, profile.merge(other.slices.get(slice))));
        if (!clusters.keySet().equals(other.clusters.keySet())) {
            throw new IllegalArgumentException("profiles with and without clusters cannot be merged");
        }
        Map<String, ClusterCounts> together = new LinkedHashMap<>();
        clusters.forEach((column, counts) -> together.put(column, counts.merge(other.clusters.get(column))));
        return new SlicedProfile(whole.merge(other.whole), merged, together);
    }

    /** The same profile under the name of another window. */
    public SlicedProfile labelled(Window window) {
        if (whole.window().equals(window)) {
            return this;
        }
        SortedMap<Slice, DatasetProfile> labelled = new TreeMap<>();
        slices.forEach((slice, profile) -> labelled.put(slice, profile.labelled(window)));
        return new SlicedProfile(whole.labelled(window), labelled, clusters);
    }

    @Override
    public String toString() {
        return "SlicedProfile[" + whole + ", " + slices.keySet() + "]";
    }
}
