package io.lakewarden.outlier;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts outliers and keeps those that lie farthest out. Tallies of parts merge to that of the whole, whatever the parts
 * are.
 */
public final class OutlierTally implements Serializable {
    /** Where no single column is to blame. */
    private static final int NO_COLUMN = -1;

    private final int mostExamples;
    private final EnumMap<OutlierKind, Long> rows = new EnumMap<>(OutlierKind.class);
    private final long[] outside;
    private final long[] beyondFences;
    private final TreeMap<Group, List<Candidate>> candidates = new TreeMap<>();
    private long allRows;

    /** An empty tally over so many columns, which keeps so many examples. */
    public OutlierTally(int columns, int mostExamples) {
        this.mostExamples = mostExamples;
        this.outside = new long[columns];
        this.beyondFences = new long[columns];
    }

    /** Rows that are outliers for the same reason. */
    private record Group(OutlierKind kind, int column) implements Comparable<Group>, Serializable {
        @Override
        public int compareTo(Group other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : Integer.compare(column, other.column);
        }
    }

    private record Candidate(double severity, List<String> identity, List<OutlierReason> reasons)
            implements Serializable {
        static final Comparator<Candidate> FARTHEST_FIRST = Comparator.comparingDouble(Candidate::severity)
                .reversed()
                .thenComparing(candidate -> candidate.identity().toString())
                .thenComparing(candidate -> candidate.reasons().toString());
    }

    /** Adds a row, a cell for each column that the judge knows. */
    public void add(RowJudge judge, double[] cells, RowText text) {
        allRows++;
        List<ColumnSupport> columns = judge.support().columns();
        Farthest seen = new Farthest();
        Farthest fences = new Farthest();
        for (int column = 0; column < cells.length; column++) {
            seen.add(column, columns.get(column).beyond(cells[column]), outside);
            fences.add(column, columns.get(column).beyondFences(cells[column]), beyondFences);
        }
        double score = judge.score(judge.support().features(cells));
        boolean isolated = score > judge.limit();
        count(OutlierKind.SUPPORT, seen.column != NO_COLUMN);
        count(OutlierKind.FENCES, fences.column != NO_COLUMN);
        count(OutlierKind.ISOLATION, isolated);
        if (mostExamples == 0) {
            return;
        }
        if (seen.column != NO_COLUMN) {
            keep(new Group(OutlierKind.SUPPORT, seen.column), seen.distance, judge, cells, text);
        } else if (isolated) {
            keep(new Group(OutlierKind.ISOLATION, NO_COLUMN), score, judge, cells, text);
        } else if (fences.column != NO_COLUMN) {
            keep(new Group(OutlierKind.FENCES, fences.column), fences.distance, judge, cells, text);
        }
    }

    /** The column in which a row lies farthest out. */
    private static final class Farthest {
        private int column = NO_COLUMN;
        private double distance;

        void add(int index, double beyond, long[] counts) {
            if (beyond > 0) {
                counts[index]++;
                if (beyond > distance) {
                    distance = beyond;
                    column = index;
                }
            }
        }
    }

    private void count(OutlierKind kind, boolean is) {
        if (is) {
            rows.merge(kind, 1L, Long::sum);
        }
    }

    private void keep(Group group, double severity, RowJudge judge, double[] cells, RowText text) {
        List<Candidate> kept = candidates.computeIfAbsent(group, it -> new ArrayList<>());
        if (kept.size() < mostExamples || severity >= kept.get(kept.size() - 1).severity()) {
            insert(kept, new Candidate(severity, text.identity(), judge.reasons(group.kind(), cells, text)));
        }
    }

    private void insert(List<Candidate> kept, Candidate candidate) {
        kept.add(candidate);
        kept.sort(Candidate.FARTHEST_FIRST);
        if (kept.size() > mostExamples) {
            kept.remove(kept.size() - 1);
        }
    }

    /** Adds what another tally over the same reference has seen. */
    public OutlierTally merge(OutlierTally other) {
        allRows += other.allRows;
        other.rows.forEach((kind, count) -> rows.merge(kind, count, Long::sum));
        for (int column = 0; column < outside.length; column++) {
            outside[column] += other.outside[column];
            beyondFences[column] += other.beyondFences[column];
        }
        other.candidates.forEach((group, more) -> {
            List<Candidate> kept = candidates.computeIfAbsent(group, it -> new ArrayList<>());
            more.forEach(candidate -> insert(kept, candidate));
        });
        return this;
    }

    /** How many rows were added. */
    public long rows() {
        return allRows;
    }

    /** How many of them are outliers in a way. */
    public long rows(OutlierKind kind) {
        return rows.getOrDefault(kind, 0L);
    }

    /** How many values of a column the reference has not seen. */
    public long outsideSupport(int column) {
        return outside[column];
    }

    /** How many numbers of a column are outside its fences. */
    public long outsideFences(int column) {
        return beyondFences[column];
    }

    /** The farthest of each group, then the second of each, and so on: one broken column does not hide all others. */
    public List<OutlierExample> examples() {
        List<OutlierExample> examples = new ArrayList<>();
        List<Map.Entry<Group, List<Candidate>>> groups = candidates.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Group, List<Candidate>> entry) ->
                                entry.getKey().kind())
                        .thenComparing(entry -> -size(entry.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .toList();
        for (int place = 0; place < mostExamples; place++) {
            for (Map.Entry<Group, List<Candidate>> group : groups) {
                if (examples.size() < mostExamples && place < group.getValue().size()) {
                    Candidate candidate = group.getValue().get(place);
                    examples.add(new OutlierExample(
                            candidate.identity(), group.getKey().kind(), candidate.severity(), candidate.reasons()));
                }
            }
        }
        return examples;
    }

    private long size(Group group) {
        return switch (group.kind()) {
            case SUPPORT -> outside[group.column()];
            case FENCES -> beyondFences[group.column()];
            case ISOLATION -> rows(OutlierKind.ISOLATION);
        };
    }
}
