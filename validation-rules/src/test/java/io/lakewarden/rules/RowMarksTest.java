package io.lakewarden.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.rules.check.Checks;
import io.lakewarden.spark.SparkExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class RowMarksTest {
    @Test
    void tellsEachRowTheRulesThatItFails(SparkSession session) {
        assertThat(failed(
                        session,
                        "id: left, check: complete, column: left",
                        "id: young, check: range, column: age, max: 22, where: country = 'FR'",
                        "id: pair, check: unique, columns: pair, where: id < 4",
                        "id: first, check: unique, columns: country, keep_first_by: id",
                        "id: odd, check: sql, predicate: \"email like '%@%'\"",
                        "id: mean, check: mean, column: age, at_most: 1",
                        "id: wrong, check: complete, column: nobody"))
                .containsExactly(
                        "0 [pair]",
                        "1 [pair]",
                        "2 [pair, first]",
                        "3 [pair, first]",
                        "4 [left, young, first]",
                        "5 [young, first]",
                        "6 [first]",
                        "7 [young, first]",
                        "8 [young, first]",
                        "9 [first, odd]");
    }

    @Test
    void warningsAreKeptApartAndNoRowIsLost(SparkSession session) {
        Dataset<Row> marked = Rules.on(People.in(session))
                .warn(Checks.complete("left"))
                .require(Checks.complete("nothing"))
                .marked();

        assertThat(marked.count()).isEqualTo(10);
        assertThat(marked.filter("size(warned_rules) = 1 and id = 4").count()).isEqualTo(1);
        assertThat(marked.filter("size(warned_rules) = 1").count()).isEqualTo(1);
        assertThat(marked.filter("size(failed_rules) = 1").count()).isEqualTo(10);
    }

    @Test
    void lookingIntoAnotherTableDoublesNoRow(SparkSession session, @TempDir Path folder) {
        String other = folder.resolve("other").toString();
        session.range(3).union(session.range(3)).toDF("pair").write().parquet(other);

        assertThat(failed(
                        session,
                        "id: in, check: exists_in, columns: pair, in: {path: '" + other
                                + "', format: parquet, columns: pair}",
                        "id: also, check: exists_in, columns: id, in: {path: '" + other
                                + "', format: parquet, columns: pair}"))
                .containsExactly(
                        "0 []",
                        "1 []",
                        "2 []",
                        "3 [also]",
                        "4 [also]",
                        "5 [also]",
                        "6 [in, also]",
                        "7 [in, also]",
                        "8 [in, also]",
                        "9 [in, also]");
    }

    private static List<String> failed(SparkSession session, String... rules) {
        return RowMarks.mark(People.data(People.in(session)), People.rules(rules))
                .orderBy("id")
                .collectAsList()
                .stream()
                .map(row -> row.getAs("id") + " "
                        + row.<String>getList(row.fieldIndex(RowMarks.FAILED)).stream()
                                .collect(Collectors.joining(", ", "[", "]")))
                .toList();
    }
}
