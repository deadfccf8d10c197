package io.lakewarden.schema;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.schema.constraint.Amounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Profiles of parts of one dataset, so that what is learned from some can be checked on the others without another scan.
 *
 * @param profiles with rows, over the same columns; those of time with the oldest first
 * @param basis what the parts are
 */
public record Folds(List<DatasetProfile> profiles, Basis basis) {
    private static final int FEWEST_TO_RISE = 3;

    /** One fold without values may be a small one. */
    private static final int FEWEST_EMPTY = 2;

    private static final Duration YEAR = Duration.ofDays(365);

    /** What the parts of a dataset are. */
    public enum Basis {
        /** Windows of the monitor: whatever is checked later is as large as one of them. */
        WINDOWS("of time"),
        /** Stretches of time that are no windows of the monitor. */
        PERIODS("of time"),
        /** Rows by chance; whatever is checked later is as large as all of them together. */
        ROWS("of rows");

        private final String words;

        Basis(String words) {
            this.words = words;
        }
    }

    /**
     * Folds without those that have no rows.
     *
     * @throws IllegalArgumentException if none is left
     */
    public Folds {
        profiles = profiles.stream().filter(profile -> profile.rows() > 0).toList();
        if (profiles.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to learn from without rows");
        }
    }

    /** How many folds rules are learned on: two of three, but never all. */
    private int numberLearned() {
        int size = profiles.size();
        return size == 1 ? 1 : Math.min(size - 1, (size * 2 + 2) / 3);
    }

    /** What rules are learned on: the oldest. */
    List<DatasetProfile> learned() {
        return profiles.subList(0, numberLearned());
    }

    /** All that rules are learned on together. */
    DatasetProfile learning() {
        return merged(learned());
    }

    /** What rules are checked on: the latest; none of a single fold. */
    List<DatasetProfile> heldOut() {
        return profiles.subList(numberLearned(), profiles.size());
    }

    /** All rows. */
    public DatasetProfile whole() {
        return merged(profiles);
    }

    /** What the schema has to accept in the end: each fold where data comes in folds, otherwise all rows too. */
    List<DatasetProfile> toAccept() {
        List<DatasetProfile> all = new ArrayList<>(profiles);
        if (basis == Basis.ROWS && profiles.size() > 1) {
            all.add(whole());
        }
        return all;
    }

    /** Whether numbers rise with time alone: the least and the greatest of each fold lie above those of the one before. */
    boolean rise(String column) {
        if (basis == Basis.ROWS || profiles.size() < FEWEST_TO_RISE) {
            return false;
        }
        double least = Double.NEGATIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (ColumnProfile part : column(profiles, column)) {
            if (!(part instanceof NumericProfile numbers)
                    || !(numbers.minimum() instanceof Known minimum)
                    || !(numbers.maximum() instanceof Known maximum)
                    || minimum.value() <= least
                    || maximum.value() <= greatest) {
                return false;
            }
            least = minimum.value();
            greatest = maximum.value();
        }
        return true;
    }

    /** Whether the time that they cover leaves out some season. */
    boolean isShorterThanAYear() {
        Instant first = profiles.get(0).window().start();
        Instant last = profiles.get(profiles.size() - 1).window().end();
        return basis != Basis.ROWS && Duration.between(first, last).compareTo(YEAR) < 0;
    }

    /** A sentence where a column had values in older folds of time and none in the last ones, as one that died. */
    Optional<String> ended(String column) {
        List<ColumnProfile> parts = column(profiles, column);
        int last = parts.size();
        while (last > 0 && parts.get(last - 1).present() == 0) {
            last--;
        }
        int empty = parts.size() - last;
        return basis == Basis.ROWS || last == 0 || empty < FEWEST_EMPTY
                ? Optional.empty()
                : Optional.of("no presence: there is no value in the last " + empty + " of " + words()
                        + ", though there were before; it may have ended");
    }

    /** The held-out folds for people. */
    String heldOutWords() {
        return Amounts.count(heldOut().size(), (basis == Basis.ROWS ? "other" : "later") + " fold");
    }

    /** All folds for people. */
    public String words() {
        return Amounts.count(profiles.size(), "fold") + " " + basis.words;
    }

    private static DatasetProfile merged(List<DatasetProfile> parts) {
        return parts.stream().reduce(DatasetProfile::merge).orElseThrow();
    }

    /** One column of several profiles that all have it. */
    static List<ColumnProfile> column(List<DatasetProfile> profiles, String name) {
        return profiles.stream().map(profile -> profile.columns().get(name)).toList();
    }
}
