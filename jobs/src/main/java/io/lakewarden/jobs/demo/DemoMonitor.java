package io.lakewarden.jobs.demo;

import io.lakewarden.result.ColumnRole;
import io.lakewarden.simulator.Ledger;
import io.lakewarden.simulator.PortfolioColumns;
import io.lakewarden.simulator.SimulatedColumn;
import java.util.List;
import java.util.stream.Collectors;

/** The monitor file of the demonstration: a plain one, which can be run again by hand. */
final class DemoMonitor {
    private DemoMonitor() {}

    static String yaml(Ledger ledger) {
        return """
                # Made by `lakewarden demo`. Run a month again with
                #   bin/lakewarden run -c monitor.yaml --window 2025-01-01/2025-02-01
                monitor: lending-demo
                title: Lending portfolio (simulated)
                source:
                  format: delta
                  path: applications
                time:
                  column: %s
                windows: P1M
                reference:
                  pinned: %s
                columns:
                  ignore: [%s]
                  id: [%s]
                  prediction: [%s]
                  protected: [%s]
                store: lakewarden-store
                """
                .formatted(
                        PortfolioColumns.TIME,
                        ledger.referenceWindow(),
                        PortfolioColumns.SPLIT,
                        PortfolioColumns.ID,
                        names(ColumnRole.PREDICTION),
                        names(ColumnRole.PROTECTED));
    }

    private static String names(ColumnRole role) {
        List<SimulatedColumn> columns = PortfolioColumns.applications();
        return columns.stream()
                .filter(column -> column.role() == role)
                .map(SimulatedColumn::name)
                .collect(Collectors.joining(", "));
    }
}
