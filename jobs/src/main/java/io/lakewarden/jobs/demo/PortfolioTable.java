package io.lakewarden.jobs.demo;

import io.lakewarden.simulator.Application;
import io.lakewarden.simulator.LabelPolicy;
import io.lakewarden.simulator.LendingPortfolio;
import io.lakewarden.simulator.MonthPlan;
import io.lakewarden.simulator.PortfolioColumns;
import io.lakewarden.simulator.SimulatedColumn;
import io.lakewarden.simulator.ValueType;
import java.io.Serializable;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Writes a simulated portfolio as a Delta table; every month is drawn and written by a task of its own. */
final class PortfolioTable {
    private final SparkSession session;
    private final Recipe recipe;

    PortfolioTable(SparkSession session, Recipe recipe) {
        this.session = session;
        this.recipe = recipe;
    }

    /**
     * What makes a portfolio; small enough to travel to the tasks that draw it.
     *
     * @param seed the seed of the data
     * @param rows applications over all months
     * @param labels whose outcome is ever known
     */
    record Recipe(long seed, int rows, LabelPolicy labels) implements Serializable {
        LendingPortfolio portfolio() {
            return new LendingPortfolio(seed, rows, labels);
        }
    }

    /** Replaces the table at {@code path} by the applications as they come in: features, score and decision. */
    void writeApplications(String path) {
        write(path, PortfolioColumns::applications);
    }

    /** Replaces the table at {@code path} by what becomes known later: label and the time it became known. */
    void writeOutcomes(String path) {
        write(path, PortfolioColumns::outcomes);
    }

    private void write(String path, ColumnList columns) {
        Recipe source = recipe;
        List<Integer> months =
                source.portfolio().calendar().stream().map(MonthPlan::number).toList();
        JavaRDD<Row> applications = JavaSparkContext.fromSparkContext(session.sparkContext())
                .parallelize(months, months.size())
                .flatMap(month -> rowsOf(source, month, columns.get()));
        StructType schema = StructType.fromDDL(PortfolioColumns.ddl(columns.get()));
        session.createDataFrame(applications, schema)
                .write()
                .format("delta")
                .option("overwriteSchema", "true")
                .mode(SaveMode.Overwrite)
                .save(path);
    }

    /** A list of columns by name of its method, for their accessors cannot travel. */
    private interface ColumnList extends Supplier<List<SimulatedColumn>>, Serializable {}

    private static Iterator<Row> rowsOf(Recipe recipe, int month, List<SimulatedColumn> columns) {
        return recipe.portfolio()
                .month(month)
                .map(application -> row(application, columns))
                .iterator();
    }

    private static Row row(Application application, List<SimulatedColumn> columns) {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = toSpark(columns.get(i).type(), columns.get(i).value(application));
        }
        return RowFactory.create(values);
    }

    private static Object toSpark(ValueType type, Object value) {
        if (value instanceof List<?> list) {
            return type instanceof ValueType.Struct ? RowFactory.create(list.toArray()) : list.toArray(Double[]::new);
        }
        if (value instanceof Instant instant) {
            return Timestamp.from(instant);
        }
        if (value instanceof LocalDate day) {
            return Date.valueOf(day);
        }
        return value;
    }
}
