package io.lakewarden.integrity;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The checks that need the rows: one pass for repeated rows, and one or two for each identifier. */
public final class RowIntegrity {
    private final TableRoles roles;
    private final IntegrityLimits limits;

    /** Checks of the columns that these roles name. */
    public RowIntegrity(TableRoles roles, IntegrityLimits limits) {
        this.roles = roles;
        this.limits = limits;
    }

    /**
     * The findings, on which tables without rows are undecided.
     *
     * @param reference the rows that the model was trained on; empty where they cannot be read any more
     * @param profile the profile of the current rows
     */
    public List<Finding> check(Optional<Dataset<Row>> reference, Dataset<Row> current, DatasetProfile profile) {
        List<Finding> findings = new ArrayList<>(new RepeatedRows(limits).check(current, roles, profile));
        IdentifierAssociation association = new IdentifierAssociation(limits.identifierAssociation());
        for (String identifier : roles.identifiers()) {
            reference
                    .flatMap(before -> IdentifierOverlap.check(before, current, identifier))
                    .ifPresent(findings::add);
            roles.label()
                    .flatMap(label -> association.check(current, profile, identifier, label))
                    .ifPresent(findings::add);
        }
        return findings;
    }
}
