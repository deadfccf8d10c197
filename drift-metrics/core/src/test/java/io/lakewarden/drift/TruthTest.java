package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Our drift numbers on public data against SciPy's. */
@Tag("real-data")
class TruthTest {
    /** Sums of some ten thousand terms in another order. */
    private static final double ROUNDING = 1e-10;

    private static final Path DATA = Path.of(System.getProperty("lakewarden.root"), "..", "shared", "data")
            .normalize();

    @BeforeEach
    void needsTheData() {
        assumeTrue(Files.isDirectory(DATA), "real data folder ../shared/data is absent");
    }

    @Test
    void bikeSharing() throws IOException {
        TruthTable hours = TruthTable.read(DATA.resolve("bike_sharing/hour.csv"), ',');
        JsonNode truth = truth("bike_sharing");
        TruthTable year2011 = hours.where("dteday", day -> day.startsWith("2011"));
        check(year2011, hours.where("dteday", day -> day.startsWith("2012")), truth.get("drift"));
        check(
                hours.where("dteday", day -> day.compareTo("2011-01-28") <= 0),
                hours.where("dteday", day -> day.compareTo("2011-01-29") >= 0 && day.compareTo("2011-02-28") <= 0),
                truth.get("evidently_window"));
        Iterator<Map.Entry<String, JsonNode>> months =
                truth.get("drift_by_month").fields();
        while (months.hasNext()) {
            Map.Entry<String, JsonNode> month = months.next();
            check(year2011, hours.where("dteday", day -> day.startsWith(month.getKey())), month.getValue());
        }
    }

    @Test
    void occupancy() throws IOException {
        TruthTable training = TruthTable.read(DATA.resolve("occupancy/datatraining.txt"), ',');
        for (String part : List.of("datatest", "datatest2")) {
            TruthTable test = TruthTable.read(DATA.resolve("occupancy/" + part + ".txt"), ',');
            check(training, test, truth("occupancy").get("drift_" + part));
        }
    }

    @Test
    void metroTraffic() throws IOException {
        TruthTable hours = TruthTable.read(DATA.resolve("metro_traffic/Metro_Interstate_Traffic_Volume.csv"), ',');
        check(
                hours.where("date_time", time -> year(time, "M/d/yyyy") < 2016),
                hours.where("date_time", time -> year(time, "M/d/yyyy") >= 2016),
                truth("metro_traffic").get("drift"));
    }

    @Test
    void airQuality() throws IOException {
        TruthTable hours = TruthTable.read(DATA.resolve("air_quality/AirQualityUCI.csv"), ',');
        LocalDate split = LocalDate.of(2004, 9, 1);
        check(
                hours.where("Date", day -> date(day, "d/MM/yyyy").isBefore(split)),
                hours.where("Date", day -> !date(day, "d/MM/yyyy").isBefore(split)),
                truth("air_quality").get("drift"),
                "-200",
                "-200.0");
    }

    @Test
    void bankMarketing() throws IOException {
        TruthTable calls = TruthTable.read(DATA.resolve("bank_marketing/bank-full.csv"), ';');
        JsonNode truth = truth("bank_marketing");
        int until2008 = truth.get("rows").get("baseline").asInt();
        int all = truth.get("rows").get("all").asInt();
        check(calls.rows(0, until2008), calls.rows(until2008, all), truth.get("drift"));
    }

    private static void check(TruthTable base, TruthTable production, JsonNode columns, String... missing) {
        TruthComparison comparison = new TruthComparison(base, production, List.of(missing));
        comparison.check(columns);
        assertThat(comparison.compared()).isGreaterThan(columns.size());
        assertThat(comparison.largestDifference()).isLessThan(ROUNDING);
    }

    private static JsonNode truth(String name) throws IOException {
        return new ObjectMapper()
                .readTree(DATA.resolve("truth").resolve(name + ".json").toFile());
    }

    private static int year(String time, String pattern) {
        return date(time.split(" ", -1)[0], pattern).getYear();
    }

    private static LocalDate date(String text, String pattern) {
        return LocalDate.parse(text, DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }
}
