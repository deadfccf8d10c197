package io.lakewarden.rules.measure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** A number to be computed over the rows of a dataset. Values are null where a rule does not look at the row. */
public sealed interface Measure {
    /** The expressions over the dataset that it needs, each of which can be wrong on its own. */
    List<Column> columns();

    /**
     * How many rows there are.
     *
     * @param among which rows are looked at; absent for all
     */
    record RowCount(Optional<Column> among) implements Measure {
        @Override
        public List<Column> columns() {
            return among.stream().toList();
        }
    }

    /**
     * The share of rows with a value.
     *
     * @param value the value
     * @param among which rows are looked at; absent for all
     */
    record Completeness(Column value, Optional<Column> among) implements Measure {
        @Override
        public List<Column> columns() {
            return Stream.concat(Stream.of(value), among.stream()).toList();
        }
    }

    /**
     * The share of rows of which something holds.
     *
     * @param holds true or false for each row that is looked at
     * @param among which rows are looked at; absent for all
     */
    record Share(Column holds, Optional<Column> among) implements Measure {
        @Override
        public List<Column> columns() {
            return Stream.concat(Stream.of(holds), among.stream()).toList();
        }
    }

    /**
     * The share of values, or of tuples of them, that occur once only.
     *
     * @param values the columns of a tuple; all of them are null in a row that is not looked at, and none in others
     * @param keepFirstBy of equal values, the row that is least by this is no duplicate when rows are told apart; absent
     *     where all of them are. The share is the same.
     */
    record Uniqueness(List<Column> values, Optional<Column> keepFirstBy) implements Measure {
        public Uniqueness {
            values = List.copyOf(values);
        }

        @Override
        public List<Column> columns() {
            return Stream.concat(values.stream(), keepFirstBy.stream()).toList();
        }
    }

    /** A number about one column. */
    record OfColumn(ColumnMetric metric, Column value) implements Measure {
        @Override
        public List<Column> columns() {
            return List.of(value);
        }
    }

    /**
     * The value below which a share of the values lies, interpolated linearly between neighbours; exact.
     *
     * @param share from 0 to 1
     */
    record Quantile(double share, Column value) implements Measure {
        @Override
        public List<Column> columns() {
            return List.of(value);
        }
    }

    /** Pearson's correlation of two columns, over the rows that have both. */
    record Correlation(Column left, Column right) implements Measure {
        @Override
        public List<Column> columns() {
            return List.of(left, right);
        }
    }

    /** A number that an expression makes of all rows. */
    record Aggregate(Column aggregate) implements Measure {
        @Override
        public List<Column> columns() {
            return List.of(aggregate);
        }
    }
}
