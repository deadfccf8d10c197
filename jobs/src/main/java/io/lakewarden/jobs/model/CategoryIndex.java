package io.lakewarden.jobs.model;

import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericProfile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * The numbers that a saved string indexer gives to the categories of a column: 0 to the first of its labels, and where it
 * keeps what it does not know, one more to that and to nulls. Rows that it skips or fails on reach no model and count
 * nowhere. The labels are read when first asked for.
 */
final class CategoryIndex implements Spread {
    /** Longer texts stand in a profile by a hash. */
    private static final int LONGEST_WHOLE = 256;

    private final SavedStage indexer;
    private final int column;
    private List<String> labels;

    /**
     * Of one of the columns that an indexer reads.
     *
     * @param column its place among them
     */
    CategoryIndex(SavedStage indexer, int column) {
        this.indexer = indexer;
        this.column = column;
    }

    /** The deviation of the number itself. */
    @Override
    public double over(ColumnProfile profile) {
        double[] shares = shares(profile);
        double mean = 0;
        for (int category = 0; category < shares.length; category++) {
            mean += category * shares[category];
        }
        double variance = 0;
        for (int category = 0; category < shares.length; category++) {
            variance += shares[category] * (category - mean) * (category - mean);
        }
        return Math.sqrt(variance);
    }

    /**
     * Whether a row has one category: 1 or 0.
     *
     * @param category its number
     */
    record Indicator(CategoryIndex index, int category) implements Spread {
        @Override
        public double over(ColumnProfile profile) {
            double[] shares = index.shares(profile);
            double share = category < shares.length ? shares[category] : 0;
            return Math.sqrt(share * (1 - share));
        }
    }

    private double[] shares(ColumnProfile profile) {
        long[] counts = counts(profile);
        long known = 0;
        for (long count : counts) {
            known += count;
        }
        boolean keeps = indexer.text("handleInvalid").equals("keep");
        double rows = keeps ? profile.count() : known;
        if (rows == 0) {
            throw new UnknownSpreadException("none of its categories that the model knows is there");
        }
        double[] shares = new double[counts.length + (keeps ? 1 : 0)];
        for (int category = 0; category < counts.length; category++) {
            shares[category] = counts[category] / rows;
        }
        if (keeps) {
            shares[counts.length] = (profile.count() - known) / rows;
        }
        return shares;
    }

    private long[] counts(ColumnProfile profile) {
        if (profile instanceof CategoricalProfile texts) {
            Map<String, Long> counts = texts.exactCounts().orElseThrow(CategoryIndex::tooMany);
            return labels().stream()
                    .mapToLong(label -> counts.getOrDefault(whole(label), 0L))
                    .toArray();
        }
        if (profile instanceof NumericProfile numbers) {
            Map<Double, Long> counts = numbers.exactCounts().orElseThrow(CategoryIndex::tooMany);
            Set<Double> seen = new HashSet<>();
            return labels().stream()
                    .mapToLong(label -> counts.getOrDefault(number(label, seen), 0L))
                    .toArray();
        }
        throw new UnknownSpreadException("it is neither a column of texts nor of numbers");
    }

    private static String whole(String label) {
        if (label.codePointCount(0, label.length()) > LONGEST_WHOLE) {
            throw new UnknownSpreadException(
                    "a category has more than " + LONGEST_WHOLE + " characters, which a profile keeps by a hash");
        }
        return label;
    }

    private static double number(String label, Set<Double> seen) {
        double number;
        try {
            number = Double.parseDouble(label) + 0.0;
        } catch (NumberFormatException e) {
            throw new UnknownSpreadException("the model knows categories of it that are no numbers");
        }
        if (!Double.isFinite(number) || !seen.add(number)) {
            throw new UnknownSpreadException("the model tells numbers apart that a profile does not");
        }
        return number;
    }

    private static UnknownSpreadException tooMany() {
        return new UnknownSpreadException("it has so many different values that a profile does not count each");
    }

    private List<String> labels() {
        if (labels == null) {
            StructType saved = new StructType()
                    .add("labelsArray", DataTypes.createArrayType(DataTypes.createArrayType(DataTypes.StringType)));
            List<Seq<String>> ofColumns = indexer.data(saved).getList(0);
            labels = List.copyOf(JavaConverters.seqAsJavaList(ofColumns.get(column)));
        }
        return labels;
    }
}
