package io.lakewarden.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.rules.check.Checks;
import io.lakewarden.rules.measure.ColumnMetric;
import io.lakewarden.spark.JobRecorder;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The API for a team's own jobs and tests. */
@ExtendWith(SparkExtension.class)
class RulesTest {
    @TempDir
    Path folder;

    @Test
    void rulesInJavaHold(SparkSession session) {
        RulesVerdict verdict = Rules.on(People.in(session))
                .asOf(People.JANUARY.end())
                .require(Checks.primaryKey("id"))
                .require(Checks.unique("pair", "age"))
                .require(Checks.range("age", 20, 29))
                .require(Checks.oneOf("country", "DE", "FR"))
                .require(Checks.matches("code", "^[0-9.]+$"))
                .require(Checks.satisfies("income > 0"))
                .require(Checks.rowCount(10, 10))
                .require(Checks.fresh("at", Duration.ofDays(6)))
                .require(Checks.metric(ColumnMetric.MEAN, "age", 20, 30))
                .require(Checks.aggregate("max(age) - min(age)", 9, 9))
                .warn(Checks.complete("left"))
                .verify()
                .requireHeld();

        assertThat(verdict.held()).isTrue();
        assertThat(verdict.findings()).hasSize(11);
    }

    @Test
    void whatAProfileOfTheRowsKnowsIsNotRead(SparkSession session) throws Exception {
        Dataset<Row> people = People.in(session);
        DatasetProfile profile = People.profile(people);

        assertThat(JobRecorder.stagesOfJobs(session, () -> Rules.on(people)
                        .knowing(profile)
                        .require(Checks.range("age", 20, 29))
                        .require(Checks.unique("id"))
                        .verify()
                        .requireHeld()))
                .isEmpty();
    }

    @Test
    void aRuleThatDoesNotHoldEndsATest(SparkSession session) throws IOException {
        Dataset<Row> people = People.in(session);
        Path file = Files.writeString(
                folder.resolve("rules.yaml"), "rules: [{check: complete, column: left, id: left-is-there}]\n");

        assertThatThrownBy(() -> Rules.on(people).from(file).verify().requireHeld())
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "1 rule of 1 did not hold:\nFAIL rules/left/left-is-there: 9 of 10 rows (90%) satisfy: 'left'"
                                + " has a value; expected all rows.");
        assertThatThrownBy(() -> Rules.on(people).from(Files.writeString(file, "rules: []\n")))
                .hasMessageContaining("rules.yaml:1:8: rules is an empty list");
    }
}
