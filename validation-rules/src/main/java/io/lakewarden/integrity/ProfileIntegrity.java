package io.lakewarden.integrity;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The checks that a profile answers: no row is read. */
public final class ProfileIntegrity {
    /** The source of all findings about integrity. */
    public static final String SOURCE = "integrity";

    private final TableRoles roles;
    private final List<ColumnCheck> checks;

    /** Checks of the columns that these roles name. */
    public ProfileIntegrity(TableRoles roles, IntegrityLimits limits) {
        this.roles = roles;
        this.checks = List.of(
                new SingleValue(),
                new MixedTypes(limits.mixedTypes()),
                new TextVariants(),
                new SpecialCharacters(limits.specialCharacters()));
    }

    /**
     * The findings about inputs and label, column by column, then about the time of both sides. What the reference shows too
     * is nothing new, and PASS. A table without rows has none.
     */
    public List<Finding> check(Optional<DatasetProfile> reference, DatasetProfile current) {
        List<Finding> findings = new ArrayList<>();
        for (ColumnProfile column : current.columns().values()) {
            if (roles.inputs().contains(column.name()) || roles.label().equals(Optional.of(column.name()))) {
                Optional<ColumnProfile> before = reference.flatMap(profile -> profile.column(column.name()));
                checks.forEach(check -> check.check(column, before).ifPresent(findings::add));
            }
        }
        roles.time()
                .flatMap(time -> reference.flatMap(before -> TimeOverlap.check(before, current, time)))
                .ifPresent(findings::add);
        return findings;
    }
}
