package io.lakewarden.spark.profile;

import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Window;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which profiles one scan makes: one of all rows, or one for each of several time windows, which may overlap. */
public final class ProfileGroups {
    private final Optional<String> timeColumn;
    private final List<Group> groups;

    private ProfileGroups(Optional<String> timeColumn, List<Group> groups) {
        this.timeColumn = timeColumn;
        this.groups = List.copyOf(groups);
    }

    /** One profile of all rows whatever their time; the window is only its label. */
    public static ProfileGroups all(Window label, ProfileDetail detail) {
        return new ProfileGroups(Optional.empty(), List.of(new Group(label, detail)));
    }

    /**
     * A profile for each window, of the rows whose time lies in it.
     *
     * @param timeColumn {@linkplain ColumnPath path} of a date or timestamp, possibly inside structs
     */
    public static ProfileGroups byTime(String timeColumn, List<Group> groups) {
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("at least one window is needed to profile by time");
        }
        return new ProfileGroups(Optional.of(timeColumn), groups);
    }

    /** The column that says when, unless all rows belong together. */
    public Optional<String> timeColumn() {
        return timeColumn;
    }

    /** The profiles asked for, in the order of the answers. */
    public List<Group> groups() {
        return groups;
    }

    /**
     * One profile.
     *
     * @param window the time of its rows
     * @param detail how much of them is kept
     */
    public record Group(Window window, ProfileDetail detail) {
        public Group {
            Objects.requireNonNull(window, "window");
            Objects.requireNonNull(detail, "detail");
        }
    }
}
