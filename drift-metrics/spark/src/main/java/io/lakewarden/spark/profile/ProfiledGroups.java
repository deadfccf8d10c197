package io.lakewarden.spark.profile;

import io.lakewarden.profile.ClusterCounts;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.SlicedProfile;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What one scan found.
 *
 * @param profiles of all rows of each group asked for, in their order
 * @param slices for each group, the profiles of its slices in the order of {@link ProfileGroups#slices()}; none where no
 *     keys were given, or the group is not sliced
 * @param clusters for each group, the counts of each column in blocks of clusters; none where no cluster key was given, or
 *     the group keeps counts only
 * @param rowsOutside rows whose time lies in no window; 0 where all rows belong together
 * @param rowsWithoutTime rows whose time is null, in no profile either; 0 where all rows belong together
 * @param path how the rows were read
 */
public record ProfiledGroups(
        List<DatasetProfile> profiles,
        List<List<DatasetProfile>> slices,
        List<Map<String, ClusterCounts>> clusters,
        long rowsOutside,
        long rowsWithoutTime,
        ScanPath path) {
    public ProfiledGroups {
        profiles = List.copyOf(profiles);
        slices = slices.stream().map(List::copyOf).toList();
        clusters = List.copyOf(clusters);
    }

    /** Each group with its slices and clusters, in the order of the groups. */
    public List<SlicedProfile> sliced() {
        return IntStream.range(0, profiles.size())
                .mapToObj(group ->
                        SlicedProfile.of(profiles.get(group), slices.get(group)).withClusters(clusters.get(group)))
                .toList();
    }
}
