package io.lakewarden.spark.profile;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileBuilder;
import io.lakewarden.profile.ProfileCodec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
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
    private final Function<ProfileBuilder, R> readers;
    private final List<Target<R>> targets = new ArrayList<>();
    private long outside;
    private long withoutTime;

    /** One profile being built. */
    static final class Target<R> {
        private final ProfileBuilder builder;
        private final R reader;
        private long rows;

        private Target(ProfileBuilder builder, R reader) {
            this.builder = builder;
            this.reader = reader;
        }

        /** Counts rows and returns what reads their cells. */
        R reading(long count) {
            rows += count;
            return reader;
        }
    }

    PartitionTargets(ScanSpec spec, Function<ProfileBuilder, R> readers) {
        this.spec = spec;
        this.columns = spec.columns();
        this.readers = readers;
        IntStream.range(0, spec.targets()).forEach(target -> targets.add(null));
    }

    Target<R> at(int target) {
        Target<R> known = targets.get(target);
        if (known == null) {
            ProfileBuilder builder = new ProfileBuilder(columns, spec.detail(target));
            known = new Target<>(builder, readers.apply(builder));
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
        Stream<Tuple2<Long, byte[]>> states = IntStream.range(0, spec.targets())
                .filter(target -> targets.get(target) != null)
                .boxed()
                .flatMap(target -> IntStream.range(0, spec.chunks())
                        .mapToObj(chunk -> new Tuple2<>(
                                StateKey.of(spec.unit(target, chunk), partition),
                                ProfileCodec.encode(profile(target, chunk)))));
        byte[] tally = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(outside)
                .putLong(withoutTime)
                .array();
        return Stream.concat(states, Stream.of(new Tuple2<>(StateKey.of(spec.tally(), partition), tally)))
                .iterator();
    }

    private DatasetProfile profile(int target, int chunk) {
        Target<R> built = targets.get(target);
        int first = chunk * ScanSpec.CHUNK;
        int size = spec.chunk(columns, chunk).size();
        List<ColumnProfile> profiles = IntStream.range(first, first + size)
                .<ColumnProfile>mapToObj(i -> built.builder.column(i).build())
                .toList();
        return DatasetProfile.of(spec.window(target), spec.slice(target), built.rows, profiles);
    }
}
