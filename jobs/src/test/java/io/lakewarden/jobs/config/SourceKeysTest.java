package io.lakewarden.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The keys under {@code source}, {@code time}, {@code reference} and {@code current} that belong to one format. */
class SourceKeysTest extends MonitorFileFixture {
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
}
