package io.lakewarden.jobs.config;

import io.lakewarden.result.ColumnRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the columns mean: {@code columns}. A column that is not named is a feature of the kind its type says.
 *
 * @param ignore {@code ignore}: neither profiled nor compared
 * @param categorical {@code categorical}: read as categories whatever the type, such as coded numbers
 * @param ids {@code columns.id}: identifiers; profiled, never compared
 * @param label {@code label}: the outcome that the model predicts
 * @param predictions {@code columns.prediction}: what the model puts out, such as a score and a decision
 * @param protectedAttributes {@code protected}: protected attributes
 */
public record ColumnsConfig(
        List<String> ignore,
        List<String> categorical,
        List<String> ids,
        Optional<String> label,
        List<String> predictions,
        List<String> protectedAttributes) {
    /** Every column a feature. */
    public static final ColumnsConfig NONE =
            new ColumnsConfig(List.of(), List.of(), List.of(), Optional.empty(), List.of(), List.of());

    public ColumnsConfig {
        ignore = List.copyOf(ignore);
        categorical = List.copyOf(categorical);
        ids = List.copyOf(ids);
        Objects.requireNonNull(label, "label");
        predictions = List.copyOf(predictions);
        protectedAttributes = List.copyOf(protectedAttributes);
    }

    /** The roles said here, by column; any other column is a {@link ColumnRole#FEATURE}. */
    public Map<String, ColumnRole> roles() {
        Map<String, ColumnRole> roles = new LinkedHashMap<>();
        ids.forEach(column -> roles.put(column, ColumnRole.ID));
        label.ifPresent(column -> roles.put(column, ColumnRole.LABEL));
        predictions.forEach(column -> roles.put(column, ColumnRole.PREDICTION));
        protectedAttributes.forEach(column -> roles.put(column, ColumnRole.PROTECTED));
        return Ordered.copyOf(roles);
    }
}
