package io.lakewarden.jobs.run;

import io.lakewarden.drift.multivariate.ReconstructionTest;
import io.lakewarden.drift.multivariate.SeparationTest;
import io.lakewarden.result.MetricValue;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The numbers of columns together as the store has them, of the whole table and of columns of texts. */
final class MultivariateNumbers {
    private static final String CLASSIFIER = "domain_classifier_auc";
    private static final String TEXTS = "text_classifier_auc";
    private static final String RECONSTRUCTION = "reconstruction_error";
    private static final String CORRELATIONS = "changed_correlations";
    private static final String ASSOCIATIONS = "changed_associations";
    private static final String SHARE = "_share";

    /** What they are called, before a dot. */
    static final Set<String> NAMES = Set.of(
            CLASSIFIER, TEXTS, RECONSTRUCTION, CORRELATIONS, CORRELATIONS + SHARE, ASSOCIATIONS, ASSOCIATIONS + SHARE);

    private final Map<String, MetricValue> ofTable = new TreeMap<>();
    private final Map<String, Map<String, MetricValue>> ofColumns = new TreeMap<>();

    void separation(SeparationTest test) {
        put(ofTable, CLASSIFIER, test);
    }

    /** How well the classifier tells that stretch of the reference apart which stands out most. */
    void separationOfReference(SeparationTest test) {
        ofTable.put(CLASSIFIER + ".reference", MetricValue.exactly(test.area()));
    }

    void text(String column, SeparationTest test) {
        put(ofColumn(column), TEXTS, test);
    }

    /** The same for the texts of a column. */
    void textOfReference(String column, SeparationTest test) {
        ofColumn(column).put(TEXTS + ".reference", MetricValue.exactly(test.area()));
    }

    private Map<String, MetricValue> ofColumn(String column) {
        return ofColumns.computeIfAbsent(column, it -> new TreeMap<>());
    }

    private static void put(Map<String, MetricValue> numbers, String name, SeparationTest test) {
        numbers.put(name, MetricValue.exactly(test.area()));
        numbers.put(name + ".lower", MetricValue.exactly(test.lower()));
        numbers.put(name + ".upper", MetricValue.exactly(test.upper()));
        numbers.put(name + ".p_value", MetricValue.exactly(test.pValue()));
    }

    void reconstruction(ReconstructionTest test) {
        ofTable.put(RECONSTRUCTION, MetricValue.exactly(test.error()));
        ofTable.put(RECONSTRUCTION + ".expected", MetricValue.exactly(test.expected()));
        ofTable.put(RECONSTRUCTION + ".lower", MetricValue.exactly(test.lower()));
        ofTable.put(RECONSTRUCTION + ".upper", MetricValue.exactly(test.upper()));
    }

    void pairs(ChangedPairs correlations, ChangedPairs associations) {
        changed(CORRELATIONS, correlations);
        changed(ASSOCIATIONS, associations);
    }

    private void changed(String name, ChangedPairs pairs) {
        if (pairs.compared() > 0) {
            ofTable.put(name, MetricValue.exactly(pairs.changed()));
            ofTable.put(name + SHARE, MetricValue.exactly((double) pairs.changed() / pairs.compared()));
        }
    }

    Judgement into(Judgement judgement) {
        return judgement.withNumbers(ofTable, ofColumns);
    }
}
