package io.lakewarden.outlier;

import io.lakewarden.profile.BooleanProfile;
import io.lakewarden.profile.CategoricalProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The categories of a column in the reference, all of them known by name. A cell is the place of its category, -1 for one
 * that was not seen. To the forest a category is its share in the reference: rare ones stand apart.
 */
public final class CategorySupport implements ColumnSupport {
    /** The place of a category that was not seen. */
    public static final double UNSEEN = -1;

    /** Of a column whose values mostly occur once, nothing follows from a new one. */
    private static final double MOST_ALONE = 0.1;

    /** Profiles keep so much of a text, then this sign and a digest. */
    private static final int LONGEST_KEPT = 256;

    private static final int DIGEST = 16;
    private static final String CUT = "…";

    private final String column;
    private final HashMap<String, Integer> places = new HashMap<>();
    private final double[] shares;
    private final double usual;
    private final double alone;

    private CategorySupport(String column, SortedMap<String, Long> counts) {
        this.column = column;
        Map<String, Long> kept = new TreeMap<>();
        counts.forEach((text, count) -> kept.merge(keptOf(text), count, Long::sum));
        double total = counts.values().stream().mapToLong(Long::longValue).sum();
        List<Double> known = new ArrayList<>();
        kept.forEach((text, count) -> {
            places.put(text, places.size());
            known.add(count / total);
        });
        this.shares = known.stream().mapToDouble(Double::doubleValue).toArray();
        this.usual = known.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        this.alone = kept.values().stream().filter(count -> count == 1).count();
    }

    /** Of texts that are all known by name and mostly occur again. */
    static Optional<ColumnSupport> of(CategoricalProfile reference) {
        return reference
                .exactCounts()
                .filter(counts -> !counts.isEmpty())
                .map(counts -> new CategorySupport(reference.name(), counts))
                .filter(support -> support.alone <= MOST_ALONE * reference.present())
                .map(ColumnSupport.class::cast);
    }

    /** Of truth values. */
    static Optional<ColumnSupport> of(BooleanProfile reference) {
        SortedMap<String, Long> counts = new TreeMap<>();
        counts.put("true", reference.trues());
        counts.put("false", reference.falses());
        counts.values().removeAll(Collections.singleton(0L));
        return counts.isEmpty() ? Optional.empty() : Optional.of(new CategorySupport(reference.name(), counts));
    }

    /** The cell of a text. */
    public double place(String text) {
        Integer place = places.get(shortened(text));
        return place == null ? UNSEEN : place;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_KEPT || text.codePointCount(0, text.length()) <= LONGEST_KEPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_KEPT)) + CUT;
    }

    private static String keptOf(String text) {
        return text.length() > LONGEST_KEPT && text.codePointCount(0, text.length()) > LONGEST_KEPT
                ? text.substring(0, text.length() - DIGEST)
                : text;
    }

    @Override
    public String column() {
        return column;
    }

    @Override
    public double beyond(double cell) {
        return cell == UNSEEN ? 1 : 0;
    }

    @Override
    public double beyondFences(double cell) {
        return 0;
    }

    @Override
    public double feature(double cell) {
        if (Double.isNaN(cell)) {
            return usual;
        }
        return cell == UNSEEN ? 0 : shares[(int) cell];
    }

    @Override
    public String seen() {
        return shares.length == 1 ? "1 known category" : shares.length + " known categories";
    }

    @Override
    public double aloneRows() {
        return alone;
    }
}
