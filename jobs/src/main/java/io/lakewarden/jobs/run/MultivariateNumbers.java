package io.lakewarden.jobs.run;

import io.lakewarden.drift.multivariate.ReconstructionTest;
import io.lakewarden.drift.multivariate.SeparationTest;
import io.lakewarden.result.MetricValue;
import java.util.Map;
import java.util.TreeMap;

/** The numbers of columns together as the store has them, of the whole table and of columns of texts. */
final class MultivariateNumbers {
    private final Map<String, MetricValue> ofTable = new TreeMap<>();
    private final Map<String, Map<String, MetricValue>> ofColumns = new TreeMap<>();

    void separation(SeparationTest test) {
        put(ofTable, "domain_classifier_auc", test);
    }

    /** How well the classifier tells that stretch of the reference apart which stands out most. */
    void separationOfReference(SeparationTest test) {
        ofTable.put("domain_classifier_auc.reference", MetricValue.exactly(test.area()));
    }

    void text(String column, SeparationTest test) {
        put(ofColumns.computeIfAbsent(column, it -> new TreeMap<>()), "text_classifier_auc", test);
    }

    private static void put(Map<String, MetricValue> numbers, String name, SeparationTest test) {
        numbers.put(name, MetricValue.exactly(test.area()));
        numbers.put(name + ".lower", MetricValue.exactly(test.lower()));
        numbers.put(name + ".upper", MetricValue.exactly(test.upper()));
        numbers.put(name + ".p_value", MetricValue.exactly(test.pValue()));
    }

    void reconstruction(ReconstructionTest test) {
        ofTable.put("reconstruction_error", MetricValue.exactly(test.error()));
        ofTable.put("reconstruction_error.expected", MetricValue.exactly(test.expected()));
        ofTable.put("reconstruction_error.lower", MetricValue.exactly(test.lower()));
        ofTable.put("reconstruction_error.upper", MetricValue.exactly(test.upper()));
    }

    void pairs(ChangedPairs correlations, ChangedPairs associations) {
        changed("changed_correlations", correlations);
        changed("changed_associations", associations);
    }

    private void changed(String name, ChangedPairs pairs) {
        if (pairs.compared() > 0) {
            ofTable.put(name, MetricValue.exactly(pairs.changed()));
            ofTable.put(name + "_share", MetricValue.exactly((double) pairs.changed() / pairs.compared()));
        }
    }

    Judgement into(Judgement judgement) {
        return judgement.withNumbers(ofTable, ofColumns);
    }
}
