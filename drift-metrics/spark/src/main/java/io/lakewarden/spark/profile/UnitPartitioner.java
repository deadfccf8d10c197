package io.lakewarden.spark.profile;

import org.apache.spark.Partitioner;

/** Brings all states of a unit together. */
final class UnitPartitioner extends Partitioner {
    private final int partitions;

    UnitPartitioner(int partitions) {
        this.partitions = partitions;
    }

    @Override
    public int numPartitions() {
        return partitions;
    }

    @Override
    public int getPartition(Object key) {
        return StateKey.unit((Long) key) % partitions;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnitPartitioner that && partitions == that.partitions;
    }

    @Override
    public int hashCode() {
        return partitions;
    }
}
