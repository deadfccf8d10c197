package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.MonitorPrinter;
import io.lakewarden.jobs.run.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lakewarden config show}. */
@Command(
        name = "show",
        description = {
            "Print a monitor as it is understood: with all defaults, paths in full, secrets as their placeholders.",
            "Text is YAML, and is itself a monitor file. Starts no Spark and opens no table."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lakewarden config show -c bike-sharing.yaml",
            "  lakewarden config show -c bike-sharing.yaml --format json"
        })
final class ConfigShowCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private MonitorOption monitor;

    @Mixin
    private OutputOptions options;

    ConfigShowCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        MonitorConfig config = monitor.load(context);
        String text = options.format() == OutputFormat.JSON ? MonitorPrinter.json(config) : MonitorPrinter.yaml(config);
        context.console().result(text.stripTrailing());
        return ExitCode.OK.code();
    }
}
