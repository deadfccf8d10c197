package io.lakewarden.jobs.run;

import io.lakewarden.drift.Clusters;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.profile.ClusterCounts;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.spark.profile.ClusterKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What says which rows of a monitor are not independent of each other. */
final class ClusterKeys {
    private ClusterKeys() {}

    /** Refuses what the reference cannot be dealt out by, before it is profiled. */
    static void require(MonitorConfig config, MonitorRows reference) {
        List<String> problems = config.drift().cluster().stream()
                .flatMap(column -> reference.clusterObstacle(column).stream())
                .map(obstacle ->
                        "drift.cluster: " + obstacle + "; choose a column of the reference with one value in each row")
                .toList();
        if (!problems.isEmpty()) {
            throw new UserException(String.join("\n", problems));
        }
    }

    /** The key to deal rows out by; empty where none is asked for, or the rows lack one of its columns. */
    static Optional<ClusterKey> of(MonitorConfig config, MonitorRows rows) {
        List<String> columns = config.drift().cluster();
        return Optional.of(columns)
                .filter(key -> !key.isEmpty()
                        && key.stream()
                                .allMatch(column -> rows.clusterObstacle(column).isEmpty()))
                .map(ClusterKey::new);
    }

    /** Which rows of a window and its reference belong together; empty where the monitor takes them all for independent. */
    static Optional<Clusters> between(
            MonitorConfig config, Map<String, ClusterCounts> reference, SlicedProfile current) {
        List<String> key = config.drift().cluster();
        return key.isEmpty() ? Optional.empty() : Optional.of(new Clusters(key, reference, current.clusters()));
    }

    /** What tells the clusters of a monitor from others; nothing where it has none. */
    static List<String> identity(MonitorConfig config) {
        List<String> columns = config.drift().cluster();
        return columns.isEmpty()
                ? List.of()
                : List.of(ClusterKey.BLOCKS + " blocks", Objects.toString(columns.size()), String.join("\n", columns));
    }
}
