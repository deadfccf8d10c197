package io.lakewarden.integrity;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.result.Finding;
import java.util.Optional;

/** Something about one column that its profile tells without another look at the data. */
interface ColumnCheck {
    /**
     * The finding, or nothing where there is nothing to tell.
     *
     * @param before the column in the reference; what that shows too is PASS
     */
    Optional<Finding> check(ColumnProfile column, Optional<ColumnProfile> before);
}
