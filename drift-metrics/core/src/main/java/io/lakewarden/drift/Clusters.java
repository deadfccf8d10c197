package io.lakewarden.drift;

import io.lakewarden.profile.ClusterCounts;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Figures;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which rows are not independent of each other: those that share a key. Both sides are counted in the same blocks, each
 * of which holds all rows of its keys.
 *
 * @param key the columns whose values together are the key
 * @param reference counts of each column, of all rows; empty where the reference could not be dealt out by the key
 * @param current likewise of the current data
 */
public record Clusters(List<String> key, Map<String, ClusterCounts> reference, Map<String, ClusterCounts> current) {
    public Clusters {
        key = List.copyOf(key);
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(current, "current");
    }

    /** The counts of one column, of all rows or of a part of them. */
    ClusterTables of(ColumnProfile before, ColumnProfile now) {
        return new ClusterTables(
                before,
                now,
                Optional.ofNullable(reference.get(before.name())),
                Optional.ofNullable(current.get(before.name())));
    }

    /** What is told where nothing can be judged, since it is not known how far independent keys differ. */
    Optional<Finding> finding() {
        return finding("the reference", reference).or(() -> finding("the window", current));
    }

    private Optional<Finding> finding(String side, Map<String, ClusterCounts> counts) {
        if (counts.isEmpty()) {
            return Optional.of(finding("no key", side + " has no " + name() + " that says which rows belong together"));
        }
        double blocks = effectiveBlocks(counts.values().iterator().next());
        return blocks < DesignEffect.LEAST_BLOCKS
                ? Optional.of(finding(
                        Figures.number(blocks) + " blocks",
                        "the rows of " + side + " share so few keys of " + name() + " that they count as "
                                + Figures.number(blocks) + " independent blocks, and "
                                + Figures.number(DesignEffect.LEAST_BLOCKS) + " are needed"))
                : Optional.empty();
    }

    private static double effectiveBlocks(ClusterCounts counts) {
        return DesignEffect.effectiveBlocks(IntStream.range(0, counts.blocks())
                .mapToDouble(block -> (double) counts.rows(block))
                .toArray());
    }

    private String name() {
        return String.join(", ", key.stream().map(DriftSentences::quoted).toList());
    }

    private static Finding finding(String observed, String reason) {
        return Finding.of(
                DriftAnalysis.source(ColumnRole.FEATURE),
                Finding.TABLE,
                "clusters",
                Status.WARN,
                observed,
                "at least " + Figures.number(DesignEffect.LEAST_BLOCKS) + " blocks of keys",
                "Drift was not judged: " + reason + ".");
    }
}
