package io.lakewarden.jobs.run;

import io.lakewarden.drift.ColumnDrift;
import io.lakewarden.drift.DatasetDrift;
import io.lakewarden.result.Figures;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.Status;
import io.lakewarden.spark.skew.FeatureSkew;
import io.lakewarden.spark.skew.JoinedRows;
import io.lakewarden.spark.skew.RowSkew;
import io.lakewarden.spark.skew.SkewLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is to be thought of two sources that should tell the same. */
final class SkewFindings {
    /** The source of all these findings. */
    static final String SOURCE = "skew";

    private SkewFindings() {}

    static Finding table(String check, Status status, String observed, String expected, String sentence) {
        return Finding.of(SOURCE, Finding.TABLE, check, status, observed, expected, sentence);
    }

    /** A finding on drift against the reference, said of the other source. */
    static List<Finding> ofDistributions(DatasetDrift drift) {
        Stream<Finding> tooFewRows = drift.findings().stream()
                .filter(finding -> finding.column().equals(Finding.TABLE) && finding.status() == Status.ERROR);
        return Stream.concat(
                        tooFewRows,
                        drift.columns().stream().map(ColumnDrift::findings).flatMap(List::stream))
                .map(SkewFindings::ofOtherSource)
                .toList();
    }

    private static Finding ofOtherSource(Finding finding) {
        String check = finding.key().substring(finding.source().length());
        return new Finding(
                SOURCE + check,
                SOURCE,
                finding.column(),
                finding.status(),
                finding.observed(),
                finding.expected(),
                "With the other source as reference: " + finding.sentence());
    }

    /** A column that one side lacks cannot be compared, which is as much skew as another value. */
    static Finding oneSided(String column, boolean there) {
        return Finding.of(
                SOURCE,
                column,
                "present",
                Status.WARN,
                there ? "only in the other source" : "not in the other source",
                "in both sources",
                there
                        ? "The other source has the column '" + column + "', which the watched rows lack."
                        : "The other source lacks the column '" + column + "'.");
    }

    /** How the rows found each other. Nothing is judged where too few did. */
    static Finding ofJoin(RowSkew skew, List<String> key, long leastPairs) {
        JoinedRows rows = skew.rows();
        boolean enough = rows.joined() >= leastPairs;
        String names = key.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        List<String> leftOut = Stream.of(
                        counted(rows.onlyHere(), "watched", "have no counterpart", "has no counterpart"),
                        counted(rows.onlyThere(), "other", "have none here", "has none here"),
                        repeated(rows.repeatedHere(), rows.repeatedThere()),
                        keyless(rows.keylessHere(), rows.keylessThere()),
                        skew.incomparable().isEmpty()
                                ? null
                                : "not compared: " + String.join(", ", skew.incomparable()))
                .filter(Objects::nonNull)
                .toList();
        return table(
                "join",
                enough ? Status.PASS : Status.ERROR,
                rows.joined() + " of " + rows.here() + " rows",
                "at least " + leastPairs + " joined rows",
                rows.joined() + " of " + rows.here() + " watched rows and of " + rows.there()
                        + " rows of the other source were joined by " + names
                        + (leftOut.isEmpty() ? "" : "; " + String.join("; ", leftOut)) + "."
                        + (enough ? "" : " That is too few to judge how often values differ."));
    }

    private static String counted(long rows, String whose, String many, String one) {
        return rows == 0 ? null : rows + " " + whose + (rows == 1 ? " row " + one : " rows " + many);
    }

    private static String repeated(long here, long there) {
        return here + there == 0
                ? null
                : "left out because their key stands more than once on a side: " + here + " watched and " + there
                        + " other rows";
    }

    private static String keyless(long here, long there) {
        return here + there == 0 ? null : "without a key: " + here + " watched and " + there + " other rows";
    }

    /** How often the values of a column differ, judged by the least that Wilson's interval leaves possible. */
    static Finding ofFeature(FeatureSkew feature, SkewLimits limits) {
        Known rate = (Known) feature.mismatchRate();
        Status status = rate.lower() >= limits.fail() && feature.mismatches() > 0
                ? Status.FAIL
                : rate.lower() >= limits.warn() && feature.mismatches() > 0 ? Status.WARN : Status.PASS;
        return Finding.of(
                SOURCE,
                feature.column(),
                "mismatch",
                status,
                Figures.percent(rate.value()),
                "below " + Figures.percent(limits.warn()) + ", fails from " + Figures.percent(limits.fail()),
                sentence(feature, rate));
    }

    private static String sentence(FeatureSkew feature, Known rate) {
        String name = "'" + feature.column() + "'";
        if (feature.mismatches() == 0) {
            return name + " is the same in all " + feature.joined() + " joined rows.";
        }
        List<String> kinds = new ArrayList<>();
        if (feature.different() > 0) {
            kinds.add(feature.different() + " have different values");
        }
        if (feature.missingThere() > 0) {
            kinds.add(feature.missingThere() + " have none in the other source");
        }
        if (feature.missingHere() > 0) {
            kinds.add(feature.missingHere() + " have none here");
        }
        return name + " differs in " + feature.mismatches() + " of " + feature.joined() + " joined rows ("
                + Figures.percent(rate.value()) + ", " + Figures.percent(rate.lower()) + " to "
                + Figures.percent(rate.upper()) + " at 95 %): " + String.join(", ", kinds)
                + feature.example()
                        .map(pair -> "; such as key " + pair.key() + ": " + pair.there() + " there, " + pair.here()
                                + " here")
                        .orElse("")
                + ".";
    }
}
