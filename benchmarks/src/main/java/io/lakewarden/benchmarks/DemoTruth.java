package io.lakewarden.benchmarks;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lakewarden.simulator.LabelPolicy;
import io.lakewarden.simulator.LendingPortfolio;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Monitors many seeded portfolios with default settings and compares what was found with what was done to them: how
 * often each data incident is detected by drift, by an inferred schema and by rules, and how often quiet months stay quiet.
 */
public final class DemoTruth {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private DemoTruth() {}

    /** Prints the table, and writes the report where {@code --output} says. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        DemoTruthOptions options;
        try {
            options = DemoTruthOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("demo-truth: " + e.getMessage());
            System.exit(2);
            return;
        }
        out.println(
                TruthTable.calendar(portfolio(options, options.seeds().get(0)).calendar()));
        TruthReport report = run(options);
        out.print(TruthTable.rates(report));
        if (options.output().isPresent()) {
            write(report, options.output().get());
            out.println();
            out.println("written to " + options.output().get());
        }
    }

    /** Monitors every portfolio asked for, one in each thread. */
    static TruthReport run(DemoTruthOptions options) throws InterruptedException, ExecutionException {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try (LendingRules rules = LendingRules.start()) {
            List<Future<List<MonthOutcome>>> running = new ArrayList<>();
            for (long seed : options.seeds()) {
                running.add(threads.submit(() -> new PortfolioStudy(portfolio(options, seed), rules).outcomes()));
            }
            List<List<MonthOutcome>> portfolios = new ArrayList<>();
            for (Future<List<MonthOutcome>> portfolio : running) {
                portfolios.add(portfolio.get());
            }
            return TruthReport.of(
                    options.seedsMeaning(),
                    options.seeds(),
                    portfolio(options, options.seeds().get(0)).ledger(),
                    DefaultSettings.settings(),
                    portfolios);
        } finally {
            threads.shutdownNow();
        }
    }

    static void write(TruthReport report, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n");
    }

    private static LendingPortfolio portfolio(DemoTruthOptions options, long seed) {
        return new LendingPortfolio(seed, options.rows(), LabelPolicy.EVERYONE);
    }
}
