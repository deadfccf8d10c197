package io.lakewarden.simulator;

import io.lakewarden.simulator.Application.Bureau;
import io.lakewarden.simulator.RandomStream.Use;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two years of loan applications, 2024 and 2025, with a model's score and decision, the outcome months later, and
 * incidents on a {@linkplain #calendar() known calendar}. Data is a function of seed, rows and label policy alone; every
 * month is drawn independently of the others, in any order, on any machine.
 */
public final class LendingPortfolio {
    /** Rows of the whole portfolio where nobody asks for another number. */
    public static final int USUAL_ROWS = 200_000;
    /** The category that the incident brings. */
    public static final String NEW_PURPOSE = "solar_panels";

    private static final double HOLDOUT_SHARE = 0.3;
    private static final double HIGHEST_APPROVED_SCORE = 0.15;
    private static final int UNIT_FACTOR = 100;

    private final long seed;
    private final int rows;
    private final LabelPolicy labelPolicy;
    private final List<MonthPlan> calendar;
    private final int[] volumes;

    /**
     * The portfolio with its incidents.
     *
     * @param rows applications over all 24 months, at least one in each
     */
    public LendingPortfolio(long seed, int rows, LabelPolicy labelPolicy) {
        this(seed, rows, labelPolicy, PortfolioCalendar.withIncidents());
    }

    private LendingPortfolio(long seed, int rows, LabelPolicy labelPolicy, List<MonthPlan> calendar) {
        if (rows < 100) {
            throw new IllegalArgumentException("a portfolio of 24 months takes at least 100 rows, but got " + rows);
        }
        this.seed = seed;
        this.rows = rows;
        this.labelPolicy = Objects.requireNonNull(labelPolicy, "labelPolicy");
        this.calendar = calendar;
        this.volumes = Season.volumes(rows, calendar.size());
    }

    /**
     * The same portfolio as if nothing had happened: the same applicants and the same luck, with no incident. What
     * differs between the two was caused by the incident.
     */
    public LendingPortfolio undisturbed() {
        return new LendingPortfolio(seed, rows, labelPolicy, PortfolioCalendar.undisturbed());
    }

    /** All months in order. */
    public List<MonthPlan> calendar() {
        return calendar;
    }

    /** What was done to the data, and when. */
    public Ledger ledger() {
        return Ledger.of(seed, rows, labelPolicy, calendar);
    }

    /** How many applications a month has. */
    public int rows(int month) {
        return volumes[plan(month).number() - 1];
    }

    /**
     * The applications of a month in the order in which they came in.
     *
     * @param month from 1 to 24
     */
    public Stream<Application> month(int month) {
        MonthPlan plan = plan(month);
        return IntStream.range(0, rows(month)).mapToObj(row -> application(plan, row));
    }

    private MonthPlan plan(int month) {
        if (month < 1 || month > calendar.size()) {
            throw new IllegalArgumentException("a month is between 1 and " + calendar.size() + ", but got " + month);
        }
        return calendar.get(month - 1);
    }

    private Application application(MonthPlan plan, int row) {
        RandomStream applicant = random(plan, row, Use.APPLICANT);
        Instant appliedAt = appliedAt(plan, row, applicant);
        boolean heldOut = applicant.chance(HOLDOUT_SHARE);
        Draft draft = ApplicantSampler.sample(appliedAt, Season.phase(plan.number()), applicant);
        plan.incident(IncidentKind.FEATURE_SHIFT)
                .ifPresent(shift ->
                        draft.behaviourIndex += shift.magnitude() * ApplicantSampler.BEHAVIOUR_STANDARD_DEVIATION);
        RiskModel world =
                plan.incident(IncidentKind.CONCEPT_DRIFT).isPresent() ? RiskModel.WORLD_AFTER_DRIFT : RiskModel.WORLD;
        double risk = RiskModel.probability(world.logOdds(draft));
        misrecord(draft, plan, random(plan, row, Use.INCIDENT));
        double score = RiskModel.probability(RiskModel.SCORECARD.logOdds(draft));
        boolean approved = approves(draft, score, plan, random(plan, row, Use.DECISION));
        RandomStream outcome = random(plan, row, Use.OUTCOME);
        boolean defaulted = outcome.chance(risk);
        Instant labelAt =
                appliedAt.plus(Duration.ofSeconds((long) (Duration.ofDays(91).toSeconds() * (1 + outcome.uniform()))));
        boolean labelled = approved || labelPolicy == LabelPolicy.EVERYONE;
        String split = plan.isMonitored() ? "production" : heldOut ? "holdout" : "train";
        return new Application(
                id(plan, row),
                appliedAt,
                split,
                draft.annualIncome,
                draft.employmentYears,
                draft.behaviourIndex,
                new Bureau(draft.bureauScore, draft.utilization, draft.delinquencies),
                draft.savingsBalance,
                BigDecimal.valueOf(draft.requestedCents, 2),
                draft.termMonths,
                draft.existingLoans,
                draft.purpose,
                draft.channel,
                draft.region,
                draft.employer,
                draft.email,
                draft.homeOwner,
                draft.jointApplication,
                draft.customerSince,
                draft.gender,
                draft.ageGroup,
                score,
                approved ? Application.APPROVE : Application.DECLINE,
                labelled ? Optional.of(defaulted) : Optional.empty(),
                labelled ? Optional.of(labelAt) : Optional.empty());
    }

    /** Such as {@code 2024-07-000001}. */
    private static String id(MonthPlan plan, int row) {
        String month = plan.window().toString().substring(0, 7);
        String number = Integer.toString(row + 1);
        return month + "-" + "0".repeat(Math.max(0, 6 - number.length())) + number;
    }

    private RandomStream random(MonthPlan plan, int row, Use use) {
        return RandomStream.of(seed, plan.number(), row, use);
    }

    private Instant appliedAt(MonthPlan plan, int row, RandomStream random) {
        Duration length = Duration.between(plan.window().start(), plan.window().end());
        double passed = (row + random.uniform()) / rows(plan.number());
        return plan.window().start().plusMillis((long) (passed * length.toMillis()));
    }

    /** What goes wrong on the way into the table: the applicant is the same, the record is not. */
    private static void misrecord(Draft draft, MonthPlan plan, RandomStream random) {
        double luck = random.uniform();
        plan.incident(IncidentKind.UNIT_CHANGE)
                .filter(incident -> luck < incident.magnitude())
                .ifPresent(incident -> draft.requestedCents *= UNIT_FACTOR);
        plan.incident(IncidentKind.MORE_NULLS)
                .filter(incident -> luck < incident.magnitude() / (1 - ApplicantSampler.USUAL_EMPLOYMENT_NULLS))
                .ifPresent(incident -> draft.employmentYears = Optional.empty());
        plan.incident(IncidentKind.NEW_CATEGORY)
                .filter(incident -> luck < incident.magnitude())
                .ifPresent(incident -> draft.purpose = NEW_PURPOSE);
        plan.incident(IncidentKind.EMPTY_COLUMN).ifPresent(incident -> draft.savingsBalance = Optional.empty());
    }

    /** A clerk turns down some women whom the score would have approved; that alone makes the selection ratio. */
    private static boolean approves(Draft draft, double score, MonthPlan plan, RandomStream random) {
        double ratio = plan.incident(IncidentKind.DISPARITY)
                .map(Incident::magnitude)
                .orElse(PortfolioCalendar.USUAL_SELECTION_RATIO);
        boolean turnedDown = draft.gender.equals("female") && !random.chance(ratio);
        return score <= HIGHEST_APPROVED_SCORE && !turnedDown;
    }
}
