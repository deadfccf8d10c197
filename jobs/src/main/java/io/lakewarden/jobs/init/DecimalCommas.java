package io.lakewarden.jobs.init;

import io.lakewarden.jobs.source.DecimalComma;
import java.util.List;
import java.util.Set;

/** Finds out whether a file writes its numbers with a comma in front of the decimals. */
final class DecimalCommas {
    private DecimalCommas() {}

    /** Whether some columns hold such numbers, and none holds numbers with a decimal point. */
    static boolean areUsed(List<SampledColumn> columns) {
        boolean used = false;
        for (SampledColumn column : columns) {
            Set<String> values = NullWords.without(column.counts()).keySet();
            if (areNumbers(values)) {
                used |= values.stream().anyMatch(text -> text.contains(","));
            } else if (!values.isEmpty() && values.stream().allMatch(Cells::isNumber)) {
                return false;
            }
        }
        return used;
    }

    /** The column with decimal points, where all its values are such numbers; what stands for none stays as it is. */
    static SampledColumn withPoints(SampledColumn column) {
        if (!areNumbers(NullWords.without(column.counts()).keySet())) {
            return column;
        }
        return new SampledColumn(
                column.name(),
                column.path(),
                column.storedType(),
                column.texts().stream()
                        .map(text -> DecimalComma.isNumber(text.trim()) ? DecimalComma.withPoint(text.trim()) : text)
                        .toList());
    }

    private static boolean areNumbers(Set<String> values) {
        return !values.isEmpty() && values.stream().allMatch(DecimalComma::isNumber);
    }
}
