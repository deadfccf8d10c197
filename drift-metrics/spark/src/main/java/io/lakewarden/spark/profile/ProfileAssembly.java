package io.lakewarden.spark.profile;

import io.lakewarden.profile.ClusterCounts;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import scala.Tuple2;

/** Puts the merged states together on the driver. */
final class ProfileAssembly {
    private final ScanSpec spec;
    private final List<ColumnSpec> columns;

    ProfileAssembly(ScanSpec spec, List<ColumnSpec> columns) {
        this.spec = spec;
        this.columns = columns;
    }

    ProfiledGroups assemble(List<Tuple2<Integer, byte[]>> units, ScanPath path) {
        Map<Integer, byte[]> states = new HashMap<>();
        units.forEach(unit -> states.put(unit._1(), unit._2()));
        List<DatasetProfile> profiles = new ArrayList<>();
        List<List<DatasetProfile>> slices = new ArrayList<>();
        List<Map<String, ClusterCounts>> clusters = new ArrayList<>();
        for (int group = 0; group < spec.groups(); group++) {
            int whole = spec.whole(group);
            profiles.add(profile(whole, states));
            int firstBlock = spec.firstBlock(group);
            slices.add(IntStream.range(whole + 1, firstBlock)
                    .mapToObj(target -> profile(target, states))
                    .toList());
            clusters.add(clusters(IntStream.range(firstBlock, spec.whole(group + 1))
                    .mapToObj(target -> profile(target, states))
                    .toList()));
        }
        // A source without a single partition has no tally.
        RowTally tally = RowTally.decode(states.getOrDefault(spec.units().tally(), RowTally.NONE.encode()));
        return new ProfiledGroups(profiles, slices, clusters, tally.outside(), tally.withoutTime(), path);
    }

    private Map<String, ClusterCounts> clusters(List<DatasetProfile> blocks) {
        Map<String, ClusterCounts> byColumn = new LinkedHashMap<>();
        if (!blocks.isEmpty()) {
            columns.forEach(column -> byColumn.put(
                    column.name(),
                    ClusterCounts.of(blocks.stream()
                            .map(block -> block.columns().get(column.name()))
                            .toList())));
        }
        return byColumn;
    }

    /** A target's chunks side by side. States are let go as they are read. */
    private DatasetProfile profile(int target, Map<Integer, byte[]> states) {
        ScanUnits numbers = spec.units();
        if (!states.containsKey(numbers.of(target, 0))) {
            return spec.empty(target, columns);
        }
        List<ColumnProfile> profiles = new ArrayList<>();
        long rows = 0;
        for (int chunk = 0; chunk < numbers.chunks(); chunk++) {
            DatasetProfile part = ProfileCodec.decodeDataset(states.remove(numbers.of(target, chunk)));
            profiles.addAll(part.columns().values());
            rows = part.rows();
        }
        return DatasetProfile.of(spec.window(target), spec.slice(target), rows, profiles);
    }
}
