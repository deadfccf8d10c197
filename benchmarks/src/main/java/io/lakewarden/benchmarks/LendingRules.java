package io.lakewarden.benchmarks;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.rules.Rule;
import io.lakewarden.rules.RuleVerification;
import io.lakewarden.rules.Severity;
import io.lakewarden.rules.check.Checks;
import io.lakewarden.rules.check.RuleCheck;
import io.lakewarden.rules.check.RuleData;
import io.lakewarden.simulator.PortfolioColumns;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Rules as somebody writes them who knows lending: those of the sets that ship, and limits of what is asked and offered. All of
 * them are answered by a profile, so that the engine reads no row; those about keys and about amounts of money, which a
 * profile holds as doubles, need rows and are left out.
 */
final class LendingRules implements AutoCloseable {
    private static final List<Rule> RULES = List.of(
            rule("applications-exist", Checks.rowCount(1, Long.MAX_VALUE)),
            rule("score-complete", Checks.complete(PortfolioColumns.SCORE)),
            rule("decision-complete", Checks.complete(PortfolioColumns.DECISION)),
            rule("labels-complete", Checks.complete(PortfolioColumns.LABEL)),
            rule("time-complete", Checks.complete(PortfolioColumns.TIME)),
            rule("time-fresh", Checks.fresh(PortfolioColumns.TIME, Duration.ofDays(1))),
            rule("income-complete", Checks.complete("annual_income")),
            rule("employment-known", Checks.complete("employment_years", 0.95)),
            rule("savings-known", Checks.complete("savings_balance", 0.85)),
            rule("term-offered", Checks.oneOf("term_months", 12, 24, 36, 48, 60)),
            rule("score-probability", Checks.range(PortfolioColumns.SCORE, 0, 1)),
            rule("bureau-scale", Checks.range("bureau.score", 300, 850)),
            rule(
                    "purpose-offered",
                    Checks.oneOf(
                            "purpose",
                            "car",
                            "debt_consolidation",
                            "education",
                            "home_improvement",
                            "medical",
                            "other")));

    private final SparkSession session;
    private final Dataset<Row> noRows;

    private LendingRules(SparkSession session) {
        this.session = session;
        this.noRows =
                session.createDataFrame(List.of(), StructType.fromDDL(PortfolioColumns.ddl(PortfolioColumns.all())));
    }

    /** Starts the engine that knows types of columns. */
    static LendingRules start() {
        SparkSession session = SparkSession.builder()
                .master("local[1]")
                .appName("demo-truth")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate();
        session.sparkContext().setLogLevel("ERROR");
        return new LendingRules(session);
    }

    private static Rule rule(String id, RuleCheck check) {
        return new Rule(id, check, Severity.FAIL, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The findings about a profile.
     *
     * @throws IllegalStateException if the profile does not answer a rule
     */
    List<Finding> check(DatasetProfile profile) {
        RuleData data = new RuleData(
                noRows,
                profile.window().end(),
                (path, format) -> {
                    throw new IllegalStateException("no rule looks into another table, but one asked for " + path);
                },
                Optional.empty());
        List<Finding> findings = new RuleVerification(data, Optional.of(profile)).findings(RULES);
        findings.stream()
                .filter(finding -> finding.status() == Status.ERROR)
                .findFirst()
                .ifPresent(finding -> {
                    throw new IllegalStateException(finding.key() + " was not answered: " + finding.sentence());
                });
        return findings;
    }

    @Override
    public void close() {
        session.stop();
    }
}
