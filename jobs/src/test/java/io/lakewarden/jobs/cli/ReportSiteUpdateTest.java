package io.lakewarden.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.store.StoreFiles;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code report --site} again, after windows came, ran again or went. */
class ReportSiteUpdateTest extends ReportSiteFixture {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @Test
    void oneMoreRunReadsAndWritesNothingOfOlderOnes() throws IOException {
        for (int place = 0; place < 300; place++) {
            day("trips", place, place % 7 * 0.05);
        }
        assertThat(update()).isZero();
        String oldState = "trips/1-day/_data/2026-Q1.json";
        Files.writeString(site.resolve(oldState), "no state any more");
        Files.writeString(site.resolve("trips/1-day/2026-Q2.html"), "no page any more");
        StoreFiles files = StoreFiles.at(store.toString());
        for (int place = 0; place < 300; place++) {
            spoil(Path.of(files.reportJson("trips", ofDay(place))));
        }
        age(site);

        day("trips", 300, 0.4);
        assertThat(update()).as(err()).isZero();

        assertThat(out()).contains("trips/1-day: 1 new or changed\n");
        assertThat(young(site))
                .containsExactlyInAnyOrder(
                        "index.html",
                        "trips/1-day/2026-Q4.html",
                        "trips/1-day/_data/2026-Q4.json",
                        "trips/1-day/_data/track.json",
                        "trips/1-day/columns.html",
                        "trips/1-day/compare.html",
                        "trips/1-day/index.html",
                        "trips/1-day/windows/2026-10-28_2026-10-29.html",
                        "trips/1-day/windows/2026-10-28_2026-10-29.json");

        age(site);
        assertThat(update()).as(err()).isZero();
        assertThat(out()).contains("trips/1-day: 0 new or changed\n");
        assertThat(young(site)).isEmpty();
    }

    @Test
    void runsInAnyOrderGiveTheSiteOfAllAtOnce() throws IOException {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < 130; place++) {
            if (place < 70 || place > 95) {
                places.add(place);
            }
        }
        Collections.shuffle(places, new Random(5));
        int done = 0;
        for (int place : places) {
            day("trips", place, place % 11 * 0.03);
            if (++done % 8 == 0) {
                assertThat(update()).as(err()).isZero();
            }
        }
        month("lending", 1, 0.2);
        assertThat(update()).as(err()).isZero();
        SortedMap<String, String> little = content();

        site = folder.resolve("at-once");
        assertThat(update()).as(err()).isZero();

        assertThat(content()).isEqualTo(little);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.html",
                "trips/1-day/index.html",
                "trips/1-day/compare.html",
                "trips/1-day/2026-Q2.html",
                "trips/1-day/_data/2026-Q2.json",
                "trips/1-day/_data/track.json",
                "trips/1-day/windows/2026-04-01_2026-04-02.json"
            })
    void anUpdateThatBrokeOffIsMadeGoodByTheNext(String file) throws IOException {
        for (int place = 80; place < 90; place++) {
            day("trips", place, 0.05);
        }
        assertThat(update()).isZero();
        day("trips", 90, 0.4);
        Path target = site.resolve(file);
        Path old = folder.resolve("old");
        if (Files.exists(target)) {
            Files.move(target, old);
        }
        Files.createDirectories(target.resolve("in the way"));

        assertThat(update()).isEqualTo(1);
        assertThat(err()).contains(file);

        Files.delete(target.resolve("in the way"));
        Files.delete(target);
        if (Files.exists(old)) {
            Files.move(old, target);
        }
        assertThat(update()).as(err()).isZero();
        SortedMap<String, String> repeated = content();
        site = folder.resolve("clean");
        assertThat(update()).isZero();
        assertThat(content()).isEqualTo(repeated);
    }

    @Test
    void aWindowThatRanAgainIsShownAsItIsNow() throws IOException {
        month("lending", 1, 0.05);
        month("lending", 2, 0.3);
        update();

        runs.put("lending", ofMonth(2), "P1M", "again", Map.of("income", 0.01));
        assertThat(update()).isZero();

        assertThat(out()).contains("lending/1-month: 1 new or changed\n");
        assertThat(site.resolve("lending/1-month/windows/2026-02-01_2026-03-01.html"))
                .content()
                .contains("again");
        assertThat(site.resolve("lending/1-month/index.html"))
                .content()
                .contains("Nothing unusual: no drift in 1 column.")
                .doesNotContain("drifted beyond");
    }

    @Test
    void whatIsNoLongerInTheStoreIsTakenOffTheSite() throws IOException {
        month("lending", 1, 0.05);
        month("lending", 2, 0.3);
        day("lending", 0, 0.3);
        update();

        remove("lending", ofMonth(2));
        remove("lending", ofDay(0));
        assertThat(update()).as(err()).isZero();

        assertThat(out())
                .contains("lending/1-day: 0 new or changed, 1 removed\n")
                .contains("lending/1-month: 0 new or changed, 1 removed\n");
        assertThat(content().keySet()).containsExactlyElementsOf(LENDING_IN_JANUARY);
        assertThat(site.resolve("index.html")).content().doesNotContain("1-day");
    }

    private void remove(String monitor, Window window) throws IOException {
        StoreFiles files = StoreFiles.at(store.toString());
        for (URI file : List.of(files.reportJson(monitor, window), files.runStatus(monitor, window))) {
            Files.delete(Path.of(file));
        }
    }

    /** Other content of the same length and time: whoever opens the file notices, who looks at it from outside does not. */
    private static void spoil(Path file) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, "x".repeat((int) Files.size(file)));
        Files.setLastModifiedTime(file, time);
    }

    private static void age(Path folder) throws IOException {
        for (Path file : files(folder)) {
            Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
        }
    }

    private static Set<String> young(Path folder) throws IOException {
        Set<String> young = new HashSet<>();
        for (Path file : files(folder)) {
            if (Files.getLastModifiedTime(file).toInstant().isAfter(LONG_AGO.plus(Duration.ofDays(1)))) {
                young.add(folder.relativize(file).toString());
            }
        }
        return young;
    }
}
