package io.lakewarden.schema;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.schema.constraint.Amounts;
import io.lakewarden.schema.constraint.ColumnConstraint;
import io.lakewarden.schema.constraint.ConstraintKind;
import io.lakewarden.schema.constraint.ConstraintKinds;
import io.lakewarden.schema.constraint.DomainConstraint;
import io.lakewarden.schema.constraint.PresenceConstraint;
import io.lakewarden.schema.constraint.WholeBounds;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Proposes a schema. Each constraint is learned on the older folds and checked on the later ones; one that a minority of
 * these breaks is widened: learned again from all folds, with the same room. One that half of them break is left out. Either is
 * said beside it. What is proposed accepts every fold that it was made from.
 */
public final class SchemaInference {
    /** How many values a domain may have by default. */
    public static final int MOST_VALUES = 50;

    /** Kinds that single cells keep or break; all others are about a column as a whole. */
    private static final Set<String> OF_CELLS =
            Set.of("valency", "domain", "range", "time_range", "nan", "infinity", "length", "format");

    /** Kinds that stay when half of the folds break them, because they can be widened to something that still says a thing. */
    private static final Set<String> WIDENED = Set.of("type", "presence", "valency", "length");

    /** What says nothing more beside another kind. */
    private static final Map<String, Set<String>> SAID_BY = Map.of(
            "domain", Set.of("format"),
            "length", Set.of("format", "domain"));

    private final Folds folds;
    private final int mostValues;
    private final DatasetProfile learning;
    private final DatasetProfile whole;
    private final List<DatasetProfile> toAccept;
    private final Map<String, List<String>> ofColumns = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> ofConstraints = new LinkedHashMap<>();

    private SchemaInference(Folds folds, int mostValues) {
        this.folds = folds;
        this.mostValues = mostValues;
        this.learning = folds.learning();
        this.whole = folds.whole();
        this.toAccept = folds.toAccept();
    }

    /**
     * The schema that folds suggest.
     *
     * @param mostValues how many values a domain may have
     */
    public static InferredSchema infer(Folds folds, int mostValues) {
        return new SchemaInference(folds, mostValues).infer();
    }

    private InferredSchema infer() {
        List<ColumnSchema> columns =
                whole.columns().values().stream().map(this::column).toList();
        Optional<WholeBounds> rows = rows();
        TableSchema schema = new TableSchema(
                rows.map(RowsExpectation::of).orElse(RowsExpectation.NONE), Severity.WARN, List.of(), columns);
        SchemaComments comments =
                new SchemaComments(header(), rows.map(bounds -> rowsSeen()), ofColumns, ofConstraints);
        return new InferredSchema(schema, comments);
    }

    private List<String> header() {
        String learned = folds.heldOut().isEmpty()
                ? "Nothing was held out to check it on."
                : "Learned on " + (folds.profiles().size() - folds.heldOut().size()) + " of them, checked on "
                        + folds.heldOutWords() + ".";
        List<String> lines = new ArrayList<>();
        lines.add("What is expected of this table, inferred from " + Amounts.count(whole.rows(), "row") + " in "
                + folds.words() + ". " + learned);
        if (folds.isShorterThanAYear()) {
            lines.add("These are less than a year: whatever has a season may go beyond what was seen.");
        }
        lines.add("The comments say what each expectation rests on. Change whatever you know better.");
        return lines;
    }

    private ColumnSchema column(ColumnProfile column) {
        List<ColumnConstraint> constraints = new ArrayList<>();
        for (ConstraintKind kind : ConstraintKinds.all()) {
            propose(kind, column).ifPresent(constraints::add);
        }
        constraints.removeIf(
                constraint -> constraints.stream().anyMatch(other -> SAID_BY.getOrDefault(constraint.key(), Set.of())
                        .contains(other.key())));
        if (constraints.stream().noneMatch(constraint -> constraint.key().equals("unique")) && LikelyKey.is(column)) {
            note(column.name(), LikelyKey.sentence(column));
        }
        return ColumnSchema.of(column.name(), constraints);
    }

    private Optional<ColumnConstraint> propose(ConstraintKind kind, ColumnProfile column) {
        if (kind.key().equals("range") && folds.rise(column.name())) {
            note(column.name(), "no range: each fold of time lies above the one before, as in a counter");
            return Optional.empty();
        }
        Optional<ColumnConstraint> learned = learned(kind, column.name(), folds.learned(), learning);
        if (learned.isEmpty()) {
            return Optional.empty();
        }
        List<ColumnProfile> heldOut = Folds.column(folds.heldOut(), column.name());
        Evidence evidence = Evidence.of(learned.get(), heldOut, OF_CELLS.contains(kind.key()));
        ColumnConstraint proposed = learned.get();
        String why = evidence.words(folds.heldOutWords());
        if (evidence.broken() > 0 && learned.get() instanceof DomainConstraint domain) {
            DomainConstraint open = domain.open(heldOut);
            if (open.values().size() > mostValues) {
                note(column.name(), "no domain: later folds have values that were not learned, too many to list");
                return Optional.empty();
            }
            proposed = open;
            why = evidence.broken() + " of " + folds.heldOutWords() + " had values that were not learned";
        } else if (evidence.isRefuted() && !WIDENED.contains(kind.key())) {
            note(
                    column.name(),
                    "no " + kind.key() + ": " + evidence.broken() + " of " + folds.heldOutWords()
                            + " broke what was learned");
            return Optional.empty();
        } else if (evidence.broken() > 0) {
            proposed = learned(kind, column.name(), folds.profiles(), whole).orElse(proposed);
        }
        ColumnConstraint accepting = accepting(proposed, column.name());
        if (kind.key().equals("presence") && accepting.allowsEverything()) {
            folds.ended(column.name()).ifPresent(sentence -> note(column.name(), sentence));
        }
        if (accepting.allowsEverything()
                || Folds.column(toAccept, column.name()).stream().anyMatch(part -> !Evidence.holds(accepting, part))) {
            return Optional.empty();
        }
        if (kind.key().equals("type")) {
            // A type is that of a table and not of rows: that no fold has another says nothing.
            return Optional.of(accepting);
        }
        String seen = accepting.seen(column);
        ofConstraints
                .computeIfAbsent(column.name(), name -> new LinkedHashMap<>())
                .put(kind.key(), seen.isEmpty() ? why : seen + "; " + why);
        return Optional.of(accepting);
    }

    /** From all parts together; how often values are missing is learned from the part with the fewest. */
    private Optional<ColumnConstraint> learned(
            ConstraintKind kind, String column, List<DatasetProfile> parts, DatasetProfile together) {
        Optional<ColumnConstraint> learned = kind.propose(together.columns().get(column), mostValues);
        if (learned.isPresent() && learned.get() instanceof PresenceConstraint) {
            return Folds.column(parts, column).stream()
                    .flatMap(part -> kind.propose(part, mostValues).stream())
                    .map(PresenceConstraint.class::cast)
                    .reduce(PresenceConstraint::weaker)
                    .map(it -> it);
        }
        return learned;
    }

    private ColumnConstraint accepting(ColumnConstraint proposed, String column) {
        ColumnConstraint accepting = proposed;
        for (ColumnProfile part : Folds.column(toAccept, column)) {
            if (!Evidence.holds(accepting, part)) {
                accepting = accepting.accepting(part);
            }
        }
        return accepting;
    }

    private void note(String column, String sentence) {
        ofColumns.computeIfAbsent(column, name -> new ArrayList<>()).add(sentence);
    }

    /** Half to twice of what was seen, where what is checked later is as large as what was seen. */
    private Optional<WholeBounds> rows() {
        return switch (folds.basis()) {
            case WINDOWS ->
                Optional.of(WholeBounds.of(
                        rounded(fewest() / 2.0, RoundingMode.FLOOR), rounded(most() * 2.0, RoundingMode.CEILING)));
            case ROWS ->
                Optional.of(new WholeBounds(
                        OptionalLong.of(rounded(whole.rows() / 2.0, RoundingMode.FLOOR)), OptionalLong.empty()));
            case PERIODS -> Optional.empty();
        };
    }

    private String rowsSeen() {
        if (folds.basis() == Folds.Basis.ROWS) {
            return "seen " + Amounts.count(whole.rows(), "row");
        }
        return fewest() == most()
                ? "seen " + Amounts.count(most(), "row") + " in each window"
                : String.format(Locale.ROOT, "seen %,d to %s in a window", fewest(), Amounts.count(most(), "row"));
    }

    private long fewest() {
        return folds.profiles().stream().mapToLong(DatasetProfile::rows).min().orElse(0);
    }

    private long most() {
        return folds.profiles().stream().mapToLong(DatasetProfile::rows).max().orElse(0);
    }

    private static long rounded(double value, RoundingMode mode) {
        return new BigDecimal(value)
                .round(new MathContext(2, mode))
                .setScale(0, mode)
                .longValue();
    }
}
