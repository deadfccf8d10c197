package io.lakewarden.benchmarks.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakewarden.benchmarks.drift.StudyResult.Cell;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftStudyTest {
    private static StudyResult result;

    @BeforeAll
    static void drawAFewWindows() {
        result = DriftStudy.run(StudyOptions.parse("--sizes", "500", "--draws", "8"));
    }

    @Test
    void staysQuietWithoutAShiftAndFindsALargeOne() {
        assertThat(cell("normal", "none").verdict().share()).isLessThan(0.02);
        assertThat(cell("normal", "mean 0.5").verdict().share()).isEqualTo(1);
        assertThat(cell("normal", "mean 0.5").rivalry().orElseThrow().ours().share())
                .isEqualTo(1);
        assertThat(cell("normal", "spread 0.3").rivalry().orElseThrow().ours().share())
                .isEqualTo(1);
        assertThat(cell("correlated", "none").anyColumn().share()).isLessThan(0.02);
        assertThat(cell("correlated", "mean 0.5").verdict().share()).isEqualTo(1);
        assertThat(cell("categories", "none").verdict().share()).isLessThan(0.02);
        assertThat(cell("categories", "share 0.1").verdict().share()).isEqualTo(1);
        assertThat(cell("lognormal", "nulls 0.1").verdict().share()).isEqualTo(1);
    }

    @Test
    void printsTablesThatTheDocumentationShows() {
        String table = StudyTable.of(result);
        assertThat(table)
                .startsWith("8 windows of usual size for each rate, seed 1, references of 100,000 rows")
                .contains(
                        "| normal | 0 (< 0.46) |",
                        "| normal, mean 0.5 | 100 / 100 | – |",
                        "| More than 2 points behind the best statistic of other tools (surely) of all; at most | 500 rows |",
                        "| deepchecks | ",
                        "| correlated, mean 0.5 | 100 |",
                        "| Smallest shift found in 80 % of windows: ours · Evidently",
                        "| correlated, mean | 0.3 |",
                        "our test behind the best statistic of other tools: ",
                        "500 lognormal rows: any test is behind the best one of other tools by ");
        long quiet = result.cells().stream().filter(Cell::isQuiet).count();
        long compared = result.cells().stream()
                .filter(cell -> cell.rivalry().isPresent())
                .count();
        assertThat(table.lines().filter(line -> line.contains(" / "))).hasSize((int) compared + 1);
        assertThat(table.lines().filter(line -> line.contains("(< "))).hasSize((int) quiet);
    }

    @Test
    void writesTheResultAsJson(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("results/drift-study.json");

        DriftStudy.write(result, file);

        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.at("/cells").size()).isEqualTo(result.cells().size());
        assertThat(json.at("/cells/0/verdict/trials").intValue()).isEqualTo(800);
        assertThat(json.at("/cells/0/rivalry").isNull()).isTrue();
        assertThat(json.at("/cells/1/at_equal_rate/ks_test/trials").intValue()).isEqualTo(32);
        assertThat(json.at("/cells/1/rivalry/behind/trials").intValue()).isEqualTo(32);
        assertThat(json.at("/bounds/0/behind_with_spread").doubleValue()).isBetween(0.0, 0.2);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> StudyOptions.parse("--sizes", "100,many"))
                .hasMessage("--sizes takes a whole number, but got 'many'");
        assertThatThrownBy(() -> StudyOptions.parse("--rows", "1")).hasMessageContaining("expected --sizes");
    }

    private static Cell cell(String law, String shift) {
        return result.cells().stream()
                .filter(cell -> cell.law().equals(law) && cell.shift().equals(shift))
                .findFirst()
                .orElseThrow();
    }
}
