package io.lakewarden.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An application in the making; lives inside one call and is changed by incidents before it is recorded. */
final class Draft {
    Instant appliedAt;
    double annualIncome;
    Optional<Double> employmentYears;
    double behaviourIndex;
    int bureauScore;
    double utilization;
    int delinquencies;
    Optional<Double> savingsBalance;
    long requestedCents;
    int termMonths;
    List<Double> existingLoans;
    String purpose;
    String channel;
    String region;
    String employer;
    String email;
    boolean homeOwner;
    boolean jointApplication;
    Optional<LocalDate> customerSince;
    String gender;
    String ageGroup;
}
