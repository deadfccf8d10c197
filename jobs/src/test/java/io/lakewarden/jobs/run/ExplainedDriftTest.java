package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.jobs.config.UserException;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Why a column came out as it did, from what the store has. */
@ExtendWith(SparkExtension.class)
class ExplainedDriftTest {
    @TempDir
    Path folder;

    @Test
    void explainsAColumnFromStoredProfilesAndRefusesOneThatIsNotThere() throws IOException {
        Measurements measurements = Measurements.in(folder.resolve("data"));
        Jobs jobs = MonitoredTable.jobs();
        RunRequest request = measurements.request(measurements.monitor(), folder.resolve("store"), 2);
        jobs.run(request);

        RunOutcome explained = jobs.drift(explaining(request, "temperature"));

        assertThat(explained.windows().get(0).explanation())
                .hasSizeGreaterThan(3)
                .first()
                .asString()
                .startsWith("'temperature' is ");
        assertThatThrownBy(() -> jobs.drift(explaining(request, "temperatur")))
                .isInstanceOf(UserException.class)
                .hasMessage("--explain: there is no column 'temperatur' in the reference; did you mean 'temperature'?");
    }

    private static RunRequest explaining(RunRequest request, String column) {
        return new RunRequest(
                request.config(),
                request.windows(),
                request.store(),
                request.failOn(),
                request.output(),
                request.form(),
                request.options(),
                List.of(column));
    }
}
