package io.lakewarden.jobs.config;

import io.lakewarden.yaml.EnumNames;
import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Section;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Reads {@link SourceConfig}. */
final class SourceReader {
    private SourceReader() {}

    static Optional<SourceConfig> read(Section source) {
        Optional<SourceFormat> format = source.required("format", "one of csv, json, parquet, delta, jdbc")
                .flatMap(it -> it.choice(SourceFormat.class));
        boolean database = format.equals(Optional.of(SourceFormat.JDBC));
        List<String> paths = database
                ? List.of()
                : RowSelectionReader.paths(source.required("path", "a path or URI, or a list of them"));
        Optional<JdbcConfig> jdbc = database ? JdbcReader.read(source) : Optional.empty();
        Optional<Field> versionField = source.field("version");
        OptionalLong version = versionField
                .flatMap(it -> it.integer(0, Long.MAX_VALUE))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
        Optional<String> where = source.field("where").flatMap(it -> it.text("a Spark SQL predicate"));
        Optional<Field> optionsField = source.field("options");
        CsvOptions options = optionsField
                .flatMap(it -> it.section("keys such as header and separator"))
                .map(it -> format.equals(Optional.of(SourceFormat.JSON)) ? jsonOptions(it) : options(it))
                .orElse(CsvOptions.DEFAULTS);
        Optional<Field> typesField = source.field("types");
        Map<String, String> types = typesField
                .flatMap(it -> it.section("Spark SQL types by column, such as dteday: date"))
                .map(SourceReader::types)
                .orElse(Map.of());
        Map<String, List<String>> nullValues = source.field("null_values")
                .flatMap(it -> it.section("values by column, such as temperature: -200"))
                .map(SourceReader::nullValues)
                .orElse(Map.of());

        format.ifPresent(it -> {
            if (it == SourceFormat.JDBC) {
                source.field("path")
                        .ifPresent(path -> path.problem(
                                "source.path leads to files, but source.format is jdbc; expected" + " url and table"));
            }
            JdbcReader.KEYS.forEach(key -> only(List.of(SourceFormat.JDBC), it, source.field(key)));
            only(List.of(SourceFormat.DELTA), it, versionField);
            only(List.of(SourceFormat.CSV, SourceFormat.JSON), it, optionsField);
            only(List.of(SourceFormat.CSV, SourceFormat.JSON), it, typesField);
        });
        source.close();
        return format.filter(it -> it != SourceFormat.JDBC || jdbc.isPresent())
                .map(it -> new SourceConfig(it, paths, version, where, options, types, nullValues, jdbc));
    }

    private static void only(List<SourceFormat> meant, SourceFormat format, Optional<Field> field) {
        if (!meant.contains(format)) {
            String names = meant.stream().map(EnumNames::of).collect(Collectors.joining(" and "));
            field.ifPresent(it -> it.problem(it.path() + " is for the format" + (meant.size() > 1 ? "s " : " ") + names
                    + " only, but source.format is " + EnumNames.of(format)));
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
                .map(field -> rawTexts(field, "a text that means no value, such as \"NA\""))
                .orElse(defaults.nullValues());
        Charset encoding = options.field("encoding")
                .flatMap(it -> it.parsed("a character set such as UTF-8", SourceReader::charset))
                .orElse(defaults.encoding());
        BadRows badRows = badRows(options);
        boolean decimalComma = options.field("decimal")
                .flatMap(it -> it.parsed("\".\" or \",\"", SourceReader::isComma))
                .orElse(defaults.decimalComma());
        boolean multiline = options.field("multiline").flatMap(Field::truth).orElse(defaults.multiline());
        options.close();
        return new CsvOptions(header, separator, nullValues, encoding, badRows, decimalComma, multiline);
    }

    /** JSON is UTF-8, and names its values. */
    private static CsvOptions jsonOptions(Section options) {
        BadRows badRows = badRows(options);
        options.close();
        return CsvOptions.DEFAULTS.with(badRows);
    }

    private static BadRows badRows(Section options) {
        return options.field("bad_rows").flatMap(it -> it.choice(BadRows.class)).orElse(CsvOptions.DEFAULTS.badRows());
    }

    private static boolean isComma(String text) {
        if (!text.equals(".") && !text.equals(",")) {
            throw new IllegalArgumentException(
                    "'" + text + "' stands in front of no decimals; expected \".\" or \",\"");
        }
        return text.equals(",");
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

    private static Map<String, List<String>> nullValues(Section columns) {
        Map<String, List<String>> byColumn = new LinkedHashMap<>();
        columns.entries()
                .forEach((column, field) ->
                        byColumn.put(column, rawTexts(field, "a value that means no value, such as -200")));
        return byColumn;
    }

    private static List<String> rawTexts(Field field, String expected) {
        return field.items().stream()
                .flatMap(it -> it.rawText(expected).stream())
                .toList();
    }
}
