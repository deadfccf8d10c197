package io.lakewarden.benchmarks;

import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileBuilder;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import io.lakewarden.simulator.Application;
import io.lakewarden.simulator.PortfolioColumns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Profiles applications without an engine, row by row. */
final class PortfolioProfiler {
    private final List<ProfiledColumn> columns = ProfiledColumn.of(PortfolioColumns.all());

    /** The columns, without bins. */
    List<ColumnSpec> specs() {
        return columns.stream().map(ProfiledColumn::spec).toList();
    }

    /** What each column means to the model. */
    Map<String, ColumnRole> roles() {
        Map<String, ColumnRole> roles = new LinkedHashMap<>();
        columns.forEach(column -> roles.put(column.spec().name(), column.role()));
        return roles;
    }

    /**
     * Profiles applications.
     *
     * @param specs as {@link #specs} gives them, with or without bins
     */
    DatasetProfile profile(
            Stream<Application> applications, List<ColumnSpec> specs, ProfileDetail detail, Window window) {
        ProfileBuilder builder = new ProfileBuilder(specs, detail);
        applications.forEachOrdered(application -> {
            builder.addRow();
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).feed().accept(application, builder.column(i));
            }
        });
        return builder.build(window, Slice.ALL);
    }
}
