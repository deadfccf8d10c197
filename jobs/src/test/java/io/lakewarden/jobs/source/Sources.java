package io.lakewarden.jobs.source;

import io.lakewarden.jobs.config.BadRows;
import io.lakewarden.jobs.config.CsvOptions;
import io.lakewarden.jobs.config.SourceConfig;
import io.lakewarden.jobs.config.SourceFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Short forms of configured sources. */
final class Sources {
    private Sources() {}

    static SourceConfig csv(Path path, String... namesAndTypes) {
        return csv(CsvOptions.DEFAULTS, path, namesAndTypes);
    }

    static SourceConfig csv(CsvOptions options, Path path, String... namesAndTypes) {
        Map<String, String> types = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            types.put(namesAndTypes[i], namesAndTypes[i + 1]);
        }
        return new SourceConfig(
                SourceFormat.CSV,
                List.of(path.toString()),
                OptionalLong.empty(),
                Optional.empty(),
                options,
                types,
                Map.of(),
                Optional.empty());
    }

    static SourceConfig json(BadRows badRows, Path path, String... namesAndTypes) {
        SourceConfig types = csv(path, namesAndTypes);
        return new SourceConfig(
                SourceFormat.JSON,
                types.paths(),
                types.version(),
                types.where(),
                CsvOptions.DEFAULTS.with(badRows),
                types.types(),
                Map.of(),
                Optional.empty());
    }

    static SourceConfig stored(SourceFormat format, Path... paths) {
        return new SourceConfig(
                format,
                List.of(paths).stream().map(Path::toString).toList(),
                OptionalLong.empty(),
                Optional.empty(),
                CsvOptions.DEFAULTS,
                Map.of(),
                Map.of(),
                Optional.empty());
    }

    static SourceConfig version(SourceConfig source, long version) {
        return new SourceConfig(
                source.format(),
                source.paths(),
                OptionalLong.of(version),
                source.where(),
                source.options(),
                source.types(),
                source.nullValues(),
                source.jdbc());
    }

    static SourceConfig where(SourceConfig source, String predicate) {
        return new SourceConfig(
                source.format(),
                source.paths(),
                source.version(),
                Optional.of(predicate),
                source.options(),
                source.types(),
                source.nullValues(),
                source.jdbc());
    }

    static SourceConfig nullValues(SourceConfig source, Map<String, List<String>> byColumn) {
        return new SourceConfig(
                source.format(),
                source.paths(),
                source.version(),
                source.where(),
                source.options(),
                source.types(),
                byColumn,
                source.jdbc());
    }

    static CsvOptions counting() {
        return CsvOptions.DEFAULTS.with(BadRows.COUNT);
    }

    static CsvOptions nulls(String... nullTexts) {
        return new CsvOptions(true, ",", List.of(nullTexts), StandardCharsets.UTF_8, BadRows.FAIL, false, false);
    }

    static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
