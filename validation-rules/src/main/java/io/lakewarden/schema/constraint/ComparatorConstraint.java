package io.lakewarden.schema.constraint;

import io.lakewarden.drift.DriftScore;
import io.lakewarden.drift.DriftStatistic;
import io.lakewarden.drift.DriftStatistics;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;
import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Nearest;
import io.lakewarden.yaml.Section;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code drift} and {@code skew}: how far the distribution may lie from that of the window before, or of the reference.
 *
 * @param other what it is compared with
 * @param limits by the name of a {@linkplain DriftStatistics statistic}, the greatest magnitude of its score
 */
public record ComparatorConstraint(Other other, Map<String, Double> limits) implements ColumnConstraint {
    private static final String READS = "the counts in frozen bins, or what else the statistic compares, on both sides";
    private static final String CONDITION =
            " the score of a named statistic is greater than its limit. Undecided where the"
                    + " score is unknown or its bounds hold the limit; skipped where there is nothing to compare with.";

    static final ConstraintKind DRIFT = new ConstraintKind(
            Other.PREVIOUS.key,
            READS,
            "Against the window before," + CONDITION,
            field -> read(Other.PREVIOUS, field),
            ConstraintKind.NEVER);

    static final ConstraintKind SKEW = new ConstraintKind(
            Other.REFERENCE.key,
            READS,
            "Against the reference," + CONDITION,
            field -> read(Other.REFERENCE, field),
            ConstraintKind.NEVER);

    /** What a column can be compared with. */
    public enum Other {
        PREVIOUS("drift", "the window before"),
        REFERENCE("skew", "the reference");

        private final String key;
        private final String words;

        Other(String key, String words) {
            this.key = key;
            this.words = words;
        }

        private Optional<ColumnProfile> of(ObservedColumn column) {
            return this == PREVIOUS ? column.previous() : column.reference();
        }
    }

    public ComparatorConstraint {
        Objects.requireNonNull(other, "other");
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
        if (limits.isEmpty()) {
            throw new IllegalArgumentException("a comparator names at least one statistic");
        }
        if (!DriftStatistics.names().containsAll(limits.keySet())) {
            throw new IllegalArgumentException("a comparator names statistics, but got " + limits.keySet()
                    + "; there are " + String.join(", ", DriftStatistics.names()));
        }
    }

    private static Optional<ComparatorConstraint> read(Other other, Field field) {
        return field.section("limits by the name of a statistic, such as {js_distance: 0.1}")
                .flatMap(section -> read(other, field, section));
    }

    private static Optional<ComparatorConstraint> read(Other other, Field field, Section section) {
        Map<String, Field> entries = section.entries();
        if (entries.isEmpty()) {
            field.problem(field.path() + " names no statistic; expected limits such as {js_distance: 0.1}");
        }
        Map<String, Double> limits = new LinkedHashMap<>();
        entries.forEach((name, limit) -> {
            if (DriftStatistics.named(name).isEmpty()) {
                limit.problem(limit.path() + " names no statistic; there are "
                        + String.join(", ", DriftStatistics.names()) + Nearest.hint(name, DriftStatistics.names()));
            } else {
                limit.number(0, Double.MAX_VALUE, "a number of at least 0").ifPresent(it -> limits.put(name, it));
            }
        });
        return limits.isEmpty() || limits.size() < entries.size()
                ? Optional.empty()
                : Optional.of(new ComparatorConstraint(other, limits));
    }

    @Override
    public String key() {
        return other.key;
    }

    @Override
    public SchemaValue value() {
        Map<String, SchemaValue> keys = new LinkedHashMap<>();
        limits.forEach((name, limit) -> keys.put(name, SchemaValue.number(limit)));
        return new SchemaValue.Keys(keys);
    }

    @Override
    public Verdict check(ObservedColumn column) {
        ColumnProfile current = column.current();
        Optional<ColumnProfile> compared = other.of(column);
        if (compared.isEmpty()) {
            return Verdict.skipped(
                    words(limits), current, "there is no such column in " + other.words + ", or no rows");
        }
        List<String> undecided = new ArrayList<>();
        List<String> beyond = new ArrayList<>();
        limits.forEach((name, limit) -> {
            DriftScore score = score(name, compared.get(), current);
            if (!(score.value() instanceof Known known)) {
                undecided.add(name + " is unknown, " + ((Unknown) score.value()).reason());
            } else if (least(known) > limit) {
                beyond.add(name + " is " + number(least(known)));
            } else if (greatest(known) > limit) {
                undecided.add(name + " lies between " + number(least(known)) + " and " + number(greatest(known)));
            }
        });
        if (!beyond.isEmpty()) {
            return Verdict.broken(
                    String.join(", ", beyond),
                    words(limits),
                    Verdict.column(current) + " differs from " + other.words + ": " + String.join(", ", beyond) + " ("
                            + words(limits) + ").");
        }
        return undecided.isEmpty()
                ? Verdict.HOLDS
                : Verdict.undecided("not known", words(limits), current, String.join("; ", undecided));
    }

    private static DriftScore score(String name, ColumnProfile before, ColumnProfile now) {
        DriftStatistic statistic = DriftStatistics.named(name).orElseThrow();
        if (before.kind() != now.kind() || !statistic.kinds().contains(now.kind())) {
            return DriftScore.unknown("it does not compare these columns");
        }
        boolean sameBins =
                before.bins().map(counts -> counts.binning()).equals(now.bins().map(counts -> counts.binning()));
        return sameBins ? statistic.compare(before, now) : DriftScore.unknown("the two are counted in different bins");
    }

    private static double least(Known score) {
        return score.lower() <= 0 && score.upper() >= 0
                ? 0
                : Math.min(Math.abs(score.lower()), Math.abs(score.upper()));
    }

    private static double greatest(Known score) {
        return Math.max(Math.abs(score.lower()), Math.abs(score.upper()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    private static String words(Map<String, Double> limits) {
        List<String> words = new ArrayList<>();
        limits.forEach((name, limit) -> words.add(name + " at most " + Amounts.exact(limit)));
        return String.join(", ", words);
    }

    /** Another column says nothing of how far this one moves. */
    @Override
    public ColumnConstraint accepting(ColumnProfile column) {
        return this;
    }

    @Override
    public String seen(ColumnProfile column) {
        return "";
    }
}
