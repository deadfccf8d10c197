package io.lakewarden.jobs.store;

import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Slice;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * All that one run wants stored. It is visible once {@link DeltaStore#commit} returns, wholly or not at all.
 *
 * @param facts the run itself
 * @param profile the window's profile, or the whole reference's, with its slices
 * @param blocks a reference's sub-windows, oldest first, with slices where these are counted too; empty for a window
 * @param comparisons the drift against the reference and against earlier windows, at most one of each type and slice
 * @param findings what was judged, in the order that the report shows
 * @param kept what an earlier run told of drift by rows that this one has not read
 */
public record Attempt(
        RunFacts facts,
        SlicedProfile profile,
        List<SlicedProfile> blocks,
        List<Comparison> comparisons,
        List<Finding> findings,
        KeptDrift kept) {
    /** An attempt that keeps nothing of an earlier run. */
    public Attempt(
            RunFacts facts,
            SlicedProfile profile,
            List<SlicedProfile> blocks,
            List<Comparison> comparisons,
            List<Finding> findings) {
        this(facts, profile, blocks, comparisons, findings, KeptDrift.NONE);
    }

    public Attempt {
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(kept, "kept");
        blocks = List.copyOf(blocks);
        comparisons = List.copyOf(comparisons);
        findings = List.copyOf(findings);
        Set<Map.Entry<DriftType, Slice>> compared = new HashSet<>();
        for (Comparison comparison : comparisons) {
            if (!compared.add(Map.entry(comparison.type(), comparison.slice()))) {
                throw new IllegalArgumentException(
                        "a slice of a run is compared once by each type of drift, but twice is " + comparison.slice());
            }
        }
    }
}
