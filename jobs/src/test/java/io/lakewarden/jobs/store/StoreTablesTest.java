package io.lakewarden.jobs.store;

import static io.lakewarden.jobs.store.Attempts.HOSTILE;
import static io.lakewarden.jobs.store.Attempts.month;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.drift.BinTable;
import io.lakewarden.drift.ColumnDrift;
import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.FrequentValue;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.MetricValue;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What people find who query the tables. */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreTablesTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("lakewarden.root"), "docs", "store.md");

    private final Attempt attempt = month(12, 1);
    private Path root;
    private DeltaStore store;

    @BeforeAll
    void commit(SparkSession session, @TempDir Path folder) {
        root = folder;
        store = DeltaStore.open(session, root.toString());
        store.commit(List.of(month(12, 2)));
        store.commit(List.of(attempt, month(11, 1)));
    }

    @Test
    void tablesArePartitionedByMonitorAndMonth() {
        for (StoreTable table : StoreTable.values()) {
            assertThat(root.resolve(table.tableName()).resolve("monitor=loans").resolve("month=2026-12"))
                    .isDirectory();
        }
    }

    @Test
    void numbersAreStoredToTheBit() {
        NumericProfile amount =
                (NumericProfile) attempt.profile().whole().column("amount").orElseThrow();
        Row row = only(StoreTable.PROFILE_METRICS, col("column_name").equalTo("amount"));

        assertThat(row.<Long>getAs("count")).isEqualTo(400);
        assertThat(row.<Double>getAs("avg")).isEqualTo(amount.mean().number().orElseThrow());
        assertThat(row.<Double>getAs("percent_null")).isZero();
        List<Double> quantiles = row.getList(row.fieldIndex("quantiles"));
        assertThat(quantiles).hasSize(1000).isSorted();
        for (int step : new int[] {1, 250, 333, 500, 999, 1000}) {
            assertThat(quantiles.get(step - 1))
                    .isEqualTo(amount.quantile(step / 1000.0).number().orElseThrow());
        }
    }

    @Test
    void whatIsUnknownIsNullWithItsReason() {
        Row row = only(StoreTable.PROFILE_METRICS, col("column_name").equalTo("empty"));

        assertThat(row.<Object>getAs("avg")).isNull();
        assertThat(row.<Object>getAs("quantiles")).isNull();
        MetricValue mean = attempt.profile()
                .whole()
                .column("empty")
                .orElseThrow()
                .metrics()
                .get("avg");
        assertThat(row.<String, String>getJavaMap(row.fieldIndex("unknown_reasons"))
                        .get("avg"))
                .isEqualTo(((MetricValue.Unknown) mean).reason());
        assertThat(row.<Double>getAs("percent_null")).isEqualTo(100);
    }

    @Test
    void hostileNamesAndValuesAreValuesInRows() {
        Row row = only(StoreTable.PROFILE_METRICS, col("column_name").equalTo(HOSTILE));
        List<Row> items = row.getList(row.fieldIndex("frequent_items"));
        FrequentValue most = ((CategoricalProfile)
                        attempt.profile().whole().column(HOSTILE).orElseThrow())
                .topValues(1)
                .get(0);
        assertThat(items.get(0))
                .isEqualTo(org.apache.spark.sql.RowFactory.create(most.value(), most.lower(), most.upper()));

        Column table = col("column_name").equalTo(":table");
        assertThat(only(StoreTable.PROFILE_METRICS, table.and(col("ordinal").isNull()))
                        .<String>getAs("data_type"))
                .isNull();
        assertThat(only(StoreTable.PROFILE_METRICS, table.and(col("ordinal").isNotNull()))
                        .<String>getAs("data_type"))
                .isEqualTo("boolean");
    }

    @Test
    void driftKeepsEveryScoreAndTheBinsBehindIt() {
        ColumnDrift drift = attempt.comparisons().get(0).drift().columns().stream()
                .filter(column -> column.column().equals("amount"))
                .findFirst()
                .orElseThrow();
        Row row = only(
                StoreTable.DRIFT_METRICS,
                col("column_name").equalTo("amount").and(col("drift_type").equalTo("BASELINE")));

        assertThat(row.<Double>getAs("population_stability_index"))
                .isEqualTo(drift.scores()
                        .get("population_stability_index")
                        .value()
                        .number()
                        .orElseThrow());
        assertThat(row.<Row>getAs("chi_squared_test").<Double>getAs("pvalue"))
                .isEqualTo(
                        drift.scores().get("chi_squared_test").pValue().number().orElseThrow());
        assertThat(row.<Double>getAs("avg_delta")).isNotNull();
        BinTable bins = drift.bins().orElseThrow();
        List<Row> stored = row.getList(row.fieldIndex("bins"));
        assertThat(stored).hasSize(bins.bins().size());
        for (int i = 0; i < stored.size(); i++) {
            assertThat(stored.get(i).<String>getAs("label"))
                    .isEqualTo(bins.bins().get(i).label());
            assertThat(stored.get(i).<Long>getAs("current"))
                    .isEqualTo(bins.bins().get(i).current());
            assertThat(stored.get(i).<Double>getAs("psi_contribution"))
                    .isEqualTo(bins.bins().get(i).psiContribution());
        }
    }

    @Test
    void slicesHaveRowsOfTheirOwnThatAddUpToAllRows() {
        Column ofTable = col("column_name")
                .equalTo(":table")
                .and(col("ordinal").isNull())
                .and(col("run_id").equalTo(attempt.facts().runId()));
        List<Row> counts = store.view(StoreTable.PROFILE_METRICS)
                .where(ofTable.and(col("slice_key").equalTo(HOSTILE)))
                .orderBy("slice_value")
                .select("slice_value", "count")
                .collectAsList();

        assertThat(counts).extracting(row -> row.getString(0)).containsExactly("", "(rest)", HOSTILE);
        assertThat(counts).extracting(row -> row.getLong(1)).startsWith(0L);
        assertThat(counts.stream().mapToLong(row -> row.getLong(1)).sum()).isEqualTo(400);
        assertThat(store.view(StoreTable.DRIFT_METRICS)
                        .where(ofTable.and(col("slice_key").isNotNull()))
                        .select("drift_type", "count_delta")
                        .collectAsList())
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.getString(0)).isEqualTo("BASELINE"));
        assertThat(store.view(StoreTable.DRIFT_METRICS)
                        .where(col("slice_value").equalTo("").and(col("ordinal").equalTo(0)))
                        .selectExpr("status", "unknown_reasons['population_stability_index']")
                        .distinct()
                        .collectAsList())
                .containsExactly(
                        org.apache.spark.sql.RowFactory.create("ERROR", "the reference has 0 rows and 30 are needed"));
    }

    @Test
    void theDocumentedSqlGivesTheView(SparkSession session) throws IOException {
        Matcher sql = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(DOCUMENT));
        assertThat(sql.find()).isTrue();
        String query = sql.group(1).replace("/path/to/store", root.toString());

        assertThat(session.sql(query).select("run_id", "ordinal").collectAsList())
                .containsExactlyInAnyOrderElementsOf(store.view(StoreTable.DRIFT_METRICS)
                        .where(col("drift_type")
                                .equalTo("BASELINE")
                                .and(col("slice_key").isNull()))
                        .select("run_id", "ordinal")
                        .collectAsList())
                .isNotEmpty();
    }

    @Test
    void everyColumnIsDocumented() throws IOException {
        String text = Files.readString(DOCUMENT);
        for (StoreTable table : StoreTable.values()) {
            for (StructField field : table.schema().fields()) {
                assertThat(field.getComment().isDefined()).as(field.name()).isTrue();
                assertThat(text).contains("`" + field.name() + "`");
            }
        }
    }

    private Row only(StoreTable table, Column condition) {
        List<Row> rows = store.view(table)
                .where(condition
                        .and(col("slice_key").isNull())
                        .and(col("run_id").equalTo(attempt.facts().runId())))
                .collectAsList();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
