package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.ReferenceConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.jobs.store.StoredProfile;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.result.Window;
import io.lakewarden.schema.Folds;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Profiles data in folds: those of time are the monitor's windows, from the store where all of them stand there, otherwise
 * from one scan; where no time is known, rows are dealt out by their content, in one scan too.
 */
final class FoldProfiles {
    /** What data without time are filed under. */
    private static final Window NO_TIME = Window.ofDay(LocalDate.EPOCH);

    private final MonitorConfig config;
    private final DeltaStore store;
    private final MonitorRows rows;
    private final int mostFolds;
    private final Progress progress;

    /**
     * Profiles of some rows.
     *
     * @param rows of the source where a range of time is asked for, otherwise of the reference
     */
    FoldProfiles(MonitorConfig config, DeltaStore store, MonitorRows rows, int mostFolds, Progress progress) {
        this.config = config;
        this.store = store;
        this.rows = rows;
        this.mostFolds = mostFolds;
        this.progress = progress;
    }

    /** The range of time that a monitor's reference is, where it is one. */
    static Optional<Window> range(MonitorConfig config) {
        if (config.reference() instanceof ReferenceConfig.Pinned pinned) {
            return Optional.of(pinned.window());
        }
        return config.reference() instanceof ReferenceConfig.Previous previous
                ? Optional.of(previous.pinned())
                : Optional.empty();
    }

    /** The folds of a range of time, or of all rows. */
    Folds of(Optional<Window> range) {
        Folds.Basis basis = Folds.Basis.ROWS;
        List<DatasetProfile> profiles;
        if (range.isEmpty()) {
            progress.stage("profiling " + mostFolds + " folds of rows");
            profiles = rows.profileInFolds(mostFolds, NO_TIME);
        } else {
            List<Window> windows = windows(range.get());
            boolean whole = windows.size() > 1 && windows.size() <= mostFolds;
            basis = whole ? Folds.Basis.WINDOWS : Folds.Basis.PERIODS;
            List<Window> parts = whole ? windows : periods(range.get(), windows);
            profiles = whole ? stored(parts).orElseGet(() -> scanned(parts)) : scanned(parts);
        }
        if (profiles.stream().allMatch(profile -> profile.rows() == 0)) {
            throw new UserException("there are no rows to learn a schema from: " + rows.description()
                    + range.map(window -> ", " + window).orElse("") + "; name a range that has data with --window");
        }
        return new Folds(profiles, basis);
    }

    private List<Window> windows(Window range) {
        return config.windows().map(length -> length.within(range)).orElse(List.of());
    }

    /** A few stretches of about the same length, of whole windows where there are enough. */
    private List<Window> periods(Window range, List<Window> windows) {
        if (windows.size() > mostFolds) {
            return IntStream.range(0, mostFolds)
                    .mapToObj(part -> windows.get(windows.size() * part / mostFolds)
                            .hull(windows.get(windows.size() * (part + 1) / mostFolds - 1)))
                    .toList();
        }
        Duration step = Duration.between(range.start(), range.end()).dividedBy(mostFolds);
        List<Window> periods = new ArrayList<>();
        for (int part = 0; part < mostFolds; part++) {
            periods.add(new Window(
                    range.start().plus(step.multipliedBy(part)),
                    part == mostFolds - 1 ? range.end() : range.start().plus(step.multipliedBy(part + 1L))));
        }
        return periods;
    }

    /** The stored profiles, where every window is stored over the columns that would be profiled now. */
    private Optional<List<DatasetProfile>> stored(List<Window> windows) {
        Map<Window, StoredProfile> found = store.profiles(config.monitor(), windows);
        List<DatasetProfile> profiles =
                found.values().stream().map(it -> it.profile().whole()).toList();
        List<String> wanted = plain(rows.columns());
        boolean usable = found.size() == windows.size()
                && profiles.stream().allMatch(profile -> plain(profile.specs()).equals(wanted))
                && profiles.stream().map(DatasetProfile::specs).distinct().count() == 1;
        return usable ? Optional.of(profiles) : Optional.empty();
    }

    /** What a column is, whatever bins it was counted in. */
    private static List<String> plain(Collection<ColumnSpec> columns) {
        return columns.stream()
                .map(column -> column.name() + "\n" + column.kind() + "\n" + column.type())
                .toList();
    }

    private List<DatasetProfile> scanned(List<Window> windows) {
        progress.stage("profiling " + windows.size() + " folds of time");
        return rows.profile(rows.columns(), List.of(), Optional.empty(), windows).sliced().stream()
                .map(SlicedProfile::whole)
                .toList();
    }
}
