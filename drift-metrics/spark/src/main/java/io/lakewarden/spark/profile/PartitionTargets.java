package io.lakewarden.spark.profile;

import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.ProfileBuilder;
import io.lakewarden.profile.ProfileCodec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import scala.Tuple2;

/**
 * The profiles that one partition builds. Targets without rows here cost nothing: their builders are never made.
 *
 * @param <R> what reads cells into a target
 */
final class PartitionTargets<R> {
    private final ScanSpec spec;
    private final List<ColumnSpec> columns;
    private final BiFunction<List<ColumnSpec>, ProfileBuilder, R> readers;
    private final List<Target<R>> targets = new ArrayList<>();
    private long outside;
    private long withoutTime;

    /** One profile being built. */
    static final class Target<R> {
        private final ProfileBuilder builder;
        private final R reader;

        private Target(ProfileBuilder builder, R reader) {
            this.builder = builder;
            this.reader = reader;
        }

        /** Counts rows and returns what reads their cells. */
        R reading(long count) {
            builder.addRows(count);
            return reader;
        }
    }

    PartitionTargets(ScanSpec spec, BiFunction<List<ColumnSpec>, ProfileBuilder, R> readers) {
        this.spec = spec;
        this.columns = spec.columns();
        this.readers = readers;
        IntStream.range(0, spec.targets()).forEach(target -> targets.add(null));
    }

    Target<R> at(int target) {
        Target<R> known = targets.get(target);
        if (known == null) {
            ProfileBuilder builder = new ProfileBuilder(columns, spec.detail(target));
            known = new Target<>(builder, readers.apply(columns, builder));
            targets.set(target, known);
        }
        return known;
    }

    void addOutside(long rows) {
        outside += rows;
    }

    void addWithoutTime(long rows) {
        withoutTime += rows;
    }

    /** What reads cells into the targets that have rows. */
    Stream<R> readers() {
        return targets.stream().filter(target -> target != null).map(target -> target.reader);
    }

    /** The states under their keys, each made when it is taken. */
    Iterator<Tuple2<Long, byte[]>> states(int partition) {
        // One flat stream: an iterator over a nested one would make all states of a target before it gives the first.
        ScanUnits units = spec.units();
        return spec.ownUnits()
                .filter(unit -> unit == units.tally() || targets.get(units.target(unit)) != null)
                .mapToObj(unit -> new Tuple2<>(StateKey.of(unit, partition), state(unit)))
                .iterator();
    }

    private byte[] state(int unit) {
        ScanUnits units = spec.units();
        if (unit == units.tally()) {
            return new RowTally(outside, withoutTime).encode();
        }
        int target = units.target(unit);
        int first = spec.firstColumn();
        return ProfileCodec.encode(targets.get(target)
                .builder
                .build(
                        spec.window(target),
                        spec.slice(target),
                        units.firstColumn(unit) - first,
                        units.endOfColumns(unit) - first));
    }
}
