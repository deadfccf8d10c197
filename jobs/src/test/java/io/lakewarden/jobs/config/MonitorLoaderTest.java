package io.lakewarden.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.drift.FalseAlarmBudget;
import io.lakewarden.drift.FalseDiscovery;
import io.lakewarden.drift.FalseDiscovery.Correction;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MonitorLoaderTest extends MonitorFileFixture {
    @Test
    void readsEveryKey() throws IOException {
        MonitorConfig config = load(
                """
                monitor: bike-sharing
                title: Bike sharing, hourly
                source:
                  format: csv
                  path: [../data/hour.csv, "s3a://bucket/more.csv", /mnt/x.csv]
                  where: "cnt >= 0"
                  options: {header: false, separator: ";", null_values: ["NA", "", null], encoding: ISO-8859-1, bad_rows: count}
                  types: {dteday: DATE, hr: int, price: "decimal(10, 2)"}
                  null_values: {hr: -1, "a.b": ["NA", "", null]}
                time:
                  column: dteday
                  pattern: "M/d/yyyy H:mm"
                windows: P1M
                reference:
                  pinned: 2011-01-01/2012-01-01
                  previous: 3
                columns:
                  ignore: [instant]
                  categorical: [season, no]
                  id: key
                  label: cnt
                  prediction: [score, decision]
                  protected: [gender]
                slices:
                  region: 10
                  home.`ci.ty`: [Çanakkale 😀, "", no, 1.50, "null"]
                drift:
                  bins: 20
                  significance: 1e-4
                  false_discovery_rate: 0.05
                  correction: none
                  false_alarms: 1/year
                  minimum_rows: 50
                  cluster: [card, home.`sh.op`]
                  thresholds:
                    population_stability_index: {warn: 0.1, fail: .25}
                  columns:
                    temp.max:
                      thresholds: {js_distance: {fail: 1}}
                store: results
                fail_on: warn
                report: {templates: ../team, language: de}
                """);

        assertThat(config.monitor()).isEqualTo("bike-sharing");
        assertThat(config.title()).contains("Bike sharing, hourly");
        assertThat(config.source().format()).isEqualTo(SourceFormat.CSV);
        assertThat(config.source().paths())
                .containsExactly(
                        folder.toAbsolutePath()
                                .getParent()
                                .resolve("data/hour.csv")
                                .toString(),
                        "s3a://bucket/more.csv",
                        "/mnt/x.csv");
        assertThat(config.source().where()).contains("cnt >= 0");
        assertThat(config.source().options())
                .isEqualTo(new CsvOptions(
                        false,
                        ";",
                        List.of("NA", "", "null"),
                        StandardCharsets.ISO_8859_1,
                        BadRows.COUNT,
                        false,
                        false));
        assertThat(config.source().types())
                .containsExactly(
                        Map.entry("dteday", "date"), Map.entry("hr", "int"), Map.entry("price", "decimal(10, 2)"));
        assertThat(config.source().nullValues())
                .containsExactly(Map.entry("hr", List.of("-1")), Map.entry("a.b", List.of("NA", "", "null")));
        assertThat(config.time().orElseThrow().pattern()).contains("M/d/yyyy H:mm");
        assertThat(config.windows()).contains(Granularity.parse("P1M"));
        assertThat(config.reference())
                .isEqualTo(new ReferenceConfig.Previous(3, Window.parse("2011-01-01/2012-01-01")));
        assertThat(config.columns().categorical()).containsExactly("season", "no");
        assertThat(config.roles())
                .containsOnly(
                        Map.entry("key", ColumnRole.ID),
                        Map.entry("cnt", ColumnRole.LABEL),
                        Map.entry("score", ColumnRole.PREDICTION),
                        Map.entry("decision", ColumnRole.PREDICTION),
                        Map.entry("gender", ColumnRole.PROTECTED),
                        Map.entry("dteday", ColumnRole.TIME));
        assertThat(config.slices())
                .containsExactly(
                        Map.entry("region", new SliceConfig.MostFrequent(10)),
                        Map.entry(
                                "home.`ci.ty`",
                                new SliceConfig.Values(List.of("Çanakkale 😀", "", "no", "1.50", "null"))));
        assertThat(config.drift().bins()).isEqualTo(20);
        assertThat(config.drift().significance()).isEqualTo(1e-4);
        assertThat(config.drift().falseAlarms()).contains(FalseAlarmBudget.parse("1/year"));
        assertThat(config.drift().falseDiscovery()).isEqualTo(new FalseDiscovery(Correction.NONE, 0.05));
        assertThat(config.drift().minimumRows()).isEqualTo(50);
        assertThat(config.drift().cluster()).containsExactly("card", "home.`sh.op`");
        assertThat(config.drift().thresholds())
                .containsOnly(Map.entry(
                        "population_stability_index",
                        new ThresholdConfig(OptionalDouble.of(0.1), OptionalDouble.of(0.25))));
        assertThat(config.drift().columnThresholds().get("temp.max"))
                .containsOnly(
                        Map.entry("js_distance", new ThresholdConfig(OptionalDouble.empty(), OptionalDouble.of(1))));
        assertThat(config.store())
                .isEqualTo(folder.toAbsolutePath().resolve("results").toString());
        assertThat(config.failOn()).isEqualTo(FailOn.WARN);
        assertThat(config.report())
                .isEqualTo(new ReportConfig(
                        Optional.of(folder.toAbsolutePath().getParent().resolve("team")), Optional.of("de")));
    }

    @Test
    void fillsInDefaults() throws IOException {
        MonitorConfig config = load(SMALLEST);

        assertThat(config.title()).isEmpty();
        assertThat(config.source().version()).isEqualTo(OptionalLong.empty());
        assertThat(config.current()).isEqualTo(RowSelection.ALL);
        assertThat(config.columns()).isEqualTo(ColumnsConfig.NONE);
        assertThat(config.slices()).isEmpty();
        assertThat(config.drift()).isEqualTo(DriftConfig.DEFAULTS);
        assertThat(config.store())
                .isEqualTo(folder.toAbsolutePath().resolve("lakewarden-store").toString());
        assertThat(config.failOn()).isEqualTo(FailOn.FAIL);
        assertThat(config.report()).isEqualTo(ReportConfig.DEFAULTS);
    }

    @Test
    void refusesTemplatesThatAreNotOnThisMachine() {
        assertThat(problemsOf(SMALLEST + "report: {templates: \"s3a://bucket/team\", langauge: de}\n"))
                .containsExactly(
                        "4:21: report.templates is 's3a://bucket/team'; expected a folder on this machine",
                        "4:42: unknown key 'langauge' in report; did you mean 'language'?");
    }

    @Test
    void saysAllProblemsAtOnceWithTheirPlaces() {
        assertThat(
                        problemsOf(
                                """
                        monitor: Bike Sharing
                        sauce: 1
                        source:
                          format: cvs
                          path:
                        time: {column: day, column: hour}
                        windows: monthly
                        referense:
                          pinned: 2011-01-01/2012-01-01
                        drift:
                          bins: "10"
                          significance: 2
                          minimum_rows: [30]
                          thresholds:
                            populationStabilityIndex: {warn: 0.1}
                            js_distance: {warn: 0.3, fail: 0.2}
                            ks_test: {}
                        fail_on: error
                        """))
                .containsExactly(
                        "1:1: the monitor lacks 'reference': what to compare with: exactly one of pinned, path or where",
                        "1:10: monitor: 'Bike Sharing' is no name of a monitor; expected lower-case letters, digits, '.',"
                                + " '_' and '-', and a letter or digit first",
                        "2:1: unknown key 'sauce'; did you mean 'source'?",
                        "4:11: source.format is 'cvs'; expected one of csv, json, parquet, delta, jdbc; did you mean 'csv'?",
                        "5:8: source.path is empty; expected a path or URI",
                        "6:21: duplicate key 'column' in time; it stands on line 6 already",
                        "7:10: windows: 'monthly' is no window length; expected an ISO 8601 duration or period (months and"
                                + " days not mixed, at most a century), such as PT1H (an hour), P1D (a day), P1W (a week"
                                + " from Monday) or P1M (a month)",
                        "8:1: unknown key 'referense'; did you mean 'reference'?",
                        "11:9: drift.bins is '10' (a quoted text); expected a whole number from 2 to 1000",
                        "12:17: drift.significance is '2'; expected a probability above 0 and below 1",
                        "13:17: drift.minimum_rows is a list; expected a whole number of at least 1",
                        "15:5: unknown key 'populationStabilityIndex' in drift.thresholds; did you mean"
                                + " 'population_stability_index'?",
                        "16:36: drift.thresholds.js_distance.fail is 0.2, below warn at 0.3; expected fail to be the"
                                + " higher one",
                        "17:14: a threshold lacks 'warn' or 'fail': the score from which on a finding warns or fails",
                        "18:10: fail_on is 'error'; expected one of warn, fail, never");
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        assertThat(
                        problemsOf(
                                """
                        monitor: m
                        source: {format: parquet, path: p, version: 3, options: {header: true}, types: {a: int}}
                        windows: P1D
                        reference: {pinned: 2011-01-01/2012-01-01}
                        columns: {ignore: [a, b], label: a, categorical: [b, c, c]}
                        """))
                .containsExactly(
                        "2:45: source.version is for the format delta only, but source.format is parquet",
                        "2:57: source.options is for the formats csv and json only, but source.format is parquet",
                        "2:80: source.types is for the formats csv and json only, but source.format is parquet",
                        "3:10: windows divides time, but the monitor has no time.column; add it, or leave windows out and"
                                + " label runs by --as-of",
                        "4:21: reference.pinned is a range of time, but the monitor has no time.column; add it, or choose"
                                + " the reference by path or where",
                        "5:34: the column 'a' is in columns.label, but in columns.ignore already; expected one role",
                        "5:51: the column 'b' is in columns.categorical, but ignored",
                        "5:57: the column 'c' is in columns.categorical twice");
        assertThat(
                        problemsOf(
                                """
                        monitor: m
                        source: {format: csv, path: [], types: {a: itn, b: "decimal(50,2)"}}
                        time: {column: t, pattern: "bogus"}
                        reference: {pinned: 2012-01-01/2011-01-01, where: x}
                        current: {format: csv}
                        """))
                .containsExactly(
                        "2:29: source.path is an empty list; expected at least one path",
                        "2:44: source.types.a: 'itn' is no Spark SQL type of a CSV or JSON column; did you mean 'int'?",
                        "2:52: source.types.b: 'decimal(50,2)' is no decimal type; expected decimal(PRECISION,SCALE) with"
                                + " SCALE <= PRECISION <= 38",
                        "3:28: time.pattern: 'bogus' is no pattern of date and time (Unknown pattern letter: b); expected"
                                + " one such as yyyy-MM-dd HH:mm:ss or M/d/yyyy H:mm, or epoch_seconds or epoch_millis",
                        "4:21: reference.pinned: a window ends after it starts, but got"
                                + " 2012-01-01T00:00:00Z/2011-01-01T00:00:00Z",
                        "4:51: reference.where stands beside reference.pinned; expected exactly one of pinned, path or"
                                + " where (where may narrow path)",
                        "5:10: current is for tables without a time column; with time.column the window says what is"
                                + " current",
                        "5:10: current lacks 'path' or 'where': which rows are current",
                        "5:19: current.format says how another path is stored, but there is no path");
        assertThat(
                        problemsOf(
                                """
                        monitor: m
                        source: {format: csv, path: x}
                        time: {column: t}
                        reference: {previous: 3}
                        """))
                .containsExactly(
                        "4:23: reference.previous counts windows, but the monitor does not say how long they are; add"
                                + " windows, such as P1M",
                        "4:23: reference.previous lacks 'pinned' beside it: the range whose bins are used, so that scores"
                                + " of different windows can be compared");
    }

    @Test
    void refusesSlicesThatAreNone() {
        assertThat(
                        problemsOf(
                                SMALLEST
                                        + """
                        slices:
                          a: 0
                          b: north
                          c: "3"
                          d: []
                          e: [x, y, x]
                          f: [x, (rest), ~, null, ]
                          g: {x: 1}
                          h: 1.5
                        """))
                .containsExactly(
                        "5:6: slices.a is '0'; expected a whole number from 1 to 1000, or a list of values such as [a, b]",
                        "6:6: slices.b is 'north'; expected a whole number from 1 to 1000, or a list of values such as"
                                + " [a, b]",
                        "7:6: slices.c is '3' (a quoted text); expected a whole number from 1 to 1000, or a list of"
                                + " values such as [a, b]",
                        "8:6: slices.d is a list of 0 values; expected 1 to 1000",
                        "9:13: slices.e[2]: the value 'x' is in slices.e twice",
                        "10:10: slices.f[1] is '(rest)', which stands for all values that are not listed; leave it out",
                        "10:18: slices.f[2] is no value: rows without one are in the rest; expected a text, in quotes"
                                + " where it is 'null' or '~'",
                        "10:21: slices.f[3] is no value: rows without one are in the rest; expected a text, in quotes"
                                + " where it is 'null' or '~'",
                        "11:6: slices.g lacks 'where': a Spark SQL predicate on rows",
                        "11:7: unknown key 'x' in slices.g; valid here: where",
                        "12:6: slices.h is '1.5'; expected a whole number from 1 to 1000, or a list of values such as"
                                + " [a, b]");
        assertThat(problemsOf(SMALLEST + "slices: {a: 600, b: 401}\n"))
                .containsExactly(
                        "4:9: slices has 1001 values of all columns together; expected at most 1000: every slice"
                                + " costs the memory of a profile");
        String many =
                IntStream.rangeClosed(0, 1_000).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        assertThat(problemsOf(SMALLEST + "slices: {a: [" + many + "]}\n"))
                .containsExactly("4:13: slices.a is a list of 1001 values; expected 1 to 1000");
        assertThat(problemsOf(SMALLEST + "slices: [region]\n"))
                .containsExactly(
                        "4:9: slices is a list; expected columns by name, each with a number or a list of values");
    }
}
