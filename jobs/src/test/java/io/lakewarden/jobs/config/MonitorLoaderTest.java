package io.lakewarden.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lakewarden.drift.CalendarPhase;
import io.lakewarden.drift.FalseAlarmBudget;
import io.lakewarden.drift.FalseDiscovery;
import io.lakewarden.drift.FalseDiscovery.Correction;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitorLoaderTest {
    private static final String SMALLEST =
            """
            monitor: bike-sharing
            source: {format: parquet, path: hour.parquet}
            reference: {where: "split = 'train'"}
            """;

    @TempDir
    private Path folder;

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
    void aBudgetOfFalseAlarmsNeedsWindowsThatItDoesNotCoverAll() {
        assertThat(problemsOf(SMALLEST + "drift: {false_alarms: 1/month}\n"))
                .containsExactly(
                        "4:23: drift.false_alarms is learnt from the reference's own windows, but the monitor does"
                                + " not say how long they are; add windows, such as P1D");
        assertThat(problemsOf(SMALLEST + "time: {column: t}\nwindows: P1W\ndrift: {false_alarms: 5/month}\n"))
                .containsExactly("6:23: drift.false_alarms is '5/month', which lets every window of P1W alarm falsely;"
                        + " expected fewer");
        assertThat(problemsOf(SMALLEST + "time: {column: t}\nwindows: P1W\ndrift: {false_alarms: once}\n"))
                .containsExactly(
                        "6:23: drift.false_alarms: 'once' is no budget of false alarms; expected a number for each"
                                + " day, week, month or year, such as 1/month");
    }

    @Test
    void aClusterHasDifferentColumns() throws IOException {
        assertThat(load(SMALLEST + "drift: {cluster: no}\n").drift().cluster()).containsExactly("no");
        assertThat(problemsOf(SMALLEST + "drift: {cluster: []}\n"))
                .containsExactly("4:18: drift.cluster is an empty list; expected the columns that say which rows belong"
                        + " together");
        assertThat(problemsOf(SMALLEST + "drift: {cluster: [a, b, a]}\n"))
                .containsExactly("4:18: drift.cluster names a column twice; expected different ones");
    }

    @Test
    void windowsOfTheSamePhaseAreChosenAmongThoseOfTheReference() throws IOException {
        String timed =
                """
                monitor: a
                source: {format: csv, path: a.csv}
                time: {column: t}
                """;
        String daily = timed + "windows: P1D\nreference: {pinned: 2011-01-01/2012-01-01}\n";
        assertThat(load(daily + "drift: {same: weekday}\n").drift().same()).contains(CalendarPhase.WEEKDAY);
        assertThat(problemsOf(daily + "drift: {same: month}\n"))
                .containsExactly(
                        "6:15: drift.same is 'month', which windows of P1D do not have; expected windows of P1M");
        assertThat(problemsOf(daily + "drift: {same: weekday, cluster: card}\n"))
                .containsExactly("6:15: drift.same stands beside drift.cluster, but clusters are counted in the whole"
                        + " reference and not in each of its windows; leave one out, or compare with"
                        + " reference.previous");
        assertThat(problemsOf(timed + "windows: P1D\nreference: {path: b.csv}\ndrift: {same: weekday}\n"))
                .containsExactly(
                        "6:15: drift.same chooses among windows of the reference, but the reference is no range"
                                + " of time; pin one, such as reference: {pinned: 2011-01-01/2012-01-01}");
        assertThat(load(timed
                                + "windows: P1M\nreference: {previous: 24, pinned: 2011-01-01/2012-01-01}\n"
                                + "drift: {same: month, cluster: card}\n")
                        .drift()
                        .same())
                .contains(CalendarPhase.MONTH);
    }

    @Test
    void aPresetHasLimitsOfItsOwn() throws IOException {
        DriftConfig drift = load(SMALLEST
                        + """
                        drift:
                          preset: tfdv
                          thresholds: {tfdv_l_infinity: {fail: 0.02}}
                          columns:
                            a: {thresholds: {welch_t_test: {warn: 5}, ks_test: {warn: 0.1}}}
                        """)
                .drift();

        assertThat(drift.preset().orElseThrow().name()).isEqualTo("tfdv");
        assertThat(drift.thresholds()).containsOnlyKeys("tfdv_l_infinity");
        assertThat(drift.columnThresholds().get("a").keySet()).containsExactly("welch_t_test", "ks_test");
        assertThat(problemsOf(SMALLEST + "drift: {preset: evidentyl}\n"))
                .containsExactly(
                        "4:17: drift.preset: 'evidentyl' is no preset; expected one of evidently, nannyml, tfdv;"
                                + " did you mean 'evidently'?");
        assertThat(problemsOf(SMALLEST + "drift: {preset: nannyml, thresholds: {ks_test: {warn: 1}}}\n"))
                .containsExactly("4:39: unknown key 'ks_test' in drift.thresholds; valid here: nannyml_jensen_shannon");
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
    void jsonFilesHaveFewOptions() throws IOException {
        MonitorConfig config = load(
                """
                monitor: m
                source: {format: json, path: a.jsonl, options: {bad_rows: count}, types: {at: timestamp}}
                reference: {where: x}
                """);

        assertThat(config.source().format()).isEqualTo(SourceFormat.JSON);
        assertThat(config.source().options().badRows()).isEqualTo(BadRows.COUNT);
        assertThat(
                        problemsOf(
                                """
                        monitor: m
                        source: {format: json, path: a, options: {separator: ";"}}
                        reference: {where: x}
                        """))
                .containsExactly("2:43: unknown key 'separator' in source.options; valid here: bad_rows");
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

    @Test
    void resolvesSecretsAndNeverShowsThem() throws IOException {
        String text = SMALLEST.replace("hour.parquet", "\"s3a://${env:KEY}@bucket/hour.parquet\"");

        MonitorConfig config = MonitorLoader.load(write(text), Map.of("KEY", "hunter2"));

        assertThat(config.source().paths()).containsExactly("s3a://hunter2@bucket/hour.parquet");
        assertThat(config.toString()).doesNotContain("hunter2");
        assertThat(config.secrets().toString()).doesNotContain("hunter2");
        assertThat(config.secrets().mask("no bucket s3a://hunter2@bucket"))
                .isEqualTo("no bucket s3a://${env:KEY}@bucket");
        assertThat(MonitorPrinter.yaml(config))
                .contains("s3a://${env:KEY}@bucket")
                .doesNotContain("hunter2");
        assertThat(MonitorPrinter.json(config))
                .contains("s3a://${env:KEY}@bucket")
                .doesNotContain("hunter2");
    }

    @Test
    void aMissingSecretIsAProblemAndAFoundOneStaysHiddenInProblems() {
        assertThat(problemsOf(
                        """
                        monitor: ${env:NAME}
                        title: ${env:NAMES} and ${HOME}
                        source: {format: csv, path: "${env:OTHER"}
                        reference: {where: x}
                        """,
                        Map.of("NAME", "Top Secret")))
                .containsExactly(
                        "1:10: monitor: '${env:NAME}' is no name of a monitor; expected lower-case letters, digits, '.',"
                                + " '_' and '-', and a letter or digit first",
                        "2:8: the environment variable 'NAMES' is not set; did you mean 'NAME'?",
                        "3:29: '${env:OTHER' is no placeholder; expected ${env:NAME}");
    }

    @Test
    void aScorecardSaysWhatIsWrongWithIt() {
        assertThat(
                        problemsOf(
                                SMALLEST
                                        + """
                        drift:
                          scorecards:
                            a: {bands: [500, 400]}
                            b: {bands: [25, 40], points: [1, 2]}
                            c: {missing: 3}
                            d: {points: {car: many}}
                            e: {bands: []}
                            f: {bands: [1], other: 2}
                        """))
                .containsExactly(
                        "6:22: drift.scorecards.a.bands[1] is 400.0, not above the 500.0 before it; expected rising"
                                + " bounds",
                        "7:34: drift.scorecards.b.points has 2 numbers; expected 3, one for each band and one for what"
                                + " is below the first bound",
                        "8:8: a scorecard lacks 'bands', the lower bounds of a score's bands, or 'points' by attribute",
                        "9:23: drift.scorecards.d.points.car is 'many'; expected points, a number",
                        "10:16: drift.scorecards.e.bands is empty; expected lower bounds such as [500, 600]",
                        "11:21: unknown key 'other' in drift.scorecards.f; valid here: bands, missing, points");
    }

    @Test
    void whatItPrintsReadsBackToTheSame() throws IOException {
        List<String> texts = List.of(
                SMALLEST,
                """
                monitor: all
                title: "yes: 'quoted' \\u20ac\\nnew line"
                source: {format: csv, path: [a.csv, b.csv], options: {separator: "\\t", null_values: ["", "~"]}, types: {a.b: int}}
                time: {column: "no"}
                windows: PT6H
                reference: {pinned: 2011-01-01T06:00:00Z/2012-01-01T06:00:00Z, previous: 2}
                columns: {id: ["1"], label: "null"}
                slices: {"a.`b`": ["null", "", "1", "<i> 😀", "x: y"], no: 3}
                drift: {cluster: [a, "b"], thresholds: {ks_test: {warn: 1.0e-7}}, columns: {"a b": {thresholds: {tv_distance: {fail: 2}}}}, scorecards: {s: {bands: [300, 500.5]}, "no": {bands: [2], points: [-1, 4.5], missing: 0}, "x.y": {points: {"1": 10, "null": 3}, other: -2}}}
                """,
                """
                monitor: other
                source: {format: delta, path: "hdfs://host/table", version: 7}
                reference: {path: train, format: parquet, where: a > 1}
                current: {where: "a <= 1"}
                fail_on: never
                report: {templates: team, language: de}
                """,
                """
                monitor: comma
                source: {format: csv, path: a.csv, options: {decimal: ",", multiline: true}}
                time: {column: day, clock: hour, pattern: d/M/yyyy H}
                reference: {pinned: 2011-01-01/2012-01-01}
                """,
                """
                monitor: database
                source:
                  format: jdbc
                  url: "jdbc:postgresql://db/lake?ssl=true"
                  query: SELECT * FROM "my table"
                  user: reader
                  driver: org.postgresql.Driver
                  partition: {column: id, count: 4}
                reference: {table: train, where: x > 1}
                current: {query: "SELECT 1 AS x"}
                """);
        for (String text : texts) {
            MonitorConfig config = load(text);
            assertThat(parts(load(MonitorPrinter.yaml(config)))).isEqualTo(parts(config));
            assertThat(parts(load(MonitorPrinter.json(config)))).isEqualTo(parts(config));
        }
    }

    @Test
    void thePasswordOfADatabaseComesFromTheEnvironmentAlone() throws IOException {
        String text =
                """
                monitor: m
                source: {format: jdbc, url: "jdbc:h2:mem:x;MODE=LEGACY", table: t, user: u, password: "${env:PW}"}
                reference: {where: x}
                """;

        MonitorConfig config = MonitorLoader.load(write(text), Map.of("PW", "hunter2"));

        assertThat(config.source().jdbc().orElseThrow().password()).contains("hunter2");
        assertThat(config.source().toString()).doesNotContain("hunter2", "user=");
        assertThat(MonitorPrinter.yaml(config)).contains("${env:PW}").doesNotContain("hunter2");
        assertThat(problemsOf(text.replace("${env:PW}", "hunter2")))
                .containsExactly("2:87: source.password stands in the file, where others may read it; expected a"
                        + " placeholder such as \"${env:PASSWORD}\"");
        assertThat(problemsOf(text.replace("MODE=LEGACY", "PASSWORD=hunter2"), Map.of("PW", "x")))
                .singleElement()
                .asString()
                .startsWith("2:29: source.url: the URL holds a password")
                .doesNotContain("hunter2");
        assertThat(problemsOf(
                        text.replace("jdbc:h2:mem:x;MODE=LEGACY", "jdbc:postgresql://me:hunter2@h/d"),
                        Map.of("PW", "x")))
                .singleElement()
                .asString()
                .startsWith("2:29: source.url: the URL holds a password")
                .doesNotContain("hunter2");
    }

    @Test
    void saysWhatADatabaseLacksAndWhatFilesCannotHave() {
        assertThat(
                        problemsOf(
                                """
                        monitor: m
                        source: {format: jdbc, path: a, types: {a: int}, url: "postgresql://h", partition: {column: id, count: 0}}
                        reference: {path: train}
                        current: {table: a, query: b}
                        """))
                .containsExactly(
                        "2:9: source lacks 'table' or 'query': what to read from the database",
                        "2:30: source.path leads to files, but source.format is jdbc; expected url and table",
                        "2:40: source.types is for the formats csv and json only, but source.format is jdbc",
                        "2:55: source.url: 'postgresql://h' is no JDBC URL; expected one such as"
                                + " jdbc:postgresql://host/database",
                        "2:104: source.partition.count is '0'; expected a whole number from 1 to 1000",
                        "4:28: current.query stands beside current.table; expected one of them");
        assertThat(
                        problemsOf(
                                """
                        monitor: m
                        source: {format: jdbc, url: "jdbc:h2:mem:x", table: t}
                        reference: {path: train}
                        current: {path: a, format: jdbc}
                        """))
                .containsExactly(
                        "3:19: reference.path leads to files, but source.format is jdbc; say how they are stored with"
                                + " 'format' beside it",
                        "4:28: current.format is 'jdbc', but a path leads to files; expected one of csv, json, parquet,"
                                + " delta");
        assertThat(
                        problemsOf(
                                """
                        monitor: m
                        source: {format: csv, path: x, user: me}
                        reference: {table: train}
                        """))
                .containsExactly(
                        "2:38: source.user is for the format jdbc only, but source.format is csv",
                        "3:20: reference.table is read from the source's database, but source.format is csv");
    }

    @Test
    void saysWhatAClockAndADecimalLack() {
        assertThat(
                        problemsOf(
                                """
                        monitor: m
                        source: {format: csv, path: x, options: {decimal: ";", multiline: 1}}
                        time: {column: day, clock: hour}
                        reference: {pinned: 2011-01-01/2012-01-01}
                        """))
                .containsExactly(
                        "2:51: source.options.decimal: ';' stands in front of no decimals; expected \".\" or \",\"",
                        "2:67: source.options.multiline is '1'; expected true or false",
                        "3:28: time.clock lacks 'pattern' beside it: how the column and the clock are written with a"
                                + " space between, such as yyyy-M-d H:mm");
        assertThat(
                        problemsOf(
                                """
                        monitor: m
                        source: {format: csv, path: x}
                        time: {column: ts, clock: hour, pattern: epoch_millis}
                        reference: {pinned: 2011-01-01/2012-01-01}
                        """))
                .containsExactly(
                        "3:27: time.clock stands beside a pattern of time since 1970, which says the time of the"
                                + " day already");
    }

    @Test
    void refusesWhatIsNoYaml() {
        assertThat(problemsOf("monitor: [a\nsource: }"))
                .singleElement()
                .asString()
                .startsWith("2:")
                .contains("no YAML");
        assertThat(problemsOf("")).singleElement().asString().startsWith("1:1: the file holds no monitor");
        assertThat(problemsOf("- a")).singleElement().asString().startsWith("1:1: the file holds no monitor");
        assertThat(problemsOf(SMALLEST + "---\n" + SMALLEST))
                .singleElement()
                .asString()
                .contains("no YAML");
        assertThat(problemsOf("a: \u0000")).singleElement().asString().contains("no YAML");
    }

    @Test
    void refusesTagsAndBombs() {
        assertThat(problemsOf(SMALLEST + "title: !secret x"))
                .containsExactly("4:8: title has the YAML tag '!secret'; tags are not supported");
        assertThat(problemsOf(SMALLEST + "title: !!javax.script.ScriptEngineManager [x]"))
                .singleElement()
                .asString()
                .startsWith("4:8: no YAML: Global tag is not allowed");
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 10; level++) {
            bomb.append("a%1$d: &a%1$d [*a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d]%n"
                    .formatted(level, level - 1));
        }
        assertThat(problemsOf(bomb.toString())).singleElement().asString().contains("aliases");
        assertThat(problemsOf("a: " + "[".repeat(5_000)))
                .singleElement()
                .asString()
                .contains("no YAML");
        assertThat(problemsOf("a: " + "x".repeat(2 << 20)))
                .singleElement()
                .asString()
                .contains("mebibyte");
    }

    @Test
    void saysWhichFileCannotBeRead() throws IOException {
        assertThatThrownBy(() -> MonitorLoader.load(folder.resolve("absent.yaml")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("absent.yaml")
                .hasMessageContaining("-c FILE");
        assertThatThrownBy(() -> MonitorLoader.load(folder))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is a folder");
        Path latin = Files.write(folder.resolve("latin.yaml"), "title: Größe".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> MonitorLoader.load(latin))
                .isInstanceOf(ConfigException.class)
                .hasMessageEndingWith("latin.yaml:1:1: the file is not written in UTF-8");
    }

    /** All that a monitor says; records compare by value. */
    private static List<Object> parts(MonitorConfig config) {
        return Arrays.asList(
                config.monitor(),
                config.title(),
                config.source(),
                config.time(),
                config.windows(),
                config.reference(),
                config.current(),
                config.columns(),
                List.copyOf(config.slices().entrySet()),
                config.drift(),
                config.store(),
                config.failOn());
    }

    private List<String> problemsOf(String text) {
        return problemsOf(text, Map.of());
    }

    private List<String> problemsOf(String text, Map<String, String> environment) {
        ConfigException exception =
                catchThrowableOfType(ConfigException.class, () -> MonitorLoader.load(write(text), environment));
        assertThat(exception).as("the problems of %s", text).isNotNull();
        return exception.problems().stream()
                .map(it -> it.line() + ":" + it.column() + ": " + it.message())
                .toList();
    }

    private MonitorConfig load(String text) throws IOException {
        return MonitorLoader.load(write(text), Map.of());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("monitor.yaml"), text);
    }
}
