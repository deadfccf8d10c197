package io.lakewarden.simulator;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A measured value and its standard error, both from the data alone. */
record Measured(double value, double error) {
    /** Standard errors between a measured and a true value that fixed seeds are allowed: one in 16,000 is further. */
    private static final double ALLOWED = 4;

    double tolerance() {
        return ALLOWED * error;
    }

    static Measured share(List<Application> rows, Predicate<Application> predicate) {
        double share = (double) rows.stream().filter(predicate).count() / rows.size();
        return new Measured(share, Math.sqrt(share * (1 - share) / rows.size()));
    }

    static Measured mean(List<Application> rows, ToDoubleFunction<Application> value) {
        double mean = rows.stream().mapToDouble(value).average().orElseThrow();
        double squares = rows.stream()
                .mapToDouble(value)
                .map(x -> (x - mean) * (x - mean))
                .sum();
        return new Measured(mean, Math.sqrt(squares / (rows.size() - 1) / rows.size()));
    }

    Measured minus(Measured other) {
        return new Measured(value - other.value, Math.hypot(error, other.error));
    }

    /** Approval rate of women over that of men, with the error by the delta method. */
    static Measured selectionRatio(List<Application> rows) {
        Measured women = approvals(rows, "female");
        Measured men = approvals(rows, "male");
        double ratio = women.value / men.value;
        return new Measured(ratio, ratio * Math.hypot(women.error / women.value, men.error / men.value));
    }

    private static Measured approvals(List<Application> rows, String gender) {
        return share(rows.stream().filter(row -> row.gender().equals(gender)).toList(), Application::isApproved);
    }

    static Measured correlation(
            List<Application> rows, ToDoubleFunction<Application> first, ToDoubleFunction<Application> second) {
        double x = mean(rows, first).value;
        double y = mean(rows, second).value;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (Application row : rows) {
            double dx = first.applyAsDouble(row) - x;
            double dy = second.applyAsDouble(row) - y;
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }
        double correlation = xy / Math.sqrt(xx * yy);
        return new Measured(correlation, (1 - correlation * correlation) / Math.sqrt(rows.size()));
    }

    /** Area under the ROC curve of the score against the label; rows without a label do not count. */
    static Measured auc(List<Application> rows) {
        return meanWithError(aucParts(rows));
    }

    /** Difference of the AUC of two labellings of the same applications; far more exact than two separate samples. */
    static Measured aucDifference(List<Application> changed, List<Application> original) {
        double[] one = aucParts(changed);
        double[] other = aucParts(original);
        return meanWithError(IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] - other[i])
                .toArray());
    }

    /**
     * What each row contributes, such that the mean is the AUC and the variance that of its influence: a defaulter's
     * share of scores below its own, weighted by one over the share of defaulters, and likewise for the others.
     */
    private static double[] aucParts(List<Application> all) {
        List<Application> rows =
                all.stream().filter(row -> row.defaulted().isPresent()).toList();
        int[] order = IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> rows.get(i).score()))
                .mapToInt(Integer::intValue)
                .toArray();
        long positives =
                rows.stream().filter(row -> row.defaulted().orElseThrow()).count();
        long negatives = rows.size() - positives;
        double[] influence = new double[rows.size()];
        long positivesBelow = 0;
        long negativesBelow = 0;
        for (int index : order) {
            if (rows.get(index).defaulted().orElseThrow()) {
                influence[index] = (double) negativesBelow / negatives;
                positivesBelow++;
            } else {
                influence[index] = (double) (positives - positivesBelow) / positives;
                negativesBelow++;
            }
        }
        double area = IntStream.range(0, influence.length)
                .filter(i -> rows.get(i).defaulted().orElseThrow())
                .mapToDouble(i -> influence[i])
                .average()
                .orElseThrow();
        for (int i = 0; i < influence.length; i++) {
            double weight = (double) rows.size() / (rows.get(i).defaulted().orElseThrow() ? positives : negatives);
            influence[i] = area + weight * (influence[i] - area);
        }
        return influence;
    }

    private static Measured meanWithError(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        return new Measured(mean, Math.sqrt(squares / (values.length - 1) / values.length));
    }
}
