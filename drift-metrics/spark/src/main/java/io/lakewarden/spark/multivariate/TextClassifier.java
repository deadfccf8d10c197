package io.lakewarden.spark.multivariate;

import io.lakewarden.drift.multivariate.HeldOutScores;
import io.lakewarden.spark.sample.ColumnSample.Texts;
import io.lakewarden.spark.sample.TableSample;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.SparkSession;

/**
 * A logistic regression of Spark ML that tries to tell the texts of the window from those of the reference by what they say: which words and
 * which three letters in a row they hold, hashed to {@link #FEATURES} places. Rows are dealt to folds as for the {@link DomainClassifier}.
 */
public final class TextClassifier {
    /** How many places words and letters are hashed to. */
    static final int FEATURES = 1 << 12;

    private static final double REGULARIZATION = 0.05;
    private static final int MOST_ITERATIONS = 20;

    /** Longer texts are read up to here. */
    private static final int MOST_CHARACTERS = 2_000;

    private static final double FREE_WORDS = 3;
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final SparkSession session;
    private final int mostRows;
    private final long seed;

    /**
     * A classifier.
     *
     * @param mostRows the most rows of each side that it reads
     * @param seed what folds are drawn by
     */
    public TextClassifier(SparkSession session, int mostRows, long seed) {
        this.session = session;
        this.mostRows = mostRows;
        this.seed = seed;
    }

    /** Whether a column holds free text: most of its texts are there once, and they have three words and more on average. */
    public static boolean isFreeText(TableSample sample, String column) {
        if (!(sample.column(column).orElse(null) instanceof Texts texts)) {
            return false;
        }
        Set<String> different = new HashSet<>();
        long present = 0;
        long words = 0;
        for (int row = 0; row < texts.size(); row++) {
            Optional<String> text = texts.value(row);
            if (text.isPresent()) {
                present++;
                words += words(text.get()).length;
                different.add(text.get());
            }
        }
        return present > 0 && 2L * different.size() > present && words >= FREE_WORDS * present;
    }

    /** How many rows of each side it reads. */
    public int rowsPerSide(TableSample reference, TableSample current) {
        return Math.min(mostRows, Math.min(reference.size(), current.size()));
    }

    /** The scores of a column of texts that both samples have; empty where there are no rows, or of too few entities to hold any out. */
    public Optional<HeldOutScores> scores(
            TableSample reference, TableSample current, String column, Optional<String> entity) {
        DealtRows rows = new DealtRows(reference, current, entity, mostRows, HeldOutFolds.FOLDS, seed);
        if (!rows.canBeHeldOut()
                || !(reference.column(column).orElse(null) instanceof Texts before)
                || !(current.column(column).orElse(null) instanceof Texts now)) {
            return Optional.empty();
        }
        return Optional.of(HeldOutFolds.scores(
                session,
                rows,
                new AttributeGroup(HeldOutFolds.FEATURES, FEATURES).toStructField(),
                row -> vector((rows.isCurrent(row) ? now : before)
                        .value(rows.place(row))
                        .orElse("")),
                (fold, training) -> new LogisticRegression()
                        .setRegParam(REGULARIZATION)
                        .setMaxIter(MOST_ITERATIONS)
                        .setStandardization(false)
                        .fit(training),
                model -> {}));
    }

    /** Which words and letters there are, each once, the whole of length one so that long texts weigh no more than short ones. */
    private static Vector vector(String text) {
        Set<Integer> places = new HashSet<>();
        for (String word : words(text)) {
            places.add(place("word " + word));
            String framed = " " + word + " ";
            for (int from = 0; from + 3 <= framed.length(); from++) {
                places.add(place(framed.substring(from, from + 3)));
            }
        }
        int[] rising = places.stream().mapToInt(Integer::intValue).sorted().toArray();
        double[] weights = new double[rising.length];
        Arrays.fill(weights, 1 / Math.sqrt(Math.max(1, rising.length)));
        return Vectors.sparse(FEATURES, rising, weights);
    }

    private static int place(String part) {
        int hash = part.hashCode() * 0x9E3779B9;
        return (hash >>> 20) & (FEATURES - 1);
    }

    private static String[] words(String text) {
        String read = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        return NOT_LETTERS
                .splitAsStream(read.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }
}
