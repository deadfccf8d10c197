package io.lakewarden.jobs.config;

import io.lakewarden.spark.skew.SkewLimits;
import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Section;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@link SkewConfig}. */
final class SkewReader {
    private static final String SHARE = "a number from 0 to 1";

    private SkewReader() {}

    static SkewConfig read(Section skew) {
        RowSelection selection = RowSelectionReader.read(skew);
        if (Stream.of("path", "table", "query", "where")
                .allMatch(name -> skew.field(name).isEmpty())) {
            skew.problem("skew lacks 'path' or 'where': which rows the windows are held against");
        }
        Optional<Field> keyField = skew.field("key");
        List<String> key = keyField.map(it -> it.texts("the path of a column")).orElse(List.of());
        keyField.filter(it -> it.isList() && it.items().isEmpty())
                .ifPresent(it ->
                        it.problem("skew.key is an empty list; expected the columns that name a row in both sources"));
        double tolerance = share(skew, "tolerance", SkewLimits.DEFAULTS.tolerance());
        double warn = share(skew, "warn", SkewLimits.DEFAULTS.warn());
        double fail = share(skew, "fail", Math.max(warn, SkewLimits.DEFAULTS.fail()));
        if (warn > fail) {
            skew.problem(
                    "skew.warn is " + warn + ", above skew.fail, which is " + fail + "; expected the other way round");
        }
        if (keyField.isEmpty()) {
            Stream.of("tolerance", "warn", "fail")
                    .flatMap(name -> skew.field(name).stream())
                    .forEach(it ->
                            it.problem(it.path() + " is about rows that are joined, but skew has no key; add it"));
        }
        skew.close();
        return new SkewConfig(selection, key, new SkewLimits(tolerance, Math.min(warn, fail), fail));
    }

    private static double share(Section skew, String key, double otherwise) {
        return skew.field(key).flatMap(it -> it.number(0, 1, SHARE)).orElse(otherwise);
    }
}
