package io.lakewarden.outlier;

import io.lakewarden.outlier.ReferenceOutliers.Isolation;
import io.lakewarden.result.Figures;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says what is to be thought of the outliers of a window. */
public final class OutlierReview {
    /** The source of the findings. */
    public static final String SOURCE = "outliers";

    private static final String BURST = "near-duplicate-burst";

    /** Of more columns only their number is told. */
    private static final int MOST_NAMED = 5;

    private final ReferenceOutliers reference;
    private final OutlierPolicy policy;

    /** Holds windows against a reference. */
    public OutlierReview(ReferenceOutliers reference, OutlierPolicy policy) {
        this.reference = reference;
        this.policy = policy;
    }

    /** The rates of a window that has rows. */
    public List<OutlierRate> rates(OutlierTally tally) {
        List<OutlierRate> rates = new ArrayList<>();
        if (reference.support().columns().isEmpty()) {
            return rates;
        }
        rates.add(rate(tally, OutlierKind.SUPPORT, reference.support().aloneRows(), (double)
                reference.support().rows()));
        reference
                .isolation()
                .ifPresent(it -> rates.add(
                        rate(tally, OutlierKind.ISOLATION, it.heldOut() + 1.0 - it.rank(), it.heldOut() + 1)));
        if (reference.sampled() > 0) {
            rates.add(rate(tally, OutlierKind.FENCES, (double) reference.fenced(), (double) reference.sampled()));
        }
        return rates;
    }

    private OutlierRate rate(OutlierTally tally, OutlierKind kind, double outliers, double rows) {
        return OutlierRate.judged(kind, tally.rows(kind), tally.rows(), outliers, rows, policy);
    }

    /** The findings: one for each rate, and one for what could not be looked at. */
    public List<Finding> findings(OutlierTally tally) {
        if (reference.support().columns().isEmpty()) {
            return List.of(
                    finding(
                            "columns",
                            Status.SKIPPED,
                            "no column",
                            "columns of numbers or known categories",
                            "No outliers were looked for: no column of the reference has numbers, or categories that are all known."));
        }
        List<Finding> findings = new ArrayList<>();
        rates(tally).forEach(rate -> findings.add(finding(rate, tally)));
        if (policy.trees() > 0 && reference.isolation().isEmpty()) {
            findings.add(finding(
                    OutlierKind.ISOLATION.check(),
                    Status.SKIPPED,
                    reference.sampled() + " rows",
                    "at least " + ReferenceOutliers.LEAST_SAMPLE + " rows of the reference",
                    "Isolated rows were not looked for: the reference has " + reference.sampled()
                            + " rows, and at least " + ReferenceOutliers.LEAST_SAMPLE + " are needed."));
        }
        return findings;
    }

    private Finding finding(OutlierRate rate, OutlierTally tally) {
        String share = Figures.percent(rate.share().number().orElseThrow());
        String expected = Figures.percent(rate.expected());
        String counted = share + " of the rows (" + rate.outliers() + " of " + rate.rows() + ")";
        String sentence =
                switch (rate.kind()) {
                    case SUPPORT ->
                        counted + " lie outside what the reference has seen; of new rows of its kind at most "
                                + expected + " would" + mostBy(tally::outsideSupport) + ".";
                    case FENCES ->
                        counted + " have a number more than " + Figures.number(policy.fence())
                                + " interquartile ranges beyond the quartiles; " + expected + " had in the reference"
                                + mostBy(tally::outsideFences) + ".";
                    case ISOLATION -> counted + isolated(reference.isolation().orElseThrow());
                };
        return finding(rate.kind().check(), rate.status(), share, "about " + expected, sentence);
    }

    private static String isolated(Isolation isolation) {
        return " are more isolated than rows of the reference are; of its own kind "
                + Figures.percent(isolation.expected()) + " would be on average, with 95 % confidence at most "
                + Figures.percent(isolation.surely()) + ".";
    }

    private String mostBy(IntToLongFunction counts) {
        List<ColumnSupport> columns = reference.support().columns();
        return IntStream.range(0, columns.size())
                .filter(column -> counts.applyAsLong(column) > 0)
                .boxed()
                .max(Comparator.comparingLong((Integer column) -> counts.applyAsLong(column))
                        .thenComparing(Comparator.reverseOrder()))
                .map(column -> "; most by '" + columns.get(column).column() + "' (" + counts.applyAsLong(column) + ")")
                .orElse("");
    }

    /**
     * The finding about rows that are too much alike.
     *
     * @param alike the group of rows to tell of
     * @param blocks how many blocks were looked at
     */
    public Finding burst(RowGroup alike, BurstLimit limit, long blocks) {
        String natural = Figures.percent(limit.natural());
        String expected = "at most about " + natural;
        Status status = limit.judge(alike, blocks, policy);
        double share = (double) alike.rows() / alike.blockRows();
        String sentence = alike.rows() + " of the " + alike.blockRows() + " rows of " + alike.block()
                + " equal each other on a coarse grid" + but(alike.free()) + "; in the reference at most " + natural
                + " of the rows of such a time do";
        String outside = status == Status.PASS || alike.lookedAt() == 0
                ? "."
                : ". Of " + alike.lookedAt() + " of them " + alike.outside()
                        + " lie outside what the reference has seen: a client may be probing the model, or a sensor hangs.";
        return finding(BURST, status, Figures.percent(share), expected, sentence + outside);
    }

    private static String but(List<String> free) {
        if (free.isEmpty()) {
            return "";
        }
        return " in all columns but "
                + (free.size() > MOST_NAMED
                        ? Integer.toString(free.size())
                        : free.stream().map(it -> "'" + it + "'").collect(Collectors.joining(", ")));
    }

    /** The finding where hardly any rows are alike. */
    public Finding noBurst() {
        return finding(
                BURST,
                Status.PASS,
                "none",
                "no burst",
                "No burst of near-duplicates: nowhere are " + BurstLimit.LEAST_ROWS + " rows alike.");
    }

    /** The finding where bursts could not be looked for. */
    public static Finding burstsNotLookedFor(String reason) {
        return finding(
                BURST,
                Status.SKIPPED,
                "not looked at",
                "no burst",
                "Bursts of near-duplicates were not looked for: " + reason + ".");
    }

    /** The finding where nothing could be looked at. */
    public static Finding undecided(String reason) {
        return finding(
                "rows",
                Status.ERROR,
                "not looked at",
                "rows of the reference",
                "No outliers were looked for: " + reason + ".");
    }

    private static Finding finding(String check, Status status, String observed, String expected, String sentence) {
        return Finding.of(SOURCE, Finding.TABLE, check, status, observed, expected, sentence);
    }
}
