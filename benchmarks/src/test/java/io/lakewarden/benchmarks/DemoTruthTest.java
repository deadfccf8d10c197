package io.lakewarden.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakewarden.benchmarks.TruthReport.IncidentRate;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTruthTest {
    private static TruthReport report;

    @BeforeAll
    static void monitorTwoPortfolios() throws Exception {
        report = DemoTruth.run(DemoTruthOptions.parse("--first-seed", "1", "--seeds", "2", "--rows", "100000"));
    }

    @Test
    void findsEveryDataIncident() {
        assertThat(report.incidents()).hasSize(5).allSatisfy(incident -> assertThat(
                        incident.detected().share())
                .as(incident.incident())
                .isEqualTo(1));
    }

    @Test
    void schemaRulesAndHistoryFindWhatTheyAreAbout() {
        assertThat(report.incidents())
                .extracting(
                        IncidentRate::incident,
                        incident -> incident.detectedBySchema().share(),
                        incident -> incident.detectedByRules().share(),
                        incident -> incident.detectedByHistory().share())
                .containsExactly(
                        tuple("feature_shift/behaviour_index", 0.0, 0.0, 1.0),
                        tuple("unit_change/requested_amount", 1.0, 0.0, 1.0),
                        tuple("more_nulls/employment_years", 0.0, 1.0, 1.0),
                        tuple("new_category/purpose", 1.0, 1.0, 0.0),
                        tuple("empty_column/savings_balance", 1.0, 1.0, 1.0));
    }

    @Test
    void staysQuietWhereNothingHappens() {
        assertThat(report.quietMonthsBySchema().successes()).isZero();
        assertThat(report.quietMonthsByRules().successes()).isZero();
        assertThat(report.quietMonths().trials()).isEqualTo(2 * 9);
        assertThat(report.quietColumnMonths().share()).isLessThan(0.01);
        assertThat(report.conceptDriftMonths().successes()).isZero();
        assertThat(report.disparityMonths().successes()).isZero();
        assertThat(report.unrelatedColumnMonths().share()).isLessThan(0.01);
    }

    @Test
    void printsEveryRate() {
        assertThat(TruthTable.rates(report))
                .startsWith("2 portfolios of 100,000 applications, seeds 1 to 2 (development")
                .contains(
                        report.incidents().stream().map(IncidentRate::incident).toList())
                .contains("quiet months", "thresholds.numeric.");
    }

    @Test
    void writesTheReportAsJson(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("results/demo-truth.json");

        DemoTruth.write(report, file);

        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.at("/rows").intValue()).isEqualTo(100_000);
        assertThat(json.at("/incidents/0/incident").textValue()).isEqualTo("feature_shift/behaviour_index");
        assertThat(json.at("/incidents/0/detected/trials").intValue()).isEqualTo(2);
        assertThat(json.at("/quiet_months/upper").doubleValue())
                .isEqualTo(report.quietMonths().upper());
    }
}
