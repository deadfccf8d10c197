package io.lakewarden.simulator;

import io.lakewarden.result.ColumnRole;
import io.lakewarden.simulator.Application.Bureau;
import io.lakewarden.simulator.ValueType.Field;
import io.lakewarden.simulator.ValueType.Listing;
import io.lakewarden.simulator.ValueType.Scalar;
import io.lakewarden.simulator.ValueType.Struct;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of the portfolio: the one place that names them, types them and reads them. */
public final class PortfolioColumns {
    /** What identifies an application. */
    public static final String ID = "application_id";
    /** When it came in. */
    public static final String TIME = "applied_at";
    /** Whether a reference row trained the model ({@code train}) or was held out ({@code holdout}). */
    public static final String SPLIT = "split";
    /** The model's probability of default. */
    public static final String SCORE = "score";
    /** What was decided. */
    public static final String DECISION = "decision";
    /** The label. */
    public static final String LABEL = "defaulted";
    /** When the label becomes known. */
    public static final String LABEL_TIME = "label_at";

    private static final Struct BUREAU = new Struct(List.of(
            new Field("score", Scalar.INTEGER),
            new Field("utilization", Scalar.DOUBLE),
            new Field("delinquencies", Scalar.INTEGER)));

    private static final List<SimulatedColumn> APPLICATIONS = List.of(
            column(ID, Scalar.TEXT, ColumnRole.ID, Application::applicationId),
            column(TIME, Scalar.INSTANT, ColumnRole.TIME, Application::appliedAt),
            column(SPLIT, Scalar.TEXT, ColumnRole.ID, Application::split),
            feature("annual_income", Scalar.DOUBLE, Application::annualIncome),
            nullable("employment_years", Scalar.DOUBLE, ColumnRole.FEATURE, Application::employmentYears),
            feature("behaviour_index", Scalar.DOUBLE, Application::behaviourIndex),
            feature("bureau", BUREAU, application -> fields(application.bureau())),
            nullable("savings_balance", Scalar.DOUBLE, ColumnRole.FEATURE, Application::savingsBalance),
            feature("requested_amount", Scalar.MONEY, Application::requestedAmount),
            feature("term_months", Scalar.INTEGER, Application::termMonths),
            feature("existing_loans", new Listing(Scalar.DOUBLE), Application::existingLoans),
            feature("purpose", Scalar.TEXT, Application::purpose),
            feature("channel", Scalar.TEXT, Application::channel),
            feature("region", Scalar.TEXT, Application::region),
            feature("employer", Scalar.TEXT, Application::employer),
            feature("email", Scalar.TEXT, Application::email),
            feature("home_owner", Scalar.TRUTH, Application::homeOwner),
            feature("joint_application", Scalar.TRUTH, Application::jointApplication),
            nullable("customer_since", Scalar.DAY, ColumnRole.FEATURE, Application::customerSince),
            column("gender", Scalar.TEXT, ColumnRole.PROTECTED, Application::gender),
            column("age_group", Scalar.TEXT, ColumnRole.PROTECTED, Application::ageGroup),
            column(SCORE, Scalar.DOUBLE, ColumnRole.PREDICTION, Application::score),
            column(DECISION, Scalar.TEXT, ColumnRole.PREDICTION, Application::decision));

    private static final List<SimulatedColumn> LABELS = List.of(
            nullable(LABEL, Scalar.TRUTH, ColumnRole.LABEL, Application::defaulted),
            nullable(LABEL_TIME, Scalar.INSTANT, ColumnRole.TIME, Application::labelAt));

    private PortfolioColumns() {}

    /** What is known of an application on the day it comes in; never changes afterwards. */
    public static List<SimulatedColumn> applications() {
        return APPLICATIONS;
    }

    /** What becomes known later: the id to join by, the label, and when it became known. */
    public static List<SimulatedColumn> outcomes() {
        return Stream.concat(APPLICATIONS.stream().limit(1), LABELS.stream()).toList();
    }

    /** Both in one table, as it looks once every label is known. */
    public static List<SimulatedColumn> all() {
        return Stream.concat(APPLICATIONS.stream(), LABELS.stream()).toList();
    }

    /** A table's columns as a definition that Spark's {@code StructType.fromDDL} reads. */
    public static String ddl(List<SimulatedColumn> columns) {
        return columns.stream().map(SimulatedColumn::ddl).collect(Collectors.joining(", "));
    }

    private static List<Object> fields(Bureau bureau) {
        return List.of(bureau.score(), bureau.utilization(), bureau.delinquencies());
    }

    private static SimulatedColumn feature(String name, ValueType type, Function<Application, Object> accessor) {
        return column(name, type, ColumnRole.FEATURE, accessor);
    }

    private static SimulatedColumn column(
            String name, ValueType type, ColumnRole role, Function<Application, Object> accessor) {
        return new SimulatedColumn(name, type, false, role, accessor);
    }

    private static SimulatedColumn nullable(
            String name, ValueType type, ColumnRole role, Function<Application, Optional<?>> accessor) {
        return new SimulatedColumn(name, type, true, role, application -> accessor.apply(application)
                .orElse(null));
    }
}
