package io.lakewarden.spark.profile;

import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which profiles one scan makes: one of all rows, or one for each of several time windows, which may overlap; each of
 * them whole and, where keys are given, of its slices and in blocks of its clusters, as far as the {@linkplain Group group} asks
 * for that.
 */
public final class ProfileGroups {
    private final Optional<String> timeColumn;
    private final List<Group> groups;
    private final List<SliceKey> sliceKeys;
    private final Optional<ClusterKey> clusterKey;

    private ProfileGroups(
            Optional<String> timeColumn,
            List<Group> groups,
            List<SliceKey> sliceKeys,
            Optional<ClusterKey> clusterKey) {
        this.timeColumn = timeColumn;
        this.groups = List.copyOf(groups);
        this.sliceKeys = List.copyOf(sliceKeys);
        this.clusterKey = clusterKey;
    }

    /** One profile of all rows whatever their time; the window is only its label. */
    public static ProfileGroups all(Window label, ProfileDetail detail) {
        return new ProfileGroups(Optional.empty(), List.of(new Group(label, detail)), List.of(), Optional.empty());
    }

    /**
     * A profile for each window, of the rows whose time lies in it.
     *
     * @param timeColumn {@linkplain ColumnPath path} of a date or timestamp, possibly inside structs
     */
    public static ProfileGroups byTime(String timeColumn, List<Group> groups) {
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("at least one window is needed to profile by time");
        }
        return new ProfileGroups(Optional.of(timeColumn), groups, List.of(), Optional.empty());
    }

    /**
     * The same, and of every group that is sliced a profile of each slice of these keys and of the rest.
     */
    public ProfileGroups slicedBy(List<SliceKey> keys) {
        return new ProfileGroups(timeColumn, groups, keys, clusterKey);
    }

    /** The same, and of every full group counts of all of its rows in blocks of those that share a key. */
    public ProfileGroups clusteredBy(Optional<ClusterKey> key) {
        return new ProfileGroups(timeColumn, groups, sliceKeys, key);
    }

    /** Which rows belong together; empty where all are taken to be independent. */
    public Optional<ClusterKey> clusterKey() {
        return clusterKey;
    }

    /** The keys that groups are sliced by. */
    public List<SliceKey> sliceKeys() {
        return sliceKeys;
    }

    /**
     * What is profiled of each group that is sliced: all rows, then key after key the slices in the order of their values, then the
     * rest.
     */
    public List<Slice> slices() {
        List<Slice> slices = new ArrayList<>(List.of(Slice.ALL));
        sliceKeys.forEach(key -> slices.addAll(key.slices()));
        return List.copyOf(slices);
    }

    /** The column that says when, unless all rows belong together. */
    public Optional<String> timeColumn() {
        return timeColumn;
    }

    /** The top-level columns that say which profiles a row is in, those of predicates aside. */
    Set<String> topLevelColumns() {
        return Stream.of(
                        timeColumn.stream(),
                        sliceKeys.stream()
                                .filter(key -> key.predicate().isEmpty())
                                .map(SliceKey::column),
                        clusterKey.stream().flatMap(key -> key.columns().stream()))
                .flatMap(paths -> paths)
                .map(path -> ColumnPath.names(path).get(0))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The profiles asked for, in the order of the answers. */
    public List<Group> groups() {
        return groups;
    }

    /**
     * One profile.
     *
     * @param window the time of its rows
     * @param detail how much of them is kept
     * @param sliced whether its slices are profiled too; a {@linkplain ProfileDetail#FULL full} group always is sliced, and alone
     *     is counted in blocks of clusters
     */
    public record Group(Window window, ProfileDetail detail, boolean sliced) {
        public Group {
            Objects.requireNonNull(window, "window");
            Objects.requireNonNull(detail, "detail");
            if (detail == ProfileDetail.FULL && !sliced) {
                throw new IllegalArgumentException("a full group is sliced, but that of " + window + " is not");
            }
        }

        /** A full group with its slices, or counts of all rows alone. */
        public Group(Window window, ProfileDetail detail) {
            this(window, detail, detail == ProfileDetail.FULL);
        }
    }
}
