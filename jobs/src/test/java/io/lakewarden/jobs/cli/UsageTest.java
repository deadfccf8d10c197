package io.lakewarden.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Help, and command lines that are none. */
class UsageTest extends CommandLineFixture {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "init",
                "run",
                "profile",
                "validate",
                "drift",
                "report",
                "config",
                "config check",
                "config show",
                "infer-schema",
                "schema",
                "schema import",
                "schema export"
            })
    void everyCommandHasHelpWithExamples(String command) {
        assertThat(run((command + " --help").strip().split(" "))).isZero();
        assertThat(out())
                .contains("Usage: lakewarden" + (command.isEmpty() ? "" : " " + command))
                .contains("Examples:")
                .contains("  lakewarden " + command);
        assertThat(err()).isEmpty();
    }

    @Test
    void namesWhatWasMeant() {
        assertThat(run("rnu", "-c", "x")).isEqualTo(2);
        assertThat(err().lines())
                .containsExactly("lakewarden: unknown command 'rnu'; did you mean 'run'?", "See 'lakewarden --help'.");
        assertThat(run("config", "chek")).isEqualTo(2);
        assertThat(err()).contains("unknown command 'chek'; did you mean 'check'?");
        assertThat(run("run", "-c", monthly.toString(), "--windw=2012-01-01/2012-02-01"))
                .isEqualTo(2);
        assertThat(err().lines())
                .containsExactly(
                        "lakewarden: unknown option '--windw' for 'lakewarden run'; did you mean '--window'?",
                        "See 'lakewarden run --help'.");
        assertThat(run("run", "-c", monthly.toString(), "today")).isEqualTo(2);
        assertThat(err()).contains("'lakewarden run' takes no argument 'today'");
        assertThat(run("serve-all-things")).isEqualTo(2);
        assertThat(err())
                .contains("unknown command 'serve-all-things'; expected one of ")
                .contains("drift");
        assertThat(out()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAnOption() {
        assertThat(run("run")).isEqualTo(2);
        assertThat(err()).contains("--config=FILE").contains("See 'lakewarden run --help'.");
        assertThat(run("run", "-c", monthly.toString(), "--window", "2012")).isEqualTo(2);
        assertThat(err())
                .contains("'--window'", "'2012' is no window; expected START/END, such as 2026-01-01/2026-02-01")
                .doesNotContain("Exception");
        assertThat(run("run", "-c", timeless.toString(), "--as-of", "11.2.2015"))
                .isEqualTo(2);
        assertThat(err()).contains("'11.2.2015' is no date; expected one such as 2026-01-31");
        assertThat(run("run", "-c", timeless.toString(), "--fail-on", "warning"))
                .isEqualTo(2);
        assertThat(err()).contains("'warning' is not one of warn, fail, never");
        assertThat(run("config")).isEqualTo(2);
        assertThat(err()).contains("See 'lakewarden config --help'.");
        assertThat(run()).isEqualTo(2);
        assertThat(err()).contains("Usage: lakewarden");
        assertThat(out()).isEmpty();
    }
}
