package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.OutliersConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.outlier.BurstLimit;
import io.lakewarden.outlier.ColumnSupport;
import io.lakewarden.outlier.OutlierExample;
import io.lakewarden.outlier.OutlierPolicy;
import io.lakewarden.outlier.OutlierReview;
import io.lakewarden.outlier.OutlierTally;
import io.lakewarden.outlier.ReferenceOutliers;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.report.NamedText;
import io.lakewarden.report.ReportOutliers;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Window;
import io.lakewarden.spark.outlier.BurstBlock;
import io.lakewarden.spark.outlier.NearDuplicates;
import io.lakewarden.spark.outlier.OutlierScan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Holds the rows of windows against those of the pinned reference, where the monitor asks for it. The reference's rows are
 * read when the first window needs them, once for all windows of a command.
 */
final class WindowOutliers implements RowCheck {
    /** Longer texts are cut where they are shown. */
    private static final int LONGEST_SHOWN = 100;

    private final MonitorConfig config;
    private final MonitorRows rows;
    private final Supplier<MonitorRows> referenceRows;
    private final PinnedReference pinned;
    private Optional<Learned> learned = Optional.empty();

    WindowOutliers(
            MonitorConfig config, MonitorRows rows, Supplier<MonitorRows> referenceRows, PinnedReference pinned) {
        this.config = config;
        this.rows = rows;
        this.referenceRows = referenceRows;
        this.pinned = pinned;
    }

    /**
     * What was found in a window.
     *
     * @param findings as they may be stored
     * @param shown what the report shows; empty where nothing could be looked at
     */
    private record Found(List<Finding> findings, Optional<ReportOutliers> shown) {}

    /** What the reference is like; the limits are empty where no bursts are looked for, or it has too few rows at a time. */
    private record Learned(ReferenceOutliers reference, NearDuplicates duplicates, List<BurstLimit> limits) {}

    @Override
    public Judgement judge(Window window, Judgement judgement) {
        Found found = found(window, config.outliers().orElseThrow());
        return judgement.withOutliers(found.shown(), found.findings());
    }

    private Found found(Window window, OutliersConfig outliers) {
        try {
            return judge(window, outliers, learned(outliers));
        } catch (UserException e) {
            Finding undecided =
                    OutlierReview.undecided("the reference's rows cannot be read any more (" + e.getMessage() + ")");
            return new Found(List.of(rows.masked(undecided)), Optional.empty());
        }
    }

    private Learned learned(OutliersConfig outliers) {
        if (learned.isEmpty()) {
            learned = Optional.of(learn(outliers));
        }
        return learned.get();
    }

    private Learned learn(OutliersConfig outliers) {
        MonitorRows before = referenceRows.get();
        Optional<Window> range = FoldProfiles.range(config);
        Dataset<Row> all = range.map(before::of).orElseGet(before::all);
        DatasetProfile profile = pinned.whole();
        ReferenceOutliers reference = OutlierScan.learn(all, profile, columns(outliers, profile), outliers.policy());
        BurstBlock block = rows.timeColumn().isPresent()
                ? range.map(it -> BurstBlock.of(profile.rows(), it)).orElse(BurstBlock.WHOLE)
                : BurstBlock.WHOLE;
        NearDuplicates duplicates = new NearDuplicates(reference, rows.timeColumn(), block);
        boolean bursts = outliers.policy().bursts()
                && !rows.isSample()
                && !reference.support().columns().isEmpty();
        return new Learned(reference, duplicates, bursts ? duplicates.limits(all) : List.of());
    }

    private List<String> columns(OutliersConfig outliers, DatasetProfile profile) {
        Map<String, ColumnRole> roles = config.roles();
        List<String> inputs = profile.columns().keySet().stream()
                .filter(column -> roles.getOrDefault(column, ColumnRole.FEATURE) == ColumnRole.FEATURE
                        || roles.get(column) == ColumnRole.PROTECTED)
                .toList();
        return (outliers.columns().isEmpty() ? inputs : outliers.columns())
                .stream().filter(column -> !outliers.ignore().contains(column)).toList();
    }

    private Found judge(Window window, OutliersConfig outliers, Learned known) {
        OutlierPolicy policy = outliers.policy();
        ReferenceOutliers reference = known.reference();
        OutlierReview review = new OutlierReview(reference, policy);
        Dataset<Row> data = rows.of(window);
        List<String> names = names();
        OutlierTally tally = OutlierScan.tally(data, reference, names, policy.examples());
        List<Finding> findings = new ArrayList<>(review.findings(tally));
        if (policy.bursts() && !reference.support().columns().isEmpty()) {
            findings.add(burst(data, known, review, policy));
        }
        ReportOutliers shown = new ReportOutliers(
                review.rates(tally).stream()
                        .map(rate -> new ReportOutliers.Rate(
                                rate.kind().check(),
                                rate.status(),
                                rate.outliers(),
                                rate.rows(),
                                rate.share(),
                                rate.expected()))
                        .toList(),
                byColumn(reference, tally),
                tally.examples().stream().map(it -> example(it, names)).toList(),
                reference.support().without().stream().map(this::shown).toList());
        return new Found(findings.stream().map(rows::masked).toList(), Optional.of(shown));
    }

    private Finding burst(Dataset<Row> data, Learned known, OutlierReview review, OutlierPolicy policy) {
        if (rows.isSample()) {
            return OutlierReview.burstsNotLookedFor("in a sample of the rows, groups are smaller than they are");
        }
        if (known.limits().isEmpty()) {
            return OutlierReview.burstsNotLookedFor(
                    "nowhere has the reference " + BurstLimit.LEAST_BLOCK + " rows to say how much alike rows are");
        }
        return known.duplicates()
                .find(data, known.limits(), policy)
                .map(found -> review.burst(found.group(), found.limit(), found.blocks()))
                .orElseGet(review::noBurst);
    }

    private List<ReportOutliers.Column> byColumn(ReferenceOutliers reference, OutlierTally tally) {
        List<ColumnSupport> columns = reference.support().columns();
        return IntStream.range(0, columns.size())
                .mapToObj(column -> new ReportOutliers.Column(
                        shown(columns.get(column).column()),
                        columns.get(column).seen(),
                        tally.outsideSupport(column),
                        tally.outsideFences(column)))
                .filter(column -> column.outside() + column.beyondFences() > 0)
                .sorted(Comparator.comparingLong(column -> -Math.max(column.outside(), column.beyondFences())))
                .toList();
    }

    /** What names a row. */
    private List<String> names() {
        List<String> names = new ArrayList<>(config.columns().ids());
        rows.timeColumn().ifPresent(names::add);
        return names;
    }

    private ReportOutliers.Example example(OutlierExample example, List<String> names) {
        return new ReportOutliers.Example(
                example.kind().check(),
                IntStream.range(0, names.size())
                        .filter(name -> !example.identity().get(name).isEmpty())
                        .mapToObj(name -> new NamedText(
                                shown(names.get(name)), shown(example.identity().get(name))))
                        .toList(),
                example.reasons().stream()
                        .map(reason -> new ReportOutliers.Reason(
                                shown(reason.column()), shown(reason.value()), shown(reason.limit())))
                        .toList());
    }

    /** A text of data as it may stand in a file: free of secrets, and only then cut, so that no part of one is left. */
    private String shown(String text) {
        String masked = config.secrets().mask(text);
        return masked.codePointCount(0, masked.length()) <= LONGEST_SHOWN
                ? masked
                : masked.substring(0, masked.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
    }

    @Override
    public boolean isAsked() {
        return config.outliers().isPresent();
    }

    @Override
    public String activity() {
        return "looking for outliers";
    }

    @Override
    public boolean made(Finding finding) {
        return finding.source().equals(OutlierReview.SOURCE);
    }
}
