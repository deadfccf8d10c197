package io.lakewarden.spark.sample;

import io.lakewarden.profile.ColumnKind;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/** The cells of one column in a {@link TableSample}, in the order of its rows. */
public sealed interface ColumnSample {
    /** How many rows there are. */
    int size();

    /** Whether the cell of a row is null. */
    boolean isMissing(int row);

    /** What equal cells have in common and different ones do not; empty where the cell is null. */
    Optional<String> key(int row);

    /** How the column is profiled. */
    ColumnKind kind();

    /** The cells of some rows, in their order. */
    ColumnSample only(int... rows);

    private static BitSet only(BitSet bits, int[] rows) {
        BitSet some = new BitSet(rows.length);
        for (int place = 0; place < rows.length; place++) {
            some.set(place, bits.get(rows[place]));
        }
        return some;
    }

    /** Numbers of any type, as doubles; NaN and infinity are values. */
    final class Numbers implements ColumnSample {
        private final double[] values;
        private final BitSet missing;

        Numbers(double[] values, BitSet missing) {
            this.values = values;
            this.missing = missing;
        }

        /** The number in a row; NaN where it is missing too. */
        public double value(int row) {
            return values[row];
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public boolean isMissing(int row) {
            return missing.get(row);
        }

        @Override
        public Optional<String> key(int row) {
            return missing.get(row) ? Optional.empty() : Optional.of("" + values[row]);
        }

        @Override
        public ColumnKind kind() {
            return ColumnKind.NUMERIC;
        }

        @Override
        public ColumnSample only(int... rows) {
            return new Numbers(
                    IntStream.of(rows).mapToDouble(row -> values[row]).toArray(), ColumnSample.only(missing, rows));
        }
    }

    /** Texts, and whatever else is declared categorical. */
    final class Texts implements ColumnSample {
        private final String[] values;

        Texts(String[] values) {
            this.values = values;
        }

        /** The text in a row; empty where it is missing. */
        public Optional<String> value(int row) {
            return Optional.ofNullable(values[row]);
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public boolean isMissing(int row) {
            return values[row] == null;
        }

        @Override
        public Optional<String> key(int row) {
            return value(row);
        }

        @Override
        public ColumnKind kind() {
            return ColumnKind.CATEGORICAL;
        }

        @Override
        public ColumnSample only(int... rows) {
            return new Texts(IntStream.of(rows).mapToObj(row -> values[row]).toArray(String[]::new));
        }
    }

    /** Yes or no. */
    final class Booleans implements ColumnSample {
        private final int size;
        private final BitSet values;
        private final BitSet missing;

        Booleans(int size, BitSet values, BitSet missing) {
            this.size = size;
            this.values = values;
            this.missing = missing;
        }

        /** The value in a row; false where it is missing too. */
        public boolean value(int row) {
            return values.get(row);
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public boolean isMissing(int row) {
            return missing.get(row);
        }

        @Override
        public Optional<String> key(int row) {
            return missing.get(row) ? Optional.empty() : Optional.of("" + values.get(row));
        }

        @Override
        public ColumnKind kind() {
            return ColumnKind.BOOLEAN;
        }

        @Override
        public ColumnSample only(int... rows) {
            return new Booleans(rows.length, ColumnSample.only(values, rows), ColumnSample.only(missing, rows));
        }
    }

    /** Points in time. */
    final class Times implements ColumnSample {
        private final long[] micros;
        private final BitSet missing;

        Times(long[] micros, BitSet missing) {
            this.micros = micros;
            this.missing = missing;
        }

        /** Microseconds since 1970 UTC, a date's midnight, a time without zone taken as UTC; 0 where missing too. */
        public long micros(int row) {
            return micros[row];
        }

        @Override
        public int size() {
            return micros.length;
        }

        @Override
        public boolean isMissing(int row) {
            return missing.get(row);
        }

        @Override
        public Optional<String> key(int row) {
            return missing.get(row) ? Optional.empty() : Optional.of("" + micros[row]);
        }

        @Override
        public ColumnKind kind() {
            return ColumnKind.TEMPORAL;
        }

        @Override
        public ColumnSample only(int... rows) {
            return new Times(
                    IntStream.of(rows).mapToLong(row -> micros[row]).toArray(), ColumnSample.only(missing, rows));
        }
    }
}
