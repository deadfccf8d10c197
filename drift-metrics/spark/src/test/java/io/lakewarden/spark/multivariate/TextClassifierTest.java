package io.lakewarden.spark.multivariate;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.drift.multivariate.SeparationTest;
import io.lakewarden.spark.SparkExtension;
import io.lakewarden.spark.profile.DatasetColumns;
import io.lakewarden.spark.sample.RowSampler;
import io.lakewarden.spark.sample.TableSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class TextClassifierTest {
    private static final List<String> BILLING = List.of(
            "invoice", "card", "refund", "charged", "twice", "amount", "please", "my", "the", "was", "Rechnung", "😀");
    private static final List<String> DELIVERY = List.of(
            "parcel", "late", "courier", "address", "lost", "door", "please", "my", "the", "was", "Paket", "😀");

    @Test
    void tellsOtherSubjectsApartAndNotOtherSentences(SparkSession session) {
        TableSample reference = sentences(session, BILLING, 1);

        SeparationTest same = tested(session, reference, sentences(session, BILLING, 2));
        SeparationTest other = tested(session, reference, sentences(session, DELIVERY, 3));

        assertThat(same.pValue()).isGreaterThan(0.001);
        assertThat(same.lower()).isLessThan(0.55);
        assertThat(other.lower()).isGreaterThan(0.9);
        assertThat(other.pValue()).isEqualTo(0.001);
    }

    @Test
    void knowsFreeTextFromNamesAndCategories(SparkSession session) {
        Dataset<Row> data = session.range(300)
                .selectExpr(
                        "CONCAT('a thing of number ', id) AS free",
                        "CONCAT('x', id) AS name",
                        "IF(id % 2 = 0, 'not that often said', NULL) AS category",
                        "CAST(NULL AS STRING) AS nothing",
                        "id AS number");
        TableSample sample = RowSampler.DEFAULT.draw(data, DatasetColumns.of(data.schema(), Set.of(), Set.of()));

        assertThat(sample.columns().keySet())
                .filteredOn(column -> TextClassifier.isFreeText(sample, column))
                .containsExactly("free");
    }

    private static SeparationTest tested(SparkSession session, TableSample reference, TableSample current) {
        return SeparationTest.of(
                        new TextClassifier(session, 1_000, 1)
                                .scores(reference, current, "value", Optional.empty())
                                .orElseThrow(),
                        999,
                        1)
                .orElseThrow();
    }

    private static TableSample sentences(SparkSession session, List<String> words, long seed) {
        Random random = new Random(seed);
        List<String> sentences = new ArrayList<>();
        for (int row = 0; row < 300; row++) {
            List<String> sentence = new ArrayList<>();
            for (int word = 0; word < 6; word++) {
                sentence.add(words.get(random.nextInt(words.size())));
            }
            sentences.add(random.nextInt(20) == 0 ? null : String.join(random.nextBoolean() ? " " : ", ", sentence));
        }
        Dataset<Row> data = session.createDataset(sentences, Encoders.STRING()).toDF();
        return RowSampler.DEFAULT.draw(data, DatasetColumns.of(data.schema(), Set.of(), Set.of()));
    }
}
