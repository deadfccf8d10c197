package io.lakewarden.spark.profile;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileCodec;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import scala.Tuple2;

/** Merges the states of each unit, which come sorted by unit and partition; one unit is in memory at a time. */
final class StateMerge implements PairFlatMapFunction<Iterator<Tuple2<Long, byte[]>>, Integer, byte[]> {
    private final int tally;

    /** A merge of profiles, except for the unit of the rows in none. */
    StateMerge(int tally) {
        this.tally = tally;
    }

    @Override
    public Iterator<Tuple2<Integer, byte[]>> call(Iterator<Tuple2<Long, byte[]>> states) {
        return new Iterator<>() {
            private Tuple2<Long, byte[]> next = advance();

            private Tuple2<Long, byte[]> advance() {
                return states.hasNext() ? states.next() : null;
            }

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public Tuple2<Integer, byte[]> next() {
                if (next == null) {
                    throw new NoSuchElementException();
                }
                int unit = StateKey.unit(next._1());
                Merging merging = unit == tally ? new Rows() : new Profiles();
                while (next != null && StateKey.unit(next._1()) == unit) {
                    merging.add(next._2());
                    next = advance();
                }
                return new Tuple2<>(unit, merging.merged());
            }
        };
    }

    private interface Merging {
        void add(byte[] state);

        byte[] merged();
    }

    private static final class Profiles implements Merging {
        private byte[] single;
        private DatasetProfile merged;

        @Override
        public void add(byte[] state) {
            if (merged == null && single == null) {
                single = state;
                return;
            }
            if (merged == null) {
                merged = ProfileCodec.decodeDataset(single);
            }
            merged = merged.merge(ProfileCodec.decodeDataset(state));
        }

        @Override
        public byte[] merged() {
            return merged == null ? single : ProfileCodec.encode(merged);
        }
    }

    private static final class Rows implements Merging {
        private RowTally tally = RowTally.NONE;

        @Override
        public void add(byte[] state) {
            tally = tally.plus(RowTally.decode(state));
        }

        @Override
        public byte[] merged() {
            return tally.encode();
        }
    }
}
