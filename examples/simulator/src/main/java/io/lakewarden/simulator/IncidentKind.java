package io.lakewarden.simulator;

/** What can go wrong in the portfolio, each with what ought to notice it. */
public enum IncidentKind {
    /** An input moves by {@code magnitude} standard deviations, for everyone; outcomes follow. */
    FEATURE_SHIFT("shift in standard deviations", Detector.DATA_DRIFT),
    /** An input is recorded a hundredfold in the share {@code magnitude} of the rows. */
    UNIT_CHANGE("share of rows recorded ×100", Detector.DATA_DRIFT),
    /** The share {@code magnitude} of all rows loses its value, on top of the nulls that were there. */
    MORE_NULLS("added share of nulls", Detector.DATA_DRIFT),
    /** The share {@code magnitude} of the rows has a category never seen before. */
    NEW_CATEGORY("share of rows in the new category", Detector.DATA_DRIFT),
    /** A column is null in the share {@code magnitude} of the rows, which is all of them. */
    EMPTY_COLUMN("share of nulls", Detector.DATA_DRIFT),
    /** Inputs stay as they are, but lead to other outcomes: the AUC changes by {@code magnitude}. */
    CONCEPT_DRIFT("change of the AUC", Detector.PERFORMANCE),
    /** Decisions alone change: the selection rate of women over that of men becomes {@code magnitude}. */
    DISPARITY("selection ratio, women over men", Detector.BIAS);

    private final String unit;
    private final Detector detector;

    IncidentKind(String unit, Detector detector) {
        this.unit = unit;
        this.detector = detector;
    }

    /** What the magnitude of such an incident measures. */
    public String unit() {
        return unit;
    }

    /** Which kind of monitoring ought to notice it. */
    public Detector detector() {
        return detector;
    }

    /** A kind of monitoring. */
    public enum Detector {
        /** The inputs, without labels. */
        DATA_DRIFT,
        /** The score against the labels, once they are known. */
        PERFORMANCE,
        /** Decisions across the groups of a protected attribute. */
        BIAS
    }
}
