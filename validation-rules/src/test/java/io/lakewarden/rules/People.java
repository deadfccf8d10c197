package io.lakewarden.rules;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Window;
import io.lakewarden.rules.check.RuleData;
import io.lakewarden.spark.profile.WholeProfile;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Ten rows about people, each column of which is right or wrong in its own way. */
final class People {
    static final Window JANUARY = Window.parse("2026-01-01/2026-01-11");
    static final String HOSTILE = "a.`b` 😀 select";

    private static final StructType SCHEMA = new StructType()
            .add("id", DataTypes.LongType)
            .add("pair", DataTypes.IntegerType)
            .add("age", DataTypes.IntegerType)
            .add("income", DataTypes.DoubleType)
            .add("spotty", DataTypes.DoubleType)
            .add("email", DataTypes.StringType)
            .add("country", DataTypes.StringType)
            .add("code", DataTypes.StringType)
            .add("nothing", DataTypes.StringType)
            .add("joined", DataTypes.DateType)
            .add("left", DataTypes.DateType)
            .add("at", DataTypes.TimestampType)
            .add(HOSTILE, DataTypes.IntegerType);

    private People() {}

    static Dataset<Row> in(SparkSession session) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            LocalDate day = LocalDate.of(2026, 1, 1).plusDays(i);
            rows.add(RowFactory.create(
                    (long) i,
                    i / 2,
                    20 + i,
                    1000.0 * (i + 1),
                    i == 7 ? Double.NaN : Double.valueOf(i),
                    i == 9 ? "nobody" : "person" + i + "@example.com",
                    i % 3 == 0 ? "DE" : "FR",
                    i == 5 ? "12.5" : Integer.toString(i),
                    null,
                    Date.valueOf(day),
                    i == 4 ? null : Date.valueOf(i == 3 ? day.minusDays(1) : day.plusDays(1)),
                    Timestamp.from(Instant.parse("2026-01-0" + (i / 2 + 1) + "T12:00:00Z")),
                    i));
        }
        return session.createDataFrame(rows, SCHEMA).coalesce(1);
    }

    /** One rule in YAML's short form, without the outer braces. */
    static List<Rule> rules(String... rules) {
        StringBuilder text = new StringBuilder("rules:\n");
        for (String rule : rules) {
            text.append("  - {").append(rule).append("}\n");
        }
        return RuleText.read(Path.of("rules.yaml").toAbsolutePath(), text.toString());
    }

    static RuleData data(Dataset<Row> rows) {
        return data(rows, Optional.empty());
    }

    static RuleData data(Dataset<Row> rows, Optional<DatasetProfile> reference) {
        return new RuleData(
                rows,
                JANUARY.end(),
                (path, format) -> rows.sparkSession().read().format(format).load(path),
                reference);
    }

    static List<Finding> findings(Dataset<Row> rows, String... rules) {
        return new RuleVerification(data(rows), Optional.empty()).findings(rules(rules));
    }

    static DatasetProfile profile(Dataset<Row> rows) {
        return WholeProfile.of(rows, JANUARY);
    }
}
