package io.lakewarden.drift;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.result.MetricValue;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Decides on drift as another package does by default, in place of this one's own thresholds and tests. */
public interface DriftPreset {
    /** Its name in configuration. */
    String name();

    /** The package's name for people. */
    String title();

    /** The names of all that it may decide by; a policy's thresholds may name them too. */
    List<String> statistics();

    /** What the package would decide about a column. */
    Decision decide(Subject subject);

    /** The share of drifted columns from which on the package calls the whole table drifted; empty where it does not. */
    default OptionalDouble tableShare() {
        return OptionalDouble.empty();
    }

    /**
     * One column.
     *
     * @param reference what was
     * @param current what is
     * @param blocks the reference's own sub-windows, which may be counts only
     * @param limits the limit that the user set for a statistic, by its name; empty where the package's own holds
     */
    record Subject(
            ColumnProfile reference,
            ColumnProfile current,
            List<ColumnProfile> blocks,
            Function<String, OptionalDouble> limits) {
        public Subject {
            Objects.requireNonNull(reference, "reference");
            Objects.requireNonNull(current, "current");
            blocks = List.copyOf(blocks);
            Objects.requireNonNull(limits, "limits");
        }

        /** The limit to hold a statistic against. */
        public double limit(String statistic, double otherwise) {
            return limits.apply(statistic).orElse(otherwise);
        }
    }

    /** Which scores are drift. */
    enum Drifts {
        /** The limit and all above. */
        FROM,
        /** All above the limit. */
        ABOVE,
        /** All below the limit. */
        BELOW,
        /** The limit and all below. */
        UP_TO;

        boolean holds(double score, double limit) {
            return switch (this) {
                case FROM -> score >= limit;
                case ABOVE -> score > limit;
                case BELOW -> score < limit;
                case UP_TO -> score <= limit;
            };
        }

        /** The scores that are no drift, for people. */
        String harmless(String limit) {
            return switch (this) {
                case FROM -> "below " + limit;
                case ABOVE -> "up to " + limit;
                case BELOW -> limit + " or more";
                case UP_TO -> "above " + limit;
            };
        }

        /** Whether the largest scores are drift. */
        boolean isUpwards() {
            return this == FROM || this == ABOVE;
        }
    }

    /**
     * What the package decides by, and what that comes to.
     *
     * @param statistic one of {@link #statistics()}
     * @param method the same for people, such as {@code p-value of the Kolmogorov–Smirnov test}
     * @param score as the package computes it; inexact where it comes from sketches; unknown where it decides nothing
     * @param drifts which scores are drift
     * @param limit the limit between drift and none
     * @param origin of the limit, where it is not a constant; otherwise empty
     */
    record Decision(String statistic, String method, MetricValue score, Drifts drifts, double limit, String origin) {
        public Decision {
            Objects.requireNonNull(statistic, "statistic");
            Objects.requireNonNull(method, "method");
            Objects.requireNonNull(score, "score");
            Objects.requireNonNull(drifts, "drifts");
            Objects.requireNonNull(origin, "origin");
        }

        /** A decision by a limit that is a constant. */
        public Decision(String statistic, String method, MetricValue score, Drifts drifts, double limit) {
            this(statistic, method, score, drifts, limit, "");
        }

        /** Whether it is drift; an unknown score is none. */
        public boolean isDrift() {
            return score.number().isPresent() && drifts.holds(score.number().getAsDouble(), limit);
        }
    }
}
