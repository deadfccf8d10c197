package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import io.lakewarden.rules.JudgedRule;
import io.lakewarden.rules.Rule;
import io.lakewarden.rules.RuleVerification;
import io.lakewarden.rules.check.RuleData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Holds the rows of windows against the monitor's rules, and sends them where they belong. */
final class WindowRules {
    private final MonitorConfig config;
    private final MonitorRows rows;

    WindowRules(MonitorConfig config, MonitorRows rows) {
        this.config = config;
        this.rows = rows;
    }

    /**
     * The findings over a window's rows as they are in the source.
     *
     * @param profile the profile of exactly these rows; absent where the one at hand is of another state of the table
     * @param reference what the window is held against
     */
    List<Finding> judge(
            Window window, String runId, Optional<DatasetProfile> profile, Optional<DatasetProfile> reference) {
        if (rows.isSample()) {
            return List.of(Finding.of(
                    RuleVerification.SOURCE,
                    Finding.TABLE,
                    "sample",
                    Status.SKIPPED,
                    "a sample",
                    "all rows",
                    "The rules were not judged: what holds of a sample may not hold of all rows."));
        }
        return judge(window, runId, rows.of(window), profile, reference);
    }

    /** The same over the rows that the quarantine table holds of the window, clean ones too. */
    List<Finding> replay(Window window, String runId, Optional<DatasetProfile> reference) {
        Dataset<Row> content = quarantine(rows.of(window)).orElseThrow().content(window);
        return judge(window, runId, content, Optional.empty(), reference);
    }

    /** Where there are no rows, only their number is judged: an empty window is told as such. */
    private List<Finding> judge(
            Window window,
            String runId,
            Dataset<Row> data,
            Optional<DatasetProfile> profile,
            Optional<DatasetProfile> reference) {
        long rowCount = profile.map(DatasetProfile::rows).orElseGet(data::count);
        List<Rule> all = config.rules().rules();
        List<Rule> rules = rowCount > 0
                ? all
                : all.stream().filter(rule -> rule.check().countsRows()).toList();
        RuleData surroundings = data(data, window, reference);
        List<JudgedRule> judged = new RuleVerification(surroundings, profile).judge(rules);
        List<Finding> findings =
                new ArrayList<>(judged.stream().map(JudgedRule::finding).toList());
        quarantine(data).ifPresent(it -> findings.add(it.write(window, runId, surroundings, judged, rowCount)));
        return findings.stream().map(rows::masked).toList();
    }

    private Optional<Quarantine> quarantine(Dataset<Row> data) {
        return config.quarantine().map(it -> new Quarantine(it, data.sparkSession()));
    }

    private static RuleData data(Dataset<Row> data, Window window, Optional<DatasetProfile> reference) {
        return new RuleData(
                data,
                window.end(),
                (path, format) -> data.sparkSession().read().format(format).load(path),
                reference);
    }

    /** Whether a finding is one of these rules, or of their quarantine. */
    boolean made(Finding finding) {
        boolean quarantined = config.quarantine().isPresent() && finding.key().equals(Quarantine.KEY);
        return quarantined
                || config.rules().rules().stream()
                        .anyMatch(rule -> RuleVerification.key(rule).equals(finding.key()));
    }
}
