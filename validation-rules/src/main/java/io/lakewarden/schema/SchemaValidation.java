package io.lakewarden.schema;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.schema.constraint.Amounts;
import io.lakewarden.schema.constraint.ColumnConstraint;
import io.lakewarden.schema.constraint.ConstraintKinds;
import io.lakewarden.schema.constraint.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds a profile against a schema: arithmetic, no data is read. A constraint that holds makes no finding; where all do,
 * there is one finding for the table. What the profile cannot decide is {@link Status#ERROR}.
 *
 * <p>Beside the kinds of {@link ConstraintKinds}, named by their keys, there are
 *
 * <ul>
 *   <li>{@code missing}: a required column that is expected in the environment is not there;
 *   <li>{@code new}: a column is there that the schema does not list; its severity is {@code new_columns};
 *   <li>{@code rows} and {@code rows_ratio}: the number of rows is outside its bounds, or outside those relative to the
 *       window before.
 * </ul>
 *
 * Where the type is another one, nothing beyond {@code presence} is judged of the column.
 */
public final class SchemaValidation {
    private final TableSchema schema;
    private final SchemaObservation observation;
    private final List<Finding> findings = new ArrayList<>();
    private int held;

    private SchemaValidation(TableSchema schema, SchemaObservation observation) {
        this.schema = schema;
        this.observation = observation;
    }

    /** The findings: of the table, of the schema's columns in their order, then of new ones in theirs. */
    public static List<Finding> check(TableSchema schema, SchemaObservation observation) {
        SchemaValidation validation = new SchemaValidation(schema, observation);
        validation.check();
        return List.copyOf(validation.findings);
    }

    private void check() {
        rows();
        DatasetProfile current = observation.current();
        Map<String, ColumnSchema> expected = schema.columns().stream()
                .filter(column -> schema.expects(column, observation.environment()))
                .collect(Collectors.toMap(ColumnSchema::name, column -> column));
        Set<String> missing = expected.keySet().stream()
                .filter(name -> current.column(name).isEmpty())
                .collect(Collectors.toSet());
        for (ColumnSchema column : schema.columns()) {
            if (!expected.containsKey(column.name())) {
                continue;
            }
            Optional<ColumnProfile> profile = current.column(column.name());
            if (profile.isPresent()) {
                constraints(column, profile.get());
            } else if (column.required() && SchemaCheck.isOutermost(column.name(), missing)) {
                missing(column);
            }
        }
        if (schema.newColumns() != Severity.ALLOW) {
            added();
        }
        if (findings.isEmpty()) {
            add(
                    Finding.TABLE,
                    SchemaCheck.SOURCE,
                    Status.PASS,
                    held + " of " + held + " constraints hold",
                    Amounts.count(held, "constraint"),
                    "The data keeps to the schema: " + Amounts.count(held, "constraint") + " on "
                            + Amounts.count(expected.size(), "column") + " hold.");
        }
    }

    private void rows() {
        long rows = observation.current().rows();
        RowsExpectation expected = schema.rows();
        if (!expected.number().hold(rows)) {
            add(
                    Finding.TABLE,
                    "rows",
                    Status.FAIL,
                    Amounts.count(rows, "row"),
                    expected.number().words() + " rows",
                    "There are " + Amounts.count(rows, "row") + "; expected are "
                            + expected.number().words() + ".");
        } else if (!expected.number().isNone()) {
            held++;
        }
        if (expected.comparesWithPrevious()) {
            ratio(rows, expected);
        }
    }

    private void ratio(long rows, RowsExpectation expected) {
        long before = observation.previous().map(DatasetProfile::rows).orElse(0L);
        String words = expected.ratioWords();
        if (before == 0) {
            add(
                    Finding.TABLE,
                    "rows_ratio",
                    Status.SKIPPED,
                    "nothing to compare with",
                    words,
                    "The number of rows was not compared: there is no window before, or it has no rows.");
            return;
        }
        double ratio = (double) rows / before;
        boolean outside = ratio < expected.minimumRatio().orElse(0)
                || ratio > expected.maximumRatio().orElse(Double.POSITIVE_INFINITY);
        if (outside) {
            add(
                    Finding.TABLE,
                    "rows_ratio",
                    Status.FAIL,
                    Amounts.percent(ratio) + " of the window before",
                    words,
                    "There are " + Amounts.count(rows, "row") + " after " + Amounts.count(before, "row")
                            + " in the window before; expected are " + words + ".");
        } else {
            held++;
        }
    }

    private void constraints(ColumnSchema column, ColumnProfile profile) {
        boolean otherType = false;
        for (ColumnConstraint constraint : column.constraints()) {
            if (otherType && !constraint.key().equals("presence")) {
                continue;
            }
            Verdict verdict = constraint.check(observation.column(profile));
            if (verdict.status() == Status.PASS) {
                held++;
                continue;
            }
            otherType |= constraint.key().equals("type") && verdict.status() == Status.FAIL;
            add(
                    column.name(),
                    constraint.key(),
                    column.severity().of(verdict.status()),
                    verdict.observed(),
                    verdict.expected(),
                    verdict.sentence());
        }
    }

    private void missing(ColumnSchema column) {
        add(
                column.name(),
                "missing",
                column.severity().of(Status.FAIL),
                "no such column",
                "a column",
                "Column " + Amounts.quoted(column.name()) + " is missing.");
    }

    private void added() {
        Set<String> listed = schema.columns().stream().map(ColumnSchema::name).collect(Collectors.toSet());
        Set<String> added = observation.current().columns().keySet().stream()
                .filter(name -> !listed.contains(name))
                .collect(Collectors.toSet());
        observation.current().columns().values().stream()
                .filter(column -> added.contains(column.name()) && SchemaCheck.isOutermost(column.name(), added))
                .forEach(column -> add(
                        column.name(),
                        "new",
                        schema.newColumns().status(),
                        column.type(),
                        "no such column",
                        "Column " + Amounts.quoted(column.name()) + " (" + column.type()
                                + ") is new: the schema does not list it."));
    }

    private void add(String column, String check, Status status, String observed, String expected, String sentence) {
        findings.add(Finding.of(SchemaCheck.SOURCE, column, check, status, observed, expected, sentence));
    }
}
