package io.lakewarden.schema;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.schema.constraint.TypeWidening;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares the columns of current data with those of the reference, by what their profiles know: name, type and kind.
 *
 * <p>Findings, at most one per column:
 *
 * <ul>
 *   <li>{@code missing} (FAIL): the reference has the column, the current data has not.
 *   <li>{@code new} (WARN): the current data has the column, the reference has not.
 *   <li>{@code type} (FAIL): the type changed so that values of one can be lost in the other; WARN where one of the two
 *       types holds every value of the other, such as {@code int} and {@code bigint}.
 *   <li>{@code kind} (FAIL): the same type, but profiled as another kind, so that nothing else can be compared.
 *   <li>{@code schema} of the whole table (PASS): none of these.
 * </ul>
 *
 * A column inside one that is missing or new is not told again, and arrays and maps are told by their elements.
 */
public final class SchemaCheck {
    /** The source of these findings. */
    public static final String SOURCE = "schema";

    private final DatasetProfile reference;
    private final DatasetProfile current;
    private final List<Finding> findings = new ArrayList<>();

    private SchemaCheck(DatasetProfile reference, DatasetProfile current) {
        this.reference = reference;
        this.current = current;
    }

    /** The findings: columns of the reference in their order, then new ones in theirs. Rows do not matter. */
    public static List<Finding> compare(DatasetProfile reference, DatasetProfile current) {
        SchemaCheck check = new SchemaCheck(reference, current);
        check.compare();
        return List.copyOf(check.findings);
    }

    private void compare() {
        Set<String> missing = namesOnlyIn(reference, current);
        for (ColumnProfile before : reference.columns().values()) {
            Optional<ColumnProfile> now = current.column(before.name());
            if (now.isPresent()) {
                compareTypes(before, now.get());
            } else if (isOutermost(before.name(), missing)) {
                missing(before);
            }
        }
        Set<String> added = namesOnlyIn(current, reference);
        current.columns().values().stream()
                .filter(column -> added.contains(column.name()) && isOutermost(column.name(), added))
                .forEach(this::added);
        if (findings.isEmpty()) {
            pass();
        }
    }

    private void missing(ColumnProfile before) {
        add(
                before.name(),
                "missing",
                Status.FAIL,
                "no such column",
                before.type(),
                "Column '" + before.name() + "' (" + before.type() + ") is missing from the current data.");
    }

    private void added(ColumnProfile now) {
        add(
                now.name(),
                "new",
                Status.WARN,
                now.type(),
                "no such column",
                "Column '" + now.name() + "' (" + now.type()
                        + ") is new: the reference does not have it, so nothing about it can be compared.");
    }

    private void compareTypes(ColumnProfile before, ColumnProfile now) {
        if (before.type().equals(now.type())) {
            if (before.kind() != now.kind()) {
                kind(before, now);
            }
        } else if (!bothToldByTheirElements(before, now)) {
            type(before, now);
        }
    }

    private void kind(ColumnProfile before, ColumnProfile now) {
        add(
                before.name(),
                "kind",
                Status.FAIL,
                name(now.kind()),
                name(before.kind()),
                "Column '" + before.name() + "' is read as " + name(now.kind()) + ", but the reference was read as "
                        + name(before.kind()) + ", so the two cannot be compared.");
    }

    private void type(ColumnProfile before, ColumnProfile now) {
        boolean sameKind = before.kind() == now.kind();
        String change = "Column '" + before.name() + "' changed its type from " + before.type() + " to " + now.type();
        if (sameKind && TypeWidening.holds(now.type(), before.type())) {
            type(before, now, Status.WARN, change + ", which holds every value of the old type.");
        } else if (sameKind && TypeWidening.holds(before.type(), now.type())) {
            type(before, now, Status.WARN, change + ", whose values all fit the old type.");
        } else {
            String consequence = sameKind
                    ? "."
                    : ", and with it from " + name(before.kind()) + " to " + name(now.kind())
                            + ", so the two cannot be compared.";
            type(before, now, Status.FAIL, change + consequence);
        }
    }

    private void type(ColumnProfile before, ColumnProfile now, Status status, String sentence) {
        add(before.name(), "type", status, now.type(), before.type(), sentence);
    }

    private void pass() {
        int columns = reference.columns().size();
        add(
                Finding.TABLE,
                SOURCE,
                Status.PASS,
                columns + " columns",
                columns + " columns",
                "The columns and their types are those of the reference (" + columns + " columns).");
    }

    private void add(String column, String check, Status status, String observed, String expected, String sentence) {
        findings.add(Finding.of(SOURCE, column, check, status, observed, expected, sentence));
    }

    /** The elements of arrays and maps are columns of their own, and say it more precisely. */
    private static boolean bothToldByTheirElements(ColumnProfile before, ColumnProfile now) {
        return before.kind() == ColumnKind.COLLECTION
                && now.kind() == ColumnKind.COLLECTION
                && constructor(before.type()).equals(constructor(now.type()));
    }

    private static String constructor(String type) {
        int bracket = type.indexOf('<');
        return bracket < 0 ? type : type.substring(0, bracket);
    }

    private static Set<String> namesOnlyIn(DatasetProfile one, DatasetProfile other) {
        return one.columns().keySet().stream()
                .filter(name -> other.column(name).isEmpty())
                .collect(Collectors.toSet());
    }

    /** Whether none of the names is of something that this one is inside. */
    static boolean isOutermost(String name, Set<String> names) {
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            if (names.contains(name.substring(0, dot))) {
                return false;
            }
        }
        return true;
    }

    private static String name(ColumnKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
