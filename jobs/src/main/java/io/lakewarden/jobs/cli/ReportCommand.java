package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.ReportConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.run.ExitCode;
import io.lakewarden.jobs.run.Jobs;
import io.lakewarden.jobs.run.RunOutcome;
import io.lakewarden.jobs.run.RunRequest;
import io.lakewarden.jobs.site.SiteRequest;
import io.lakewarden.result.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** {@code lakewarden report}: reports, or the site over all of them. */
@Command(
        name = "report",
        description = {
            "Render the reports of stored runs again, or bring a site over all monitors of a store up to date.",
            "Reads what the runs have stored; starts no Spark."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lakewarden report -c bike-sharing.yaml --window 2012-01-01/2012-02-01",
            "  lakewarden report -c bike-sharing.yaml --window 2012-01-01/2013-01-01 --output reports",
            "  lakewarden report -c bike-sharing.yaml --window 2012-01-01/2012-02-01 --templates team --language de",
            "  lakewarden report --site site --store s3a://bucket/store",
            "  lakewarden report --site site -c bike-sharing.yaml --window 2012-01-01/2012-02-01"
        })
final class ReportCommand extends WindowsCommand {
    @Option(
            names = "--site",
            paramLabel = "DIR",
            description = {
                "Bring the site in this folder up to date instead: static pages over all monitors",
                "and windows of the store, with a copy of each report. With -c only that monitor",
                "is looked at, with --window only those windows of it."
            })
    private Path site;

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            description = {
                "A folder of your own templates: colours, a logo, sections. Where they do not work the standard",
                "report is written, and the exit code is 2. Default: the monitor's."
            })
    private Path templates;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "The language of the reports, such as de. Default: the monitor's, otherwise en.")
    private String language;

    private ReportCommand(Context context) {
        super(context);
    }

    /** The command; unlike the others it can do without a monitor. */
    static CommandLine create(Context context) {
        CommandSpec command = CommandSpec.forAnnotatedObject(new ReportCommand(context));
        OptionSpec monitor = command.findOption("-c");
        command.remove(monitor);
        command.addOption(OptionSpec.builder(monitor)
                .required(false)
                .description("The monitor file. Only --site with --store can do without.")
                .build());
        return new CommandLine(command);
    }

    @Override
    RunOutcome execute(Jobs jobs, RunRequest request) {
        return jobs.report(request);
    }

    @Override
    ReportConfig look() {
        return new ReportConfig(
                Optional.ofNullable(templates).map(it -> it.toAbsolutePath().normalize()),
                Optional.ofNullable(language));
    }

    @Override
    public Integer call() {
        if (site != null) {
            return updateSite();
        }
        if (!namesMonitor()) {
            throw new UserException("which monitor? Name its file with -c FILE, or all monitors of a store with"
                    + " --site DIR --store URI");
        }
        return super.call();
    }

    private int updateSite() {
        if (!look().equals(ReportConfig.DEFAULTS)) {
            throw new UserException(
                    "--templates and --language are for single reports; the site is the standard one, in"
                            + " English. Leave them out, or --site");
        }
        if (copiesReports()) {
            throw new UserException(
                    "--output copies single reports, and --site holds all of them; name one of the two");
        }
        if (wantsSingleFiles()) {
            throw new UserException("--single-file makes one file of a report, and --site is a folder of many; name one"
                    + " of the two");
        }
        if (Files.exists(site) && !Files.isDirectory(site)) {
            throw new UserException("--site: '" + site + "' is a file; expected a folder for the site");
        }
        if (namesWindows() && !namesMonitor()) {
            throw new UserException("--window and --as-of name windows of one monitor; add -c FILE");
        }
        Optional<MonitorConfig> config = namesMonitor() ? Optional.of(loadMonitor()) : Optional.empty();
        List<Window> windows = namesWindows() ? requestedWindows(config.orElseThrow()) : List.of();
        SiteRequest request = new SiteRequest(
                site.toAbsolutePath().normalize(), place(config), config.map(MonitorConfig::monitor), windows);
        try (Jobs jobs = context().openJobs()) {
            new SitePrinter(context().console(), format()).print(jobs.site(request));
        }
        return ExitCode.OK.code();
    }
}
