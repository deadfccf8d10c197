package io.lakewarden.report;

import io.lakewarden.result.Finding;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Everything that the report of one run says: the content of report.json. Lists keep their order; every field is always
 * written, so that an absent one is a defect of the file.
 *
 * @param formatVersion the version of this shape, {@link #FORMAT_VERSION}
 * @param header which monitor, window and run
 * @param verdict the outcome in one status and one sentence
 * @param inputs which data was held against which
 * @param findings every judged fact, worst first or in the order of judging
 * @param slices every slice: by key, that with the most rows first, the rest of each key last, where it has rows. They
 *     are in neither verdict nor findings
 * @param history the numbers that were held against earlier windows, in the order of the monitor
 * @param columns every column, in the order of the table
 * @param details how the run was done: binning, smoothing, versions, durations
 * @param notes sentences that help to read this report, such as what a season tag means
 * @param skew the window held against another source; absent where there is none, or where its rows were not read again
 * @param movedSlices the slices that moved most, furthest first
 * @param multivariate how the columns go together; absent where that was not asked for or not looked at again
 * @param outliers rows that are unlike those of the reference; absent where none were looked for
 * @param foundSlices slices that nobody named and that moved, furthest first; absent where none were looked for
 */
public record ReportDocument(
        int formatVersion,
        ReportHeader header,
        ReportVerdict verdict,
        ReportInputs inputs,
        List<Finding> findings,
        List<ReportSlice> slices,
        List<ReportHistory> history,
        List<ReportColumn> columns,
        List<NamedText> details,
        List<String> notes,
        Optional<ReportSkew> skew,
        List<ReportMovedSlice> movedSlices,
        Optional<ReportMultivariate> multivariate,
        Optional<ReportOutliers> outliers,
        Optional<List<ReportFoundSlice>> foundSlices) {
    /** The version that this code writes, and the only one that it reads. */
    public static final int FORMAT_VERSION = 4;

    public ReportDocument {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(inputs, "inputs");
        findings = List.copyOf(findings);
        slices = List.copyOf(slices);
        history = List.copyOf(history);
        columns = List.copyOf(columns);
        details = List.copyOf(details);
        notes = List.copyOf(notes);
        Objects.requireNonNull(skew, "skew");
        movedSlices = List.copyOf(movedSlices);
        Objects.requireNonNull(multivariate, "multivariate");
        Objects.requireNonNull(outliers, "outliers");
        foundSlices = foundSlices.map(List::copyOf);
    }

    /** A document of the current version, without what only some monitors ask for. */
    public ReportDocument(
            ReportHeader header,
            ReportVerdict verdict,
            ReportInputs inputs,
            List<Finding> findings,
            List<ReportSlice> slices,
            List<ReportColumn> columns,
            List<NamedText> details,
            List<String> notes) {
        this(
                FORMAT_VERSION,
                header,
                verdict,
                inputs,
                findings,
                slices,
                List.of(),
                columns,
                details,
                notes,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same document with what was held against earlier windows. */
    public ReportDocument withHistory(List<ReportHistory> held) {
        return changed(parts -> parts.history = held);
    }

    /** The same document with what another source tells of the window. */
    public ReportDocument withSkew(Optional<ReportSkew> other) {
        return changed(parts -> parts.skew = other);
    }

    /** The same document with the slices that moved most. */
    public ReportDocument withMovedSlices(List<ReportMovedSlice> most) {
        return changed(parts -> parts.movedSlices = most);
    }

    /** The same document with how the columns go together. */
    public ReportDocument withMultivariate(Optional<ReportMultivariate> together) {
        return changed(parts -> parts.multivariate = together);
    }

    /** The same document with the rows that are unlike those of the reference. */
    public ReportDocument withOutliers(Optional<ReportOutliers> found) {
        return changed(parts -> parts.outliers = found);
    }

    /** The same document with slices that nobody named. */
    public ReportDocument withFoundSlices(Optional<List<ReportFoundSlice>> found) {
        return changed(parts -> parts.foundSlices = found);
    }

    private ReportDocument changed(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return new ReportDocument(
                formatVersion,
                header,
                verdict,
                inputs,
                findings,
                slices,
                parts.history,
                columns,
                details,
                notes,
                parts.skew,
                parts.movedSlices,
                parts.multivariate,
                parts.outliers,
                parts.foundSlices);
    }

    /** What only some monitors ask for, open to change while a document is put together. */
    private static final class Parts {
        private List<ReportHistory> history;
        private Optional<ReportSkew> skew;
        private List<ReportMovedSlice> movedSlices;
        private Optional<ReportMultivariate> multivariate;
        private Optional<ReportOutliers> outliers;
        private Optional<List<ReportFoundSlice>> foundSlices;

        private Parts(ReportDocument document) {
            history = document.history;
            skew = document.skew;
            movedSlices = document.movedSlices;
            multivariate = document.multivariate;
            outliers = document.outliers;
            foundSlices = document.foundSlices;
        }
    }
}
