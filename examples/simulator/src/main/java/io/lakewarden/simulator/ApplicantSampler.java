package io.lakewarden.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws who applies and for what. Nothing here depends on gender or age: disparity comes from decisions alone. */
final class ApplicantSampler {
    static final double BEHAVIOUR_MEAN = 50;
    static final double BEHAVIOUR_STANDARD_DEVIATION = 15;
    static final double BUREAU_CORRELATION = 0.8;
    static final double USUAL_EMPLOYMENT_NULLS = 0.04;
    static final double USUAL_SAVINGS_NULLS = 0.10;
    static final double MEAN_EMPLOYMENT_YEARS = 6;

    private static final Choice<Integer> TERMS = Choice.of(List.of(12, 24, 36, 48, 60), 0.10, 0.20, 0.35, 0.20, 0.15);
    private static final Choice<Integer> LOANS = Choice.of(List.of(0, 1, 2, 3, 4), 0.45, 0.30, 0.15, 0.07, 0.03);
    private static final Choice<Integer> LATE_PAYMENTS =
            Choice.of(List.of(0, 1, 2, 3, 4), 0.70, 0.18, 0.08, 0.03, 0.01);
    private static final Choice<String> PURPOSES = Choice.of(
            List.of("car", "debt_consolidation", "education", "home_improvement", "medical", "other"),
            0.22,
            0.30,
            0.10,
            0.18,
            0.08,
            0.12);
    private static final Choice<String> CHANNELS =
            Choice.of(List.of("web", "branch", "broker", "phone"), 0.55, 0.20, 0.15, 0.10);
    private static final Choice<String> REGIONS = Choice.ofCodes("R%02d", 40);
    private static final Choice<String> TRADES = Choice.of(
            List.of(
                    "Bakery",
                    "Foundry",
                    "Clinic",
                    "Haulage",
                    "Nursery",
                    "Press",
                    "Quarry",
                    "Shipyard",
                    "Studio",
                    "Works"),
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1);
    private static final Choice<String> DOMAINS =
            Choice.of(List.of("example.com", "example.org", "mail.invalid"), 0.5, 0.3, 0.2);
    private static final Choice<String> GENDERS = Choice.of(List.of("female", "male"), 0.48, 0.52);
    private static final Choice<String> AGE_GROUPS =
            Choice.of(List.of("18-24", "25-34", "35-49", "50-64", "65+"), 0.12, 0.27, 0.34, 0.20, 0.07);

    private ApplicantSampler() {}

    static Draft sample(Instant appliedAt, double season, RandomStream random) {
        Draft draft = new Draft();
        draft.appliedAt = appliedAt;
        sampleStanding(draft, season, random);
        sampleLoan(draft, season, random);
        samplePerson(draft, random);
        return draft;
    }

    private static void sampleStanding(Draft draft, double season, RandomStream random) {
        double bureau = random.normal();
        double behaviour = BUREAU_CORRELATION * bureau
                + StrictMath.sqrt(1 - BUREAU_CORRELATION * BUREAU_CORRELATION) * random.normal();
        draft.bureauScore = (int) StrictMath.max(300, StrictMath.min(850, StrictMath.round(660 + 70 * bureau)));
        draft.behaviourIndex = BEHAVIOUR_MEAN + BEHAVIOUR_STANDARD_DEVIATION * behaviour;
        boolean usesCredit = random.chance(0.85);
        double usage = random.normal() + Season.MILD * season;
        draft.utilization = usesCredit ? 1 / (1 + StrictMath.exp(0.6 - 1.1 * usage)) : 0;
        draft.delinquencies = LATE_PAYMENTS.draw(random);
        draft.annualIncome = toCents(StrictMath.exp(10.5 + 0.55 * (random.normal() - Season.MILD * season)));
        double years = random.exponential(MEAN_EMPLOYMENT_YEARS);
        draft.employmentYears = random.chance(USUAL_EMPLOYMENT_NULLS)
                ? Optional.empty()
                : Optional.of(StrictMath.rint(years * 10) / 10);
        boolean saves = random.chance(0.8);
        double savings = saves ? toCents(StrictMath.exp(7.5 + 1.3 * random.normal())) : 0;
        draft.savingsBalance = random.chance(USUAL_SAVINGS_NULLS) ? Optional.empty() : Optional.of(savings);
    }

    private static void sampleLoan(Draft draft, double season, RandomStream random) {
        double size = random.normal() + Season.STRONG * season;
        draft.requestedCents = StrictMath.round(100 * StrictMath.exp(9.2 + 0.7 * size));
        draft.termMonths = TERMS.draw(random);
        draft.purpose = PURPOSES.draw(random);
        draft.channel = CHANNELS.draw(random);
        int loans = LOANS.draw(random);
        List<Double> balances = new ArrayList<>();
        for (int i = 0; i < loans; i++) {
            balances.add(toCents(StrictMath.exp(8.5 + 0.9 * random.normal())));
        }
        draft.existingLoans = balances;
    }

    private static void samplePerson(Draft draft, RandomStream random) {
        draft.region = REGIONS.draw(random);
        draft.employer = "Example " + TRADES.draw(random) + " " + (1 + (int) (600 * random.uniform()));
        draft.email = "applicant-" + Long.toHexString(random.bits() >>> 24) + "@" + DOMAINS.draw(random);
        draft.homeOwner = random.chance(0.42);
        draft.jointApplication = random.chance(0.18);
        boolean isNew = random.chance(0.30);
        long days = 30 + (long) random.exponential(1200);
        draft.customerSince = isNew
                ? Optional.empty()
                : Optional.of(
                        draft.appliedAt.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(days));
        draft.gender = GENDERS.draw(random);
        draft.ageGroup = AGE_GROUPS.draw(random);
    }

    private static double toCents(double amount) {
        return StrictMath.rint(amount * 100) / 100;
    }
}
