package io.lakewarden.jobs.run;

import static io.lakewarden.jobs.run.MonitoredTable.jobs;
import static io.lakewarden.jobs.run.MonitoredTable.report;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.store.StoreTable;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Status;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What rows can be sliced by, and what happens where that is not there or another one. */
class SliceKeysRunTest extends SlicedRunFixture {
    @Test
    void aPredicateThatIsNoneOrAsksTheClockIsRefused() throws IOException {
        for (String predicate : List.of("amont > 3", "amount + 1", "day < current_date()", "rand() < 0.5")) {
            MonitorConfig monitor = orders.monitor("slices: {odd: {where: \"" + predicate + "\"}}");
            assertThatThrownBy(() -> jobs().run(request(monitor, "store", 4)))
                    .as(predicate)
                    .isInstanceOf(UserException.class)
                    .hasMessageStartingWith("slices: ")
                    .hasMessageContaining(predicate);
        }
    }

    @Test
    void whatCannotBeSlicedIsTheUsersError() throws IOException {
        MonitorConfig wrong = orders.monitor(
                """
                columns: {ignore: express, categorical: photo}
                slices: {shop: 3, amount: 5, day: 2, express: 2, tags: [a], tags.element: [a], photo: 2}""");
        assertThatThrownBy(() -> jobs().run(request(wrong, "store", 2)))
                .isInstanceOf(UserException.class)
                .message()
                .satisfies(message -> assertThat(message.lines())
                        .containsExactly(
                                "slices: the most frequent values of column 'shop' cannot be taken, for it is int; list the"
                                        + " values, or name it under columns.categorical",
                                "slices: the most frequent values of column 'amount' cannot be taken, for it is double;"
                                        + " list the values, or name it under columns.categorical",
                                "slices: the most frequent values of column 'day' cannot be taken, for it is date; list"
                                        + " the values, or name it under columns.categorical",
                                "slices: column 'express' is ignored, so that its most frequent values are not known; list"
                                        + " the values, such as [a, b]",
                                "slices: column 'tags' is array<string>, by which rows cannot be sliced; choose a column of"
                                        + " the reference with one value in each row",
                                "slices: there is no column 'tags.element' to slice by outside arrays and maps; choose a"
                                        + " column of the reference with one value in each row",
                                "slices: column 'photo' is binary, by which rows cannot be sliced; choose a column of the"
                                        + " reference with one value in each row"));
        MonitorConfig misspelt = orders.monitor("slices: {shops: [1]}");
        assertThatThrownBy(() -> jobs().run(request(misspelt, "store", 2)))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("slices: there is no column 'shops' in ")
                .hasMessageEndingWith("did you mean 'shop'?");
    }

    @Test
    void slicesThatChangeOtherwiseHaveAReferenceOfTheirOwn() throws IOException {
        for (String values : List.of("[\"1\"]", "[\"1\", \"2\"]", "[\"1, 2\"]")) {
            jobs().profile(request(orders.monitor("slices: {shop: " + values + "}"), "store", 2));
        }

        assertThat(opened("store")
                        .view(StoreTable.RUNS)
                        .where("kind = 'REFERENCE'")
                        .count())
                .isEqualTo(3);
    }

    @Test
    void anIgnoredColumnSlicesAndIsMissedWhereItIsGone() throws IOException {
        MonitorConfig monitor = orders.monitor("columns: {ignore: shop}\nslices: {shop: [1]}");
        RunOutcome february = jobs().run(request(monitor, "store", 2));
        assertThat(counts(
                        "store",
                        StoreTable.PROFILE_METRICS,
                        "count",
                        col("log_type").equalTo("INPUT")))
                .containsEntry(new Slice("shop", "1"), counted(2).get(new Slice("shop", "1")));
        assertThat(february.windows().get(0).findings())
                .noneMatch(it -> it.source().equals("slices"));

        orders.replace(orders.table().drop("shop"));
        WindowOutcome march = jobs().run(request(monitor, "store", 3)).windows().get(0);

        assertThat(march.findings())
                .filteredOn(finding -> finding.source().equals("slices"))
                .containsExactly(Finding.of(
                        "slices",
                        "shop",
                        "present",
                        Status.WARN,
                        "no slices",
                        "the slices of the reference",
                        "The window is not sliced by 'shop': it has no such column, or one that does not have one value in"
                                + " each row."));
        assertThat(report(march).slices()).isEmpty();
    }

    @Test
    void aResultDependsOnWhatOnlyItsSlicesShow() throws IOException {
        MonitorConfig monitor = orders.monitor("columns: {ignore: shop}\nslices: {shop: [1]}");
        jobs().run(request(monitor, "store", 2));
        String before = fingerprint();
        orders.sql("UPDATE ORDERS SET shop = 1 - shop WHERE month(day) = 2 AND shop < 2");
        jobs().run(request(monitor, "store", 2));

        assertThat(fingerprint()).isNotEqualTo(before);
    }

    private String fingerprint() {
        return opened("store")
                .run("orders", Orders.month(2, 1))
                .orElseThrow()
                .facts()
                .inputs()
                .fingerprint();
    }
}
