package io.lakewarden.simulator;

/**
 * A logistic relation between what is known of an applicant and the probability of default. Inputs are centred and
 * scaled; an unknown input counts as an average one.
 */
record RiskModel(
        double intercept,
        double bureauScore,
        double behaviour,
        double utilization,
        double delinquencies,
        double income,
        double employment,
        double savings,
        double homeOwner,
        double existingLoans) {
    /** How defaults really come about. */
    static final RiskModel WORLD = new RiskModel(-2.45, -0.45, -0.60, 0.35, 0.45, -0.25, -0.20, -0.15, -0.30, 0.10);

    /**
     * How they come about during the concept drift: the behaviour index has lost most of its meaning. The intercept
     * keeps the share of defaults where it was.
     */
    static final RiskModel WORLD_AFTER_DRIFT =
            new RiskModel(-2.342, -0.45, -0.40, 0.35, 0.45, -0.25, -0.20, -0.15, -0.30, 0.10);

    /** What the lender's model believes: close to the world, as a fit on a finite sample is. */
    static final RiskModel SCORECARD = new RiskModel(-2.45, -0.50, -0.55, 0.30, 0.50, -0.20, -0.25, -0.10, -0.25, 0.0);

    /** The log-odds of default. */
    double logOdds(Draft draft) {
        double years = draft.employmentYears.orElse(ApplicantSampler.MEAN_EMPLOYMENT_YEARS);
        double saved = draft.savingsBalance.orElse(400.0);
        return intercept
                + bureauScore * (draft.bureauScore - 660) / 70
                + behaviour
                        * (draft.behaviourIndex - ApplicantSampler.BEHAVIOUR_MEAN)
                        / ApplicantSampler.BEHAVIOUR_STANDARD_DEVIATION
                + utilization * (draft.utilization - 0.33) / 0.25
                + delinquencies * (draft.delinquencies - 0.47)
                + income * (StrictMath.log(draft.annualIncome) - 10.5) / 0.55
                + employment * (years - ApplicantSampler.MEAN_EMPLOYMENT_YEARS) / ApplicantSampler.MEAN_EMPLOYMENT_YEARS
                + savings * (StrictMath.log1p(saved) - 6) / 3.3
                + homeOwner * (draft.homeOwner ? 1 : 0)
                + existingLoans * draft.existingLoans.size();
    }

    /** The probability that belongs to log-odds. */
    static double probability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
