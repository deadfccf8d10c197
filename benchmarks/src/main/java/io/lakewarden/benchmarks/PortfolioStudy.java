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
import io.lakewarden.simulator.Application;
import io.lakewarden.simulator.LendingPortfolio;
import io.lakewarden.simulator.MonthPlan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Monitors one portfolio month by month, as the jobs do but without an engine: the reference is profiled once for its
 * bins and once in them, every later month is counted in the same bins and judged by the same code and defaults.
 */
final class PortfolioStudy {
    private static final Set<ColumnRole> INPUTS = Set.of(ColumnRole.FEATURE, ColumnRole.PROTECTED);
    private static final Set<ColumnRole> OUTPUTS = Set.of(ColumnRole.PREDICTION);

    private final PortfolioProfiler profiler = new PortfolioProfiler();
    private final DriftPolicy policy = DriftPolicy.DEFAULT.withRoles(profiler.roles());
    private final LendingPortfolio portfolio;

    PortfolioStudy(LendingPortfolio portfolio) {
        this.portfolio = portfolio;
    }

    /** What monitoring says about each month after the reference, in order. */
    List<MonthOutcome> outcomes() {
        Reference reference = reference();
        List<ColumnSpec> specs = reference.whole().specs();
        return portfolio.calendar().stream()
                .filter(MonthPlan::isMonitored)
                .map(month -> outcome(month, reference, profile(month, specs, ProfileDetail.FULL)))
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
                months.stream()
                        .map(month -> profile(month, specs, ProfileDetail.COUNTS))
                        .toList());
    }

    private DatasetProfile profile(MonthPlan month, List<ColumnSpec> specs, ProfileDetail detail) {
        return profiler.profile(portfolio.month(month.number()), specs, detail, month.window());
    }

    private MonthOutcome outcome(MonthPlan month, Reference reference, DatasetProfile current) {
        DatasetDrift drift = DriftAnalysis.compare(reference, current, policy);
        Map<String, ColumnRole> roles = profiler.roles();
        int inputs = (int) roles.values().stream().filter(INPUTS::contains).count();
        return new MonthOutcome(month, inputs, alerts(drift, roles, INPUTS), alerts(drift, roles, OUTPUTS));
    }

    private static Set<String> alerts(DatasetDrift drift, Map<String, ColumnRole> roles, Set<ColumnRole> chosen) {
        Set<String> columns = new TreeSet<>();
        for (Finding finding : drift.findings()) {
            if (finding.status().isAlert() && chosen.contains(roles.get(finding.column()))) {
                columns.add(finding.column());
            }
        }
        return columns;
    }
}
