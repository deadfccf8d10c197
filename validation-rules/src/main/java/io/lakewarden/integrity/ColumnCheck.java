package io.lakewarden.integrity;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.result.Finding;
import java.util.Optional;

/** Something about one column that its profile tells without another look at the data. */
interface ColumnCheck {
    /** The finding, or nothing where the check does not concern such a column. */
    Optional<Finding> check(ColumnProfile column);
}
