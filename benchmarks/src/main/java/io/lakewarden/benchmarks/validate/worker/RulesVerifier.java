package io.lakewarden.benchmarks.validate.worker;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Window;
import io.lakewarden.rules.Rules;
import io.lakewarden.spark.profile.DatasetColumns;
import io.lakewarden.spark.profile.DatasetProfiler;
import io.lakewarden.spark.profile.ProfileGroups;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Lakewarden's rules as a library. */
final class RulesVerifier implements Verifier {
    private static final Window LABEL = Window.ofDay(LocalDate.of(2024, 1, 1));

    private final SparkSession session;
    private final Path table;
    private final Path rules;
    private final Optional<DatasetProfile> profile;

    private RulesVerifier(SparkSession session, Path table, Path rules, Optional<DatasetProfile> profile) {
        this.session = session;
        this.table = table;
        this.rules = rules;
        this.profile = profile;
    }

    /** Nothing is known of the rows. */
    static RulesVerifier alone(SparkSession session, Path table, Path folder) {
        return new RulesVerifier(session, table, RuleFile.in(folder), Optional.empty());
    }

    /** The profile of the rows stands already. */
    static RulesVerifier standing(SparkSession session, Path table, Path folder) {
        Dataset<Row> rows = session.read().parquet(table.toString());
        DatasetProfile profile = DatasetProfiler.profile(
                        rows,
                        DatasetColumns.of(rows.schema(), Set.of(), Set.of()),
                        ProfileGroups.all(LABEL, ProfileDetail.FULL))
                .profiles()
                .get(0);
        return new RulesVerifier(session, table, RuleFile.in(folder), Optional.of(profile));
    }

    @Override
    public SortedMap<String, Boolean> verify() {
        Rules all = Rules.on(session.read().parquet(table.toString())).from(rules);
        profile.ifPresent(all::knowing);
        return Verdicts.of(all.verify().findings());
    }
}
