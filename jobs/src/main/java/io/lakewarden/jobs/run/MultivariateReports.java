package io.lakewarden.jobs.run;

import io.lakewarden.drift.multivariate.PairChanges;
import io.lakewarden.drift.multivariate.ReconstructionTest;
import io.lakewarden.drift.multivariate.SeparationTest;
import io.lakewarden.report.ReportMultivariate;
import io.lakewarden.spark.multivariate.Separation;
import io.lakewarden.spark.sample.TableSample;
import java.util.List;
import java.util.Optional;

/** Writes down for the report how columns go together. */
final class MultivariateReports {
    private MultivariateReports() {}

    static ReportMultivariate of(
            TableSample reference,
            TableSample current,
            Optional<String> entity,
            Optional<ReportMultivariate.Separation> separation,
            Optional<ReportMultivariate.Reconstruction> reconstruction,
            PairChanges changes,
            int shown,
            List<ReportMultivariate.TextSeparation> texts) {
        return new ReportMultivariate(
                reference.size(),
                reference.drawnFrom(),
                current.size(),
                current.drawnFrom(),
                entity,
                separation,
                reconstruction,
                changes.correlations().stream()
                        .limit(shown)
                        .map(change -> new ReportMultivariate.Correlation(
                                change.first(),
                                change.second(),
                                change.spearmanBefore(),
                                change.spearmanNow(),
                                change.pearsonBefore(),
                                change.pearsonNow(),
                                change.size(),
                                change.adjusted()))
                        .toList(),
                changes.correlations().size(),
                texts,
                changes.associations().stream()
                        .limit(shown)
                        .map(change -> new ReportMultivariate.Association(
                                change.first(),
                                change.second(),
                                change.before(),
                                change.now(),
                                change.size(),
                                change.adjusted()))
                        .toList(),
                changes.associations().size());
    }

    static ReportMultivariate.Separation separation(SeparationTest test, Separation separation, int shown) {
        return separation(
                test,
                separation.rowsPerSide(),
                separation.importances().entrySet().stream()
                        .limit(shown)
                        .map(entry -> new ReportMultivariate.Feature(entry.getKey(), entry.getValue()))
                        .toList());
    }

    static ReportMultivariate.TextSeparation text(String column, SeparationTest test, int rowsPerSide) {
        return new ReportMultivariate.TextSeparation(column, separation(test, rowsPerSide, List.of()));
    }

    private static ReportMultivariate.Separation separation(
            SeparationTest test, int rowsPerSide, List<ReportMultivariate.Feature> features) {
        return new ReportMultivariate.Separation(
                test.area(),
                test.lower(),
                test.upper(),
                test.chance(),
                test.pValue(),
                test.permutations(),
                rowsPerSide,
                features);
    }

    static ReportMultivariate.Reconstruction reconstruction(ReconstructionTest test) {
        return new ReportMultivariate.Reconstruction(
                test.error(),
                test.expected(),
                test.lower(),
                test.upper(),
                test.stretches(),
                test.columns(),
                test.directions());
    }
}
