package io.lakewarden.spark.profile;

import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import scala.collection.Seq;

/**
 * Profiles a dataset in one scan: one Spark job, one stage more than the dataset itself needs, however many columns and
 * windows there are. Each partition builds its profiles and sends them to the driver as bytes, where they are merged in
 * the order of the partitions: the same files, split in the same way, give the same bytes. Where they are split in
 * another way (another number of cores, other block sizes), everything exact is the same to the bit, floating-point
 * moments up to rounding, sketches within their bounds.
 */
public final class DatasetProfiler {
    private DatasetProfiler() {}

    /**
     * Profiles some columns of a dataset. Only the top-level columns that they are in are read.
     *
     * @param columns from {@link DatasetColumns#of}, with the bins to count where a reference has set them
     * @param groups which profiles to make
     * @throws IllegalArgumentException if a column, or the time column, is not there or has a type that does not fit
     */
    public static ProfiledGroups profile(Dataset<Row> data, List<ColumnSpec> columns, ProfileGroups groups) {
        Dataset<Row> needed = select(data, columns, groups);
        PartitionScan scan = new PartitionScan(needed.schema(), columns, groups);
        List<byte[]> partitions =
                needed.queryExecution().toRdd().toJavaRDD().mapPartitions(scan).collect();
        return merge(partitions, columns, groups);
    }

    private static Dataset<Row> select(Dataset<Row> data, List<ColumnSpec> columns, ProfileGroups groups) {
        Set<String> names = new HashSet<>();
        columns.forEach(column -> names.add(ColumnPath.names(column.name()).get(0)));
        groups.timeColumn().ifPresent(time -> names.add(ColumnPath.names(time).get(0)));
        // Columns are taken as resolved attributes, not looked up by name: names that differ in case only, or hold
        // dots and backticks, stay what they are.
        Seq<Attribute> attributes = data.queryExecution().analyzed().output();
        List<Column> selected = new ArrayList<>();
        for (int i = 0; i < attributes.size(); i++) {
            if (names.contains(attributes.apply(i).name())) {
                selected.add(new Column(attributes.apply(i)));
            }
        }
        return data.select(selected.toArray(Column[]::new));
    }

    private static ProfiledGroups merge(List<byte[]> partitions, List<ColumnSpec> columns, ProfileGroups groups) {
        List<Optional<DatasetProfile>> merged = new ArrayList<>();
        groups.groups().forEach(group -> merged.add(Optional.empty()));
        long rowsOutside = 0;
        long rowsWithoutTime = 0;
        for (byte[] bytes : partitions) {
            PartitionResult partition = PartitionResult.decode(bytes);
            rowsOutside += partition.rowsOutside();
            rowsWithoutTime += partition.rowsWithoutTime();
            for (int i = 0; i < merged.size(); i++) {
                merged.set(i, merge(merged.get(i), partition.profiles().get(i)));
            }
        }
        List<DatasetProfile> profiles = new ArrayList<>();
        for (int i = 0; i < merged.size(); i++) {
            ProfileGroups.Group group = groups.groups().get(i);
            profiles.add(merged.get(i).orElseGet(() -> PartitionScan.emptyProfile(columns, group)));
        }
        return new ProfiledGroups(profiles, rowsOutside, rowsWithoutTime);
    }

    private static Optional<DatasetProfile> merge(Optional<DatasetProfile> left, Optional<DatasetProfile> right) {
        return left.isEmpty() || right.isEmpty()
                ? left.or(() -> right)
                : Optional.of(left.get().merge(right.get()));
    }
}
