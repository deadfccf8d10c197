package io.lakewarden.jobs.config;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads {@link SourceConfig}. */
final class SourceReader {
    private SourceReader() {}

    static Optional<SourceConfig> read(Section source) {
        Optional<SourceFormat> format =
                source.required("format", "one of csv, parquet, delta").flatMap(it -> it.choice(SourceFormat.class));
        List<String> paths = RowSelectionReader.paths(source.required("path", "a path or URI, or a list of them"));
        Optional<Field> versionField = source.field("version");
        OptionalLong version = versionField
                .flatMap(it -> it.integer(0, Long.MAX_VALUE))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
        Optional<String> where = source.field("where").flatMap(it -> it.text("a Spark SQL predicate"));
        Optional<Field> optionsField = source.field("options");
        CsvOptions options = optionsField
                .flatMap(it -> it.section("keys such as header and separator"))
                .map(SourceReader::options)
                .orElse(CsvOptions.DEFAULTS);
        Optional<Field> typesField = source.field("types");
        Map<String, String> types = typesField
                .flatMap(it -> it.section("Spark SQL types by column, such as dteday: date"))
                .map(SourceReader::types)
                .orElse(Map.of());
        source.close();

        format.ifPresent(it -> {
            only(SourceFormat.DELTA, it, versionField);
            only(SourceFormat.CSV, it, optionsField);
            only(SourceFormat.CSV, it, typesField);
        });
        return format.map(it -> new SourceConfig(it, paths, version, where, options, types));
    }

    private static void only(SourceFormat meant, SourceFormat format, Optional<Field> field) {
        if (format != meant) {
            field.ifPresent(it -> it.problem(it.path() + " is for the format " + Names.of(meant)
                    + " only, but source.format is " + Names.of(format)));
        }
    }

    private static CsvOptions options(Section options) {
        CsvOptions defaults = CsvOptions.DEFAULTS;
        boolean header = options.field("header").flatMap(Field::truth).orElse(defaults.header());
        String separator = options.field("separator")
                .flatMap(it -> it.rawText("what stands between two values, such as \",\""))
                .filter(it -> !it.isEmpty())
                .orElse(defaults.separator());
        List<String> nullValues = options.field("null_values")
                .map(field -> field.items().stream()
                        .flatMap(it -> it.rawText("a text that means no value, such as \"NA\"").stream())
                        .toList())
                .orElse(defaults.nullValues());
        Charset encoding = options.field("encoding")
                .flatMap(it -> it.parsed("a character set such as UTF-8", SourceReader::charset))
                .orElse(defaults.encoding());
        BadRows badRows = options.field("bad_rows")
                .flatMap(it -> it.choice(BadRows.class))
                .orElse(defaults.badRows());
        options.close();
        return new CsvOptions(header, separator, nullValues, encoding, badRows);
    }

    private static Charset charset(String text) {
        try {
            return Charset.forName(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no character set known here; expected one such as UTF-8 or ISO-8859-1", e);
        }
    }

    private static Map<String, String> types(Section types) {
        Map<String, String> byColumn = new LinkedHashMap<>();
        types.entries().forEach((column, field) -> field.parsed("a Spark SQL type", SparkTypes::check)
                .ifPresent(type -> byColumn.put(column, type)));
        return byColumn;
    }
}
