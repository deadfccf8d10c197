package io.lakewarden.jobs.run;

import io.lakewarden.drift.Scorecard;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.profile.ColumnSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a monitor that have a scorecard, whose bins are given instead of frozen. */
final class ScorecardColumns {
    private ScorecardColumns() {}

    /** Refuses scorecards that do not suit the reference's columns, before it is profiled. */
    static void require(MonitorConfig config, MonitorRows reference) {
        List<String> problems = new ArrayList<>();
        for (ColumnSpec column : reference.columns()) {
            Optional.ofNullable(config.drift().scorecards().get(column.name()))
                    .filter(scorecard -> !scorecard.suits(column.kind()))
                    .ifPresent(scorecard -> problems.add("drift.scorecards: column '" + column.name() + "' is "
                            + column.type() + " and read as "
                            + column.kind().name().toLowerCase(Locale.ROOT) + ", but "
                            + (scorecard instanceof Scorecard.Bands
                                    ? "bands are of numbers; give points by attribute"
                                    : "points by attribute are of texts and truth values; give bands, or name it under"
                                            + " columns.categorical")));
        }
        if (!problems.isEmpty()) {
            throw new UserException(String.join("\n", problems));
        }
    }

    /** What tells the bins that scorecards give from others, points aside; nothing where there are none. */
    static List<String> identity(MonitorConfig config) {
        List<String> parts = new ArrayList<>();
        config.drift().scorecards().forEach((column, scorecard) -> {
            parts.add("scorecard");
            parts.add(column);
            if (scorecard instanceof Scorecard.Bands bands) {
                parts.add(bands.bounds().toString());
            } else if (scorecard instanceof Scorecard.Attributes attributes) {
                parts.add(attributes.points().size() + " attributes");
                parts.addAll(attributes.points().keySet());
            }
        });
        return parts;
    }
}
