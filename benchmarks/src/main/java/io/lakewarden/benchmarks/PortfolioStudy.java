package io.lakewarden.benchmarks;

import io.lakewarden.drift.BinningRule;
import io.lakewarden.drift.DatasetDrift;
import io.lakewarden.drift.DriftAnalysis;
import io.lakewarden.drift.DriftPolicy;
import io.lakewarden.drift.Reference;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Window;
import io.lakewarden.schema.Folds;
import io.lakewarden.schema.SchemaInference;
import io.lakewarden.schema.SchemaObservation;
import io.lakewarden.schema.SchemaValidation;
import io.lakewarden.schema.Severity;
import io.lakewarden.schema.TableSchema;
import io.lakewarden.simulator.Application;
import io.lakewarden.simulator.LendingPortfolio;
import io.lakewarden.simulator.MonthPlan;
import io.lakewarden.simulator.PortfolioColumns;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Monitors one portfolio month by month, as the jobs do but without an engine: the reference is profiled once for its
 * bins and once in them, every later month is counted in the same bins and judged by the same code and defaults. A schema is
 * inferred from the months of the reference, and the history begins with them.
 */
final class PortfolioStudy {
    private static final Set<ColumnRole> INPUTS = Set.of(ColumnRole.FEATURE, ColumnRole.PROTECTED);
    private static final Set<ColumnRole> OUTPUTS = Set.of(ColumnRole.PREDICTION);

    private final PortfolioProfiler profiler = new PortfolioProfiler();
    private final DriftPolicy policy = DriftPolicy.DEFAULT.withRoles(profiler.roles());
    private final LendingPortfolio portfolio;
    private final LendingRules rules;

    PortfolioStudy(LendingPortfolio portfolio, LendingRules rules) {
        this.portfolio = portfolio;
        this.rules = rules;
    }

    /** What monitoring says about each month after the reference, in order. */
    List<MonthOutcome> outcomes() {
        Reference reference = reference();
        List<ColumnSpec> specs = reference.whole().specs();
        TableSchema schema = schema(reference.blocks());
        LendingHistory history = new LendingHistory(inputs(), reference.blocks());
        return portfolio.calendar().stream()
                .filter(MonthPlan::isMonitored)
                .map(month -> outcome(month, reference, schema, history, profile(month, specs)))
                .toList();
    }

    private Reference reference() {
        List<MonthPlan> months = portfolio.calendar().stream()
                .filter(month -> !month.isMonitored())
                .toList();
        Window window = new Window(
                months.get(0).window().start(),
                months.get(months.size() - 1).window().end());
        List<Application> applications = months.stream()
                .flatMap(month -> portfolio.month(month.number()))
                .toList();
        DatasetProfile unbinned = profiler.profile(applications.stream(), profiler.specs(), ProfileDetail.FULL, window);
        List<ColumnSpec> specs = BinningRule.DEFAULT.freeze(unbinned);
        return new Reference(
                profiler.profile(applications.stream(), specs, ProfileDetail.FULL, window),
                months.stream().map(month -> profile(month, specs)).toList());
    }

    /** As inferred, but for the one column that only the reference has values in, which whoever reads it takes out. */
    private static TableSchema schema(List<DatasetProfile> months) {
        TableSchema inferred = SchemaInference.infer(
                        new Folds(months, Folds.Basis.WINDOWS), SchemaInference.MOST_VALUES)
                .schema();
        return new TableSchema(
                inferred.rows(),
                Severity.ALLOW,
                List.of(),
                inferred.columns().stream()
                        .filter(column -> !column.name().equals(PortfolioColumns.SPLIT))
                        .toList());
    }

    private DatasetProfile profile(MonthPlan month, List<ColumnSpec> specs) {
        return profiler.profile(portfolio.month(month.number()), specs, ProfileDetail.FULL, month.window());
    }

    private Set<String> inputs() {
        return profiler.roles().entrySet().stream()
                .filter(column -> INPUTS.contains(column.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private MonthOutcome outcome(
            MonthPlan month, Reference reference, TableSchema schema, LendingHistory history, DatasetProfile current) {
        DatasetDrift drift = DriftAnalysis.compare(reference, current, policy);
        Map<String, ColumnRole> roles = profiler.roles();
        Set<String> moved = alerts(drift.findings());
        return new MonthOutcome(
                month,
                inputs().size(),
                of(roles, INPUTS, moved),
                of(roles, OUTPUTS, moved),
                alerts(SchemaValidation.check(schema, SchemaObservation.of(current))),
                alerts(rules.check(current)),
                alerts(history.next(current)));
    }

    private static Set<String> alerts(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.status().isAlert())
                .map(Finding::column)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> of(Map<String, ColumnRole> roles, Set<ColumnRole> chosen, Set<String> columns) {
        return columns.stream()
                .filter(column -> chosen.contains(roles.get(column)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
