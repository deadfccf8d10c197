package io.lakewarden.jobs.demo;

import io.lakewarden.jobs.config.FailOn;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.MonitorLoader;
import io.lakewarden.jobs.demo.PortfolioTable.Recipe;
import io.lakewarden.jobs.run.DemoRequest;
import io.lakewarden.jobs.run.Jobs;
import io.lakewarden.jobs.run.ProfileOptions;
import io.lakewarden.jobs.run.Progress;
import io.lakewarden.jobs.run.RunOutcome;
import io.lakewarden.jobs.run.RunRequest;
import io.lakewarden.result.Window;
import io.lakewarden.simulator.LabelPolicy;
import io.lakewarden.simulator.LendingPortfolio;
import io.lakewarden.simulator.MonthPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** Makes a lending portfolio with known incidents, and runs the main job over its months. */
public final class Demo {
    private final Supplier<SparkSession> session;
    private final Jobs jobs;
    private final Progress progress;

    /** A demonstration of these jobs. */
    public Demo(Supplier<SparkSession> session, Jobs jobs, Progress progress) {
        this.session = session;
        this.jobs = jobs;
        this.progress = progress;
    }

    /** Makes the data, writes its ledger and its monitor file, and runs every month after the reference. */
    public RunOutcome run(DemoRequest request) {
        DemoFolder folder = DemoFolder.prepare(request.output());
        Recipe everyone = new Recipe(request.seed(), LendingPortfolio.USUAL_ROWS, LabelPolicy.EVERYONE);
        LendingPortfolio portfolio = everyone.portfolio();
        folder.writeLedger(portfolio.ledger());
        Path monitor = folder.resolve("monitor.yaml");
        writeTables(folder, everyone);
        try {
            Files.writeString(monitor, DemoMonitor.yaml(portfolio.ledger()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        MonitorConfig config = MonitorLoader.load(monitor);
        List<Window> months = portfolio.calendar().stream()
                .filter(MonthPlan::isMonitored)
                .map(MonthPlan::window)
                .toList();
        return jobs.run(
                new RunRequest(config, months, config.store(), FailOn.NEVER, Optional.empty(), ProfileOptions.NONE));
    }

    private void writeTables(DemoFolder folder, Recipe everyone) {
        PortfolioTable tables = new PortfolioTable(session.get(), everyone);
        progress.stage("simulating 24 months of loan applications");
        tables.writeApplications(folder.resolve("applications").toString());
        progress.stage("simulating their outcomes");
        tables.writeOutcomes(folder.resolve("outcomes").toString());
        Recipe approved = new Recipe(everyone.seed(), everyone.rows(), LabelPolicy.APPROVED_ONLY);
        new PortfolioTable(session.get(), approved)
                .writeOutcomes(folder.resolve("outcomes_approved_only").toString());
    }
}
