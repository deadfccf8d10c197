package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.cli.SchemaImportCommand.SchemaTool;
import io.lakewarden.jobs.config.FailOn;
import io.lakewarden.jobs.config.Granularity;
import io.lakewarden.jobs.source.RowSample;
import io.lakewarden.result.Window;
import io.lakewarden.yaml.Nearest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** How the values of options are read; each refusal says what was expected. */
final class Converters {
    private Converters() {}

    static void register(CommandLine commandLine) {
        commandLine.registerConverter(Window.class, Converters::window);
        commandLine.registerConverter(LocalDate.class, Converters::date);
        commandLine.registerConverter(FailOn.class, text -> choice(FailOn.class, text));
        commandLine.registerConverter(Granularity.class, Converters::granularity);
        commandLine.registerConverter(RowSample.class, Converters::sample);
        commandLine.registerConverter(SchemaTool.class, text -> choice(SchemaTool.class, text));
        commandLine.registerConverter(OutputFormat.class, text -> choice(OutputFormat.class, text));
    }

    private static Window window(String text) {
        try {
            return Window.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static Granularity granularity(String text) {
        try {
            return Granularity.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static RowSample sample(String text) {
        try {
            return new RowSample(Double.parseDouble(text));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(
                    "'" + text + "' is no share of rows; expected a number above 0 and below 1, such as 0.01");
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is no date; expected one such as 2026-01-31");
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String text) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!names.contains(text)) {
            throw new TypeConversionException(
                    "'" + text + "' is not one of " + String.join(", ", names) + Nearest.hint(text, names));
        }
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }
}
