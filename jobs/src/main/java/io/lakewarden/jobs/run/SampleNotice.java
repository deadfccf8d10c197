package io.lakewarden.jobs.run;

import io.lakewarden.jobs.source.RowSample;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.math.BigDecimal;
import java.util.Locale;

/** Says of a result that it describes a sample, and what that costs. */
final class SampleNotice {
    /** The chance that the bound does not hold. */
    private static final double RISK = 0.01;

    private SampleNotice() {}

    /** The share in words, such as {@code 1 % sample}. */
    static String name(RowSample sample) {
        return percent(sample) + " % sample";
    }

    /** One sentence for the head of a report. */
    static String sentence(RowSample sample, long rows) {
        return String.format(
                Locale.ROOT,
                "Only a random %s was read: %,d rows. Counts, extremes and distinct values are those of the sample, not of"
                        + " the window.%s",
                name(sample),
                rows,
                bound(rows));
    }

    /**
     * The bound of Dvoretzky, Kiefer and Wolfowitz with Massart's constant: with confidence 1 − r no share of rows below
     * any value is off by more than √(ln(2/r) / 2n).
     */
    private static String bound(long rows) {
        return rows == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        " A rank or share of rows is off by up to %.2g percentage points more than it says, at 99 %%"
                                + " confidence for each column (more where it has nulls).",
                        100 * Math.min(1, Math.sqrt(Math.log(2 / RISK) / (2.0 * rows))));
    }

    /** The finding that stands in every result. */
    static Finding finding(RowSample sample, long rows) {
        return Finding.of(
                "sampling", Finding.TABLE, "share", Status.WARN, name(sample), "every row", sentence(sample, rows));
    }

    private static String percent(RowSample sample) {
        return BigDecimal.valueOf(sample.share())
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }
}
