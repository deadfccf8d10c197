package io.lakewarden.rules;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.rules.check.RuleCheck;
import io.lakewarden.rules.check.RuleData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rules in a Spark job or a test:
 *
 * <pre>{@code
 * Rules.on(loans)
 *         .require(Checks.primaryKey("loan_id"))
 *         .require(Checks.range("age", 18, 120))
 *         .warn(Checks.complete("income", 0.98))
 *         .verify()
 *         .requireHeld();
 * }</pre>
 */
public final class Rules {
    private final Dataset<Row> rows;
    private final List<Rule> rules = new ArrayList<>();
    private Instant end = Instant.now();
    private Optional<DatasetProfile> reference = Optional.empty();
    private Optional<DatasetProfile> profile = Optional.empty();

    private Rules(Dataset<Row> rows) {
        this.rows = rows;
    }

    /** Rules about the rows of a dataset. */
    public static Rules on(Dataset<Row> rows) {
        return new Rules(rows);
    }

    /** A rule that must hold. */
    public Rules require(RuleCheck check) {
        return add(check, Severity.FAIL);
    }

    /** A rule that should hold. */
    public Rules warn(RuleCheck check) {
        return add(check, Severity.WARN);
    }

    private Rules add(RuleCheck check, Severity severity) {
        rules.add(new Rule(
                Rule.idOf(check, Optional.empty()),
                check,
                severity,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        return this;
    }

    /**
     * The rules of a file.
     *
     * @throws IllegalArgumentException with every problem of the file, one a line
     */
    public Rules from(Path file) {
        try {
            rules.addAll(RuleText.read(file, Files.readString(file)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the rules in " + file, e);
        }
    }

    /** When the time of the rows ends; now, if it is not said. What is fresh is fresh then. */
    public Rules asOf(Instant time) {
        this.end = time;
        return this;
    }

    /** What {@code like_reference} compares with. */
    public Rules against(DatasetProfile profile) {
        this.reference = Optional.of(profile);
        return this;
    }

    /** A profile of exactly these rows: what it knows is not read again. */
    public Rules knowing(DatasetProfile known) {
        this.profile = Optional.of(known);
        return this;
    }

    /** Judges the rules, in as few scans as they need. */
    public RulesVerdict verify() {
        return new RulesVerdict(new RuleVerification(data(), profile).findings(rules));
    }

    /** The rows with two more columns, which say the rules of severity fail and of severity warn that each row fails. */
    public Dataset<Row> marked() {
        return RowMarks.mark(data(), rules);
    }

    private RuleData data() {
        return new RuleData(
                rows,
                end,
                (path, format) -> rows.sparkSession().read().format(format).load(path),
                reference);
    }
}
