package io.lakewarden.jobs.source;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import io.lakewarden.spark.profile.SliceKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Attribute;

/**
 * Rows dealt out to folds by a hash of what they hold: the same rows are in the same folds however they are stored, and
 * equal rows in the same one. Maps have no hash and are left out of it.
 *
 * @param data the rows, each with the number of its fold in a column more
 * @param key the folds
 */
public record RowFolds(Dataset<Row> data, SliceKey key) {
    private static final long SEED = 0x464f_4c44L;

    /** So many folds. */
    public static RowFolds of(Dataset<Row> data, int folds) {
        List<Column> columns = new ArrayList<>();
        List<Column> hashed = new ArrayList<>(List.of(lit(SEED)));
        Set<String> names = new HashSet<>();
        for (Attribute attribute : Attributes.of(data)) {
            Column column = new Column(attribute);
            columns.add(column);
            names.add(attribute.name().toLowerCase(Locale.ROOT));
            if (!attribute.dataType().catalogString().contains("map<")) {
                hashed.add(column);
            }
        }
        String name = "fold";
        while (names.contains(name)) {
            name = name + "_";
        }
        columns.add(pmod(xxhash64(hashed.toArray(Column[]::new)), lit(folds)).as(name));
        List<String> numbers =
                IntStream.range(0, folds).mapToObj(Integer::toString).toList();
        return new RowFolds(data.select(columns.toArray(Column[]::new)), new SliceKey(name, numbers));
    }
}
