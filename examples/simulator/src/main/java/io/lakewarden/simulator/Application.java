package io.lakewarden.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One loan application with everything that is ever known about it. Optional fields are the nullable columns.
 *
 * @param applicationId unique over the whole portfolio
 * @param appliedAt when it came in; increasing within a month
 * @param split {@code train} or {@code holdout} in the reference, {@code production} afterwards
 * @param annualIncome skewed
 * @param employmentYears skewed, in steps of a tenth, 4 % unknown
 * @param behaviourIndex normal with mean 50 and standard deviation 15; correlates with the bureau's score at 0.8
 * @param bureau what the credit bureau answered
 * @param savingsBalance skewed, a fifth of those known are zero, 10 % unknown
 * @param requestedAmount money with two decimals, skewed
 * @param termMonths one of five terms
 * @param existingLoans what is still owed on each loan; often none
 * @param purpose one of six
 * @param channel one of four
 * @param region one of forty codes
 * @param employer made-up text of some 6,000 values
 * @param email made-up address, nearly unique, in a reserved domain
 * @param homeOwner whether the home is owned
 * @param jointApplication whether two people apply
 * @param customerSince the day the first account was opened; unknown for new customers
 * @param gender protected attribute
 * @param ageGroup protected attribute
 * @param score the model's probability of default, in (0, 1)
 * @param decision {@code approve} or {@code decline}
 * @param defaulted the label; unknown forever where the {@link LabelPolicy} says so
 * @param labelAt when the label becomes known, three to six months after the application; present exactly where
 *     {@code defaulted} is
 */
public record Application(
        String applicationId,
        Instant appliedAt,
        String split,
        double annualIncome,
        Optional<Double> employmentYears,
        double behaviourIndex,
        Bureau bureau,
        Optional<Double> savingsBalance,
        BigDecimal requestedAmount,
        int termMonths,
        List<Double> existingLoans,
        String purpose,
        String channel,
        String region,
        String employer,
        String email,
        boolean homeOwner,
        boolean jointApplication,
        Optional<LocalDate> customerSince,
        String gender,
        String ageGroup,
        double score,
        String decision,
        Optional<Boolean> defaulted,
        Optional<Instant> labelAt) {
    /** The decision that grants the loan. */
    public static final String APPROVE = "approve";
    /** The decision that refuses it. */
    public static final String DECLINE = "decline";

    public Application {
        existingLoans = List.copyOf(existingLoans);
    }

    /** Whether the loan was granted. */
    public boolean isApproved() {
        return decision.equals(APPROVE);
    }

    /** The label as far as it is known at an instant. */
    public Optional<Boolean> labelKnownAt(Instant now) {
        return labelAt.filter(known -> !known.isAfter(now)).flatMap(known -> defaulted);
    }

    /**
     * A credit bureau's answer.
     *
     * @param score whole number from 300 to 850
     * @param utilization share of the credit lines in use, in [0, 1), 15 % of them zero
     * @param delinquencies late payments in two years, mostly none
     */
    public record Bureau(int score, double utilization, int delinquencies) {}
}
