package io.lakewarden.jobs.store;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Finding;
import java.util.List;
import java.util.Objects;

/**
 * All that one run wants stored. It is visible once {@link DeltaStore#commit} returns, wholly or not at all.
 *
 * @param facts the run itself
 * @param profile the window's profile, or the whole reference's
 * @param blocks a reference's sub-windows, oldest first; empty for a window
 * @param comparisons the drift against the reference and against earlier windows, at most one of each type
 * @param findings what was judged, in the order that the report shows
 */
public record Attempt(
        RunFacts facts,
        DatasetProfile profile,
        List<DatasetProfile> blocks,
        List<Comparison> comparisons,
        List<Finding> findings) {
    public Attempt {
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(profile, "profile");
        blocks = List.copyOf(blocks);
        comparisons = List.copyOf(comparisons);
        findings = List.copyOf(findings);
        if (comparisons.stream().map(Comparison::type).distinct().count() < comparisons.size()) {
            throw new IllegalArgumentException("a run is compared once by each type of drift");
        }
    }
}
