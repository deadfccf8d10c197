package io.lakewarden.jobs.run;

import io.lakewarden.integrity.IntegrityLimits;
import io.lakewarden.integrity.ProfileIntegrity;
import io.lakewarden.integrity.RowIntegrity;
import io.lakewarden.integrity.TableRoles;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.ReferenceConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Says whether the rows of windows can be trusted as data for a model, where the monitor asks for it. */
final class WindowIntegrity implements RowCheck {
    private final MonitorConfig config;
    private final MonitorRows rows;
    private final Supplier<MonitorRows> reference;

    WindowIntegrity(MonitorConfig config, MonitorRows rows, Supplier<MonitorRows> reference) {
        this.config = config;
        this.rows = rows;
        this.reference = reference;
    }

    @Override
    public Judgement judge(Window window, Judgement judgement) {
        return judgement.with(judge(
                config.integrity().orElseThrow(),
                window,
                judgement.profile().whole(),
                judgement.reference().map(SlicedProfile::whole)));
    }

    private List<Finding> judge(
            IntegrityLimits limits, Window window, DatasetProfile profile, Optional<DatasetProfile> before) {
        TableRoles roles = roles(profile);
        List<Finding> findings = new ArrayList<>(new ProfileIntegrity(roles, limits).check(before, profile));
        if (rows.isSample()) {
            findings.add(
                    table(
                            "sample",
                            Status.SKIPPED,
                            "Repeated rows and identifiers were not looked at: what holds of a sample may not hold of all rows."));
        } else {
            findings.addAll(new RowIntegrity(roles, limits)
                    .check(referenceRows(window, roles, findings), rows.of(window), profile));
        }
        return findings.stream().map(rows::masked).toList();
    }

    private TableRoles roles(DatasetProfile profile) {
        Map<String, ColumnRole> roles = config.roles();
        List<String> inputs = profile.columns().keySet().stream()
                .filter(column -> roles.getOrDefault(column, ColumnRole.FEATURE) == ColumnRole.FEATURE
                        || roles.get(column) == ColumnRole.PROTECTED)
                .toList();
        return new TableRoles(
                inputs,
                config.columns().label(),
                config.columns().ids(),
                config.time().map(time -> time.column()));
    }

    /** Nothing where the window is a part of the reference, or where nothing is to be looked up in it. */
    private Optional<Dataset<Row>> referenceRows(Window window, TableRoles roles, List<Finding> findings) {
        Optional<Window> pinned = pinned();
        if (roles.identifiers().isEmpty()
                || pinned.filter(it -> it.start().isBefore(window.end())
                                && window.start().isBefore(it.end()))
                        .isPresent()) {
            return Optional.empty();
        }
        try {
            MonitorRows before = reference.get();
            return Optional.of(pinned.map(before::of).orElseGet(before::all));
        } catch (UserException e) {
            findings.add(table(
                    "identifier-overlap",
                    Status.ERROR,
                    "Not decided whether identifiers of the reference come back: its rows cannot be read any more ("
                            + e.getMessage() + ")."));
            return Optional.empty();
        }
    }

    private Optional<Window> pinned() {
        if (config.reference() instanceof ReferenceConfig.Pinned it) {
            return Optional.of(it.window());
        }
        return config.reference() instanceof ReferenceConfig.Previous it ? Optional.of(it.pinned()) : Optional.empty();
    }

    private static Finding table(String check, Status status, String sentence) {
        return Finding.of(ProfileIntegrity.SOURCE, Finding.TABLE, check, status, "not looked at", "all rows", sentence);
    }

    @Override
    public boolean isAsked() {
        return config.integrity().isPresent();
    }

    @Override
    public String activity() {
        return "looking at the integrity of rows";
    }

    @Override
    public boolean made(Finding finding) {
        return finding.source().equals(ProfileIntegrity.SOURCE);
    }
}
