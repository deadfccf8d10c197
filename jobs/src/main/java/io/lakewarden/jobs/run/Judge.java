package io.lakewarden.jobs.run;

import io.lakewarden.drift.DatasetDrift;
import io.lakewarden.drift.DriftAnalysis;
import io.lakewarden.drift.DriftPolicy;
import io.lakewarden.drift.Reference;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.ReferenceConfig;
import io.lakewarden.jobs.store.Comparison;
import io.lakewarden.jobs.store.DriftType;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.schema.SchemaCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares one window with its reference and with the window before, and says what is to be thought of it. */
final class Judge {
    private final MonitorConfig config;
    private final DriftPolicy policy;

    Judge(MonitorConfig config) {
        this.config = config;
        this.policy = DriftPolicies.of(config);
    }

    /**
     * Judges a window that has rows.
     *
     * @param before the profiles of the windows just before, oldest first
     * @param notices what reading the data has found already
     */
    Judgement judge(
            DatasetProfile current, PinnedReference pinned, List<DatasetProfile> before, List<Finding> notices) {
        List<DatasetProfile> earlier =
                before.stream().filter(profile -> profile.rows() > 0).toList();
        List<Finding> findings = new ArrayList<>(notices);
        List<Comparison> comparisons = new ArrayList<>();
        Optional<Reference> reference = reference(pinned, earlier);
        if (reference.isEmpty()) {
            findings.add(noReference(before.size()));
        } else {
            DatasetProfile whole = reference.get().whole();
            DatasetDrift drift = DriftAnalysis.compare(reference.get(), current, policy);
            comparisons.add(new Comparison(DriftType.BASELINE, whole, drift));
            findings.addAll(SchemaCheck.compare(whole, current));
            findings.addAll(drift.findings());
        }
        if (!before.isEmpty() && before.get(before.size() - 1).rows() > 0) {
            DatasetProfile previous = before.get(before.size() - 1);
            comparisons.add(new Comparison(
                    DriftType.CONSECUTIVE,
                    previous,
                    DriftAnalysis.compare(new Reference(previous, List.of()), current, policy)));
        }
        return new Judgement(current, reference, comparisons, findings);
    }

    private Optional<Reference> reference(PinnedReference pinned, List<DatasetProfile> earlier) {
        if (!(config.reference() instanceof ReferenceConfig.Previous)) {
            return Optional.of(pinned.profiles());
        }
        return earlier.stream().reduce(DatasetProfile::merge).map(merged -> new Reference(merged, List.of()));
    }

    private static Finding noReference(int windows) {
        return Finding.of(
                "reference",
                Finding.TABLE,
                "present",
                Status.ERROR,
                "no rows",
                "rows in the " + windows + " windows before",
                "Nothing could be compared: none of the " + windows + " windows before has rows.");
    }
}
