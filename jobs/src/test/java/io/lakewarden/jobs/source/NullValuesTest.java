package io.lakewarden.jobs.source;

import static io.lakewarden.jobs.source.Sources.csv;
import static io.lakewarden.jobs.source.Sources.nullValues;
import static io.lakewarden.jobs.source.Sources.stored;
import static io.lakewarden.jobs.source.Sources.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lakewarden.jobs.config.SourceConfig;
import io.lakewarden.jobs.config.SourceFormat;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.spark.SparkExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class NullValuesTest {
    private final SparkSession session;

    @TempDir
    private Path folder;

    NullValuesTest(SparkSession session) {
        this.session = session;
    }

    @Test
    void aValueMeansNothingInItsColumnOnly() {
        Path file = write(folder, "a.csv", "a,a.b,c\n-200,-200,x\n-200.0,?,?\n1.5,7,?\n");

        ResolvedSource source = read(nullValues(
                csv(file, "a", "double", "a.b", "int", "c", "string"),
                Map.of("a", List.of("-200"), "`a.b`", List.of("?"))));

        assertThat(source.data().selectExpr("a", "`a.b`", "c").collectAsList())
                .extracting(Object::toString)
                .containsExactly("[null,-200,x]", "[null,null,?]", "[1.5,7,?]");
    }

    @Test
    void anInferredTypeKnowsWhatMeansNothing() {
        Path file = write(folder, "a.csv", "a,b\n1,x\n?,y\n");

        assertThat(read(nullValues(csv(file), Map.of("a", List.of("?"))))
                        .schema()
                        .toDDL())
                .isEqualTo("a INT,b STRING");
    }

    @Test
    void typedTablesAreReadAlike() {
        Path file = folder.resolve("table");
        session.sql("SELECT * FROM VALUES (-200.0D, DATE'1900-01-01', ' ? ', -200, named_struct('x', -200)),"
                        + " (1.5D, DATE'2026-01-01', 'ok', 1, named_struct('x', 2)) AS t(a, day, text, n, s)")
                .write()
                .parquet(file.toString());
        Map<String, List<String>> values = Map.of(
                "a", List.of("-200"), "day", List.of("1900-01-01"), "text", List.of("?"), "s.x", List.of("-200"));

        ResolvedSource source = read(nullValues(stored(SourceFormat.PARQUET, file), values));

        assertThat(source.data().where("n = -200").first().toString()).isEqualTo("[null,null,null,-200,[null]]");
        assertThat(source.data()
                        .where("a IS NULL OR day IS NULL OR text IS NULL OR s.x IS NULL")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void refusesWhatWouldHaveNoEffect() {
        Path file = folder.resolve("table");
        session.sql("SELECT 1 AS reading, array(1) AS list").write().parquet(file.toString());
        SourceConfig source = stored(SourceFormat.PARQUET, file);

        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(nullValues(source, Map.of("reeding", List.of("?")))))
                .withMessage("source.null_values: there is no column 'reeding'; did you mean 'reading'?");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(nullValues(source, Map.of("reading", List.of("?")))))
                .withMessage("source.null_values: '?' of column 'reading' is no int, which is the column's type");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(nullValues(source, Map.of("list", List.of("1")))))
                .withMessageContaining("source.null_values: column 'list' is array<int>");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(nullValues(source, Map.of("`open", List.of("1")))))
                .withMessageStartingWith("source.null_values: '`open' is no column path");
    }

    private ResolvedSource read(SourceConfig source) {
        return new SourceReader(session).read(source, Optional.empty());
    }
}
