package io.lakewarden.jobs.run;

import static io.lakewarden.jobs.run.Rides.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/drift.md for thresholds that are fixed, from history and calibrated, over rides of 55 days. */
@ExtendWith(SparkExtension.class)
class ThresholdsRunTest {
    /** The last day, on which rides take a little longer than ever. */
    private static final int LONGER = 54;

    private static final Pattern EXAMPLE = Pattern.compile("## Thresholds\n.*?```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void theExampleOfTheGuideJudgesByAllThree(SparkSession session) throws IOException {
        Rides.write(
                session,
                folder,
                LONGER + 1,
                300,
                "if(d = " + LONGER
                        + ", 21, 20 + pmod(hash(d), 100) / 400D) + pmod(hash(d, i), 1000) / 250D AS minutes");
        MonitoredTable rides =
                new MonitoredTable(session, Rides.monitor(folder, Rides.first(40), example()), folder.resolve("store"));
        RunOutcome outcome = rides.run(START.plusDays(40) + "/" + START.plusDays(LONGER + 1L), ProfileOptions.NONE);

        WindowOutcome quiet = outcome.windows().get(13);
        assertThat(findings(quiet)
                        .get("history/minutes/wasserstein_normalized.batch_normal.fail")
                        .status())
                .isEqualTo(Status.PASS);
        assertThat(findings(quiet)
                        .get("data-drift/minutes/wasserstein_normalized")
                        .status())
                .isEqualTo(Status.PASS);
        Map<String, Finding> longer = findings(outcome.windows().get(14));
        assertThat(longer.get("history/minutes/wasserstein_normalized.batch_normal.fail")
                        .status())
                .isEqualTo(Status.FAIL);
        assertThat(longer.get("data-drift/minutes/wasserstein_normalized").status())
                .isEqualTo(Status.FAIL);
        assertThat(longer.get("data-drift/minutes/wasserstein_normalized").sentence())
                .contains("The budget of false alarms takes up to ");
        assertThat(longer.get("data-drift/:table/false_alarms").sentence())
                .startsWith("False alarms of all columns together are held to 1/month");
        assertThat(findings(outcome.windows().get(0))
                        .get("history/minutes/wasserstein_normalized.batch_normal.fail")
                        .status())
                .as("no history yet")
                .isEqualTo(Status.SKIPPED);
    }

    private static Map<String, Finding> findings(WindowOutcome window) {
        return window.findings().stream().collect(Collectors.toMap(Finding::key, Function.identity()));
    }

    private static String example() throws IOException {
        Matcher example =
                EXAMPLE.matcher(Files.readString(Path.of(System.getProperty("lakewarden.root"), "docs", "drift.md")));
        assertThat(example.find())
                .as("docs/drift.md has an example of thresholds")
                .isTrue();
        return example.group(1);
    }
}
