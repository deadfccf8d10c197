package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.config.FailOn;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {
    @Test
    void theCodesTakePrecedenceInTheOrder12340AndThen99() {
        assertThat(Arrays.stream(ExitCode.values())
                        .sorted(Comparator.reverseOrder())
                        .map(ExitCode::code))
                .containsExactly(99, 0, 4, 3, 2, 1);
        for (ExitCode left : ExitCode.values()) {
            for (ExitCode right : ExitCode.values()) {
                assertThat(left.and(right)).isEqualTo(right.and(left)).isIn(left, right);
            }
        }
        assertThat(ExitCode.worstOf(List.of(ExitCode.OK, ExitCode.UNDECIDABLE, ExitCode.FINDINGS, ExitCode.EMPTY)))
                .isEqualTo(ExitCode.FINDINGS);
        assertThat(ExitCode.worstOf(List.of(ExitCode.EMPTY, ExitCode.OK))).isEqualTo(ExitCode.OK);
        assertThat(ExitCode.worstOf(List.of())).isEqualTo(ExitCode.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({
        "FAIL,  FAIL,    FINDINGS",
        "FAIL,  WARN,    OK",
        "FAIL,  ERROR,   UNDECIDABLE",
        "FAIL,  SKIPPED, OK",
        "FAIL,  PASS,    OK",
        "WARN,  WARN,    FINDINGS",
        "WARN,  FAIL,    FINDINGS",
        "WARN,  ERROR,   UNDECIDABLE",
        "NEVER, FAIL,    OK",
        "NEVER, ERROR,   UNDECIDABLE",
    })
    void oneFindingDecidesAgainstTheLevel(FailOn failOn, Status status, ExitCode expected) {
        assertThat(ExitCode.of(10, List.of(finding(status)), failOn)).isEqualTo(expected);
    }

    @Test
    void aFindingComesBeforeAnErrorAndAnErrorBeforeEmptiness() {
        assertThat(ExitCode.of(10, List.of(finding(Status.ERROR), finding(Status.FAIL)), FailOn.FAIL))
                .isEqualTo(ExitCode.FINDINGS);
        assertThat(ExitCode.of(0, List.of(finding(Status.ERROR)), FailOn.FAIL)).isEqualTo(ExitCode.UNDECIDABLE);
        assertThat(ExitCode.of(0, List.of(finding(Status.PASS)), FailOn.FAIL)).isEqualTo(ExitCode.EMPTY);
    }

    private static Finding finding(Status status) {
        return Finding.of("data-drift", "a", "x", status, "1", "2", "a sentence");
    }
}
