package io.lakewarden.jobs.source;

import static io.lakewarden.jobs.source.Sources.csv;
import static io.lakewarden.jobs.source.Sources.stored;
import static io.lakewarden.jobs.source.Sources.version;
import static io.lakewarden.jobs.source.Sources.where;
import static io.lakewarden.jobs.source.Sources.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lakewarden.jobs.config.RowSelection;
import io.lakewarden.jobs.config.SourceConfig;
import io.lakewarden.jobs.config.SourceFormat;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.spark.SparkExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SparkExtension.class)
class SourceReaderTest {
    private final SparkSession session;

    @TempDir
    private Path folder;

    SourceReaderTest(SparkSession session) {
        this.session = session;
    }

    @Test
    void readsOneDeltaVersionWhateverIsWrittenLater() {
        Path table = delta(3);
        SourceConfig source = stored(SourceFormat.DELTA, table);
        ResolvedSource newest = read(source);
        append(table, 2);
        assertThat(newest.data().count()).isEqualTo(3);
        assertThat(newest.snapshot()).startsWith("delta:").endsWith("@0");
        assertThat(newest.description()).isEqualTo("Delta table " + table + ", version 0");
        assertThat(read(source).data().count()).isEqualTo(5);
        assertThat(read(source).snapshot()).endsWith("@1");
        assertThat(read(version(source, 0)).snapshot()).isEqualTo(newest.snapshot());
        assertThat(read(version(source, 0)).data().count()).isEqualTo(3);
    }

    @Test
    void refusesAVersionThatIsNotThere() {
        Path table = delta(3);
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(version(stored(SourceFormat.DELTA, table), 7)))
                .withMessage("source.version: " + table + " has no version 7; the newest is 0");
    }

    @Test
    void refusesAFolderThatIsNoDeltaTable() {
        Path parquet = parquet("p", "SELECT 1 AS x");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(stored(SourceFormat.DELTA, parquet)))
                .withMessageStartingWith("source: " + parquet + " is no Delta table");
        assertThat(Files.exists(parquet.resolve("_delta_log"))).isFalse();
    }

    @Test
    void readsAllColumnsOfAllParquetFiles() {
        Path older = parquet("a", "SELECT 1 AS x");
        Path newer = parquet("b", "SELECT 2 AS x, 'new' AS y");
        assertThat(read(stored(SourceFormat.PARQUET, older, newer)).schema().fieldNames())
                .containsExactly("x", "y");
    }

    @Test
    void keepsHostileParquetNames() {
        Path file = parquet("p", "SELECT 1 AS `a.b`, 2 AS ```x```, 3 AS `😀 <b>`");
        ResolvedSource source = read(where(stored(SourceFormat.PARQUET, file), "`a.b` = 1 AND ```x``` = 2"));
        assertThat(source.data().count()).isEqualTo(1);
        assertThat(source.schema().fieldNames()).containsExactly("a.b", "`x`", "😀 <b>");
    }

    @Test
    void aFileSystemWithoutItsLibraryIsTheUsersError() {
        RowSelection elsewhere =
                new RowSelection(List.of("nolibrary://bucket/x"), Optional.empty(), Optional.empty(), Optional.empty());
        session.sparkContext().hadoopConfiguration().set("fs.nolibrary.impl", "no.such.Library");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> new SourceReader(session)
                        .read(stored(SourceFormat.PARQUET, folder), Optional.empty(), elsewhere, "reference"))
                .withMessageContainingAll("nolibrary://bucket/x", "no.such.Library", "--packages");
    }

    @ParameterizedTest
    @EnumSource(value = SourceFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "JDBC")
    void refusesAPathThatIsNotThere(SourceFormat format) {
        Path missing = folder.resolve("missing");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(stored(format, missing)))
                .withMessage("source: there is no file or folder at " + missing);
    }

    @Test
    void refusesAFileSystemThatNothingReads() {
        SourceConfig source = stored(SourceFormat.PARQUET, Path.of("x"));
        RowSelection elsewhere =
                new RowSelection(List.of("nowhere://bucket/x"), Optional.empty(), Optional.empty(), Optional.empty());
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> new SourceReader(session).read(source, Optional.empty(), elsewhere, "reference"))
                .withMessageStartingWith("source: nothing here reads nowhere://bucket/x");
    }

    @Test
    void refusesWhatIsNoParquet() {
        Path file = write(folder, "a.parquet", "surely not\n");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(stored(SourceFormat.PARQUET, file)))
                .withMessageContaining("source: " + file)
                .withMessageContaining("is not a Parquet file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x > | source.where: 'x >' is no Spark SQL predicate: ",
                "tmep > 1 | source.where: 'tmep > 1' does not fit the data: ",
                "x + 1 | source.where: 'x + 1' is int, but a predicate is true or false"
            })
    void namesThePredicateThatIsWrong(String predicate, String message) {
        Path file = parquet("p", "SELECT 1 AS x, 2 AS temp");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(where(stored(SourceFormat.PARQUET, file), predicate)))
                .withMessageStartingWith(message)
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
    }

    @Test
    void selectsRowsByPathFormatAndPredicate() {
        Path watched = write(folder, "a.csv", "x\n1\n2\n3\n");
        Path training = parquet("training", "SELECT * FROM VALUES (2), (3), (4) AS t(x)");
        SourceConfig source = where(csv(watched, "x", "int"), "x <> 3");
        RowSelection selection = new RowSelection(
                List.of(training.toString()),
                Optional.of(SourceFormat.PARQUET),
                Optional.empty(),
                Optional.of("x > 2"));
        SourceReader reader = new SourceReader(session);
        ResolvedSource reference = reader.read(source, Optional.empty(), selection, "reference");
        assertThat(reference.data().collectAsList())
                .extracting(row -> row.getInt(0))
                .containsExactly(4);
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> reader.read(
                        source,
                        Optional.empty(),
                        new RowSelection(List.of(), Optional.empty(), Optional.empty(), Optional.of("y")),
                        "reference"))
                .withMessageStartingWith("reference.where: 'y'");
    }

    @Test
    void readsPartitionFoldersAsColumns() {
        session.sql("SELECT 1 AS x, 2012 AS year UNION ALL SELECT 2, 2013")
                .write()
                .partitionBy("year")
                .option("header", true)
                .csv(folder.resolve("t").toString());
        ResolvedSource source = read(csv(folder.resolve("t"), "x", "int"));
        assertThat(source.schema().toDDL()).isEqualTo("x INT,year INT");
        assertThat(source.data().where("year = 2013").first().getInt(0)).isEqualTo(2);
    }

    private ResolvedSource read(SourceConfig source) {
        return new SourceReader(session).read(source, Optional.empty());
    }

    private Path delta(int rows) {
        Path table = folder.resolve("table");
        append(table, rows);
        return table;
    }

    private void append(Path table, int rows) {
        session.range(rows).write().format("delta").mode("append").save(table.toString());
    }

    private Path parquet(String name, String query) {
        Path path = folder.resolve(name);
        session.sql(query).write().parquet(path.toString());
        return path;
    }
}
