package io.lakewarden.spark.profile;

import io.lakewarden.profile.DatasetProfile;
import java.util.List;

/**
 * What one scan found.
 *
 * @param profiles one for each group asked for, in their order
 * @param rowsOutside rows whose time lies in no window; 0 where all rows belong together
 * @param rowsWithoutTime rows whose time is null, in no profile either; 0 where all rows belong together
 */
public record ProfiledGroups(List<DatasetProfile> profiles, long rowsOutside, long rowsWithoutTime) {
    public ProfiledGroups {
        profiles = List.copyOf(profiles);
    }
}
