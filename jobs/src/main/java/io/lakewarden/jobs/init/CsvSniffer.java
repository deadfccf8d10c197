package io.lakewarden.jobs.init;

import io.lakewarden.jobs.config.SourceFormat;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.source.CsvHeader;
import io.lakewarden.spark.profile.ColumnPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds out how CSV files are written, and cuts the sample into columns. */
final class CsvSniffer {
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int LINES = 500;
    private static final int SHOWN = 80;

    private final SampledLines sample;
    private final double scale;
    private final String description;

    private CsvSniffer(SampledLines sample, double scale, String description) {
        this.sample = sample;
        this.scale = scale;
        this.description = description;
    }

    /**
     * The table.
     *
     * @param scale how many times more there is than was looked at; 1 where that was all
     */
    static SampledTable table(SampledLines sample, double scale, String description) {
        if (sample.files().isEmpty()) {
            throw new UserException("there is not one line of text in the data");
        }
        return new CsvSniffer(sample, scale, description).table();
    }

    private SampledTable table() {
        char separator = separator();
        List<CsvRecords> files = sample.files().stream()
                .map(file -> CsvRecords.of(file, separator))
                .toList();
        String place = files.get(0).path();
        List<String> first = CsvLine.fields(files.get(0).texts().get(0), separator)
                .orElseThrow(() -> new UserException("the first line of " + place
                        + " leaves a quote open, which no line after it closes; correct the file"));
        boolean header = isHeader(first, files.get(0), separator);
        List<String> names = header
                ? CsvHeader.names(first, place)
                : IntStream.range(0, first.size()).mapToObj(CsvHeader::unnamed).toList();
        if (header) {
            requireSameHeaders(first, files, separator);
        }
        return cut(files, separator, header, names);
    }

    /** The character that cuts the lines, the first among them, into equally many fields; the comma where none does. */
    private char separator() {
        List<String> lines = sample.files().get(0).lines();
        List<String> some = lines.subList(0, Math.min(LINES, lines.size()));
        char best = ',';
        double bestShare = 0;
        int bestWidth = 1;
        for (char candidate : SEPARATORS) {
            int width = CsvLine.fields(some.get(0), candidate).map(List::size).orElse(0);
            if (width < 2) {
                continue;
            }
            double share = some.stream()
                            .filter(line -> CsvLine.fields(line, candidate)
                                    .filter(fields -> fields.size() == width)
                                    .isPresent())
                            .count()
                    / (double) some.size();
            if (share > bestShare || (share == bestShare && width > bestWidth)) {
                best = candidate;
                bestShare = share;
                bestWidth = width;
            }
        }
        return best;
    }

    /** Names are texts, different from each other, and do not come again below; and below there is something else than texts. */
    private static boolean isHeader(List<String> first, CsvRecords file, char separator) {
        if (first.stream().anyMatch(Cells::isValue) || first.stream().allMatch(String::isBlank)) {
            return false;
        }
        List<List<String>> below = file.texts().stream()
                .skip(1)
                .limit(LINES)
                .flatMap(line -> CsvLine.fields(line, separator).stream())
                .filter(fields -> fields.size() == first.size())
                .toList();
        if (below.isEmpty()) {
            return true;
        }
        boolean values = below.stream().flatMap(List::stream).anyMatch(Cells::isValue);
        boolean again = IntStream.range(0, first.size())
                .anyMatch(i -> !first.get(i).isBlank()
                        && below.stream().anyMatch(fields -> fields.get(i).equals(first.get(i))));
        return values || !again;
    }

    private static void requireSameHeaders(List<String> first, List<CsvRecords> files, char separator) {
        for (CsvRecords file : files) {
            List<String> other = CsvLine.fields(file.texts().get(0), separator).orElse(List.of());
            if (!other.equals(first)) {
                throw new UserException("the files have different columns: "
                        + files.get(0).path() + " begins with " + String.join(", ", first) + ", but "
                        + file.path() + " with " + String.join(", ", other) + "; name the files that belong together");
            }
        }
    }

    private SampledTable cut(List<CsvRecords> files, char separator, boolean header, List<String> names) {
        List<List<String>> texts = new ArrayList<>();
        names.forEach(name -> texts.add(new ArrayList<>()));
        Map<String, String> shared = new HashMap<>();
        List<String> broken = new ArrayList<>();
        int rows = 0;
        for (CsvRecords file : files) {
            for (String line : file.texts().subList(header ? 1 : 0, file.texts().size())) {
                Optional<List<String>> fields = CsvLine.fields(line, separator).filter(it -> it.size() == names.size());
                if (fields.isEmpty()) {
                    broken.add(line);
                    continue;
                }
                rows++;
                for (int i = 0; i < names.size(); i++) {
                    texts.get(i).add(shared.computeIfAbsent(fields.get().get(i), text -> text));
                }
            }
        }
        if (broken.size() > rows) {
            throw new UserException("the first line of " + sample.files().get(0).path() + " has " + names.size()
                    + " columns, but most lines do not, such as " + Words.shown(broken.get(0), SHOWN)
                    + "; remove what stands above the table");
        }
        List<SampledColumn> columns = IntStream.range(0, names.size())
                .mapToObj(i ->
                        new SampledColumn(names.get(i), ColumnPath.of(names.get(i)), Optional.empty(), texts.get(i)))
                .collect(Collectors.toList());
        Optional<String> badRows = broken.stream()
                .min(Comparator.naturalOrder())
                .map(line -> Words.counted(broken.size(), "line") + " of those looked at "
                        + (broken.size() == 1 ? "does" : "do") + " not have " + names.size() + " columns, such as "
                        + Words.shown(line, SHOWN));
        boolean decimalComma = DecimalCommas.areUsed(columns);
        CsvDialect dialect = new CsvDialect(
                separator,
                header,
                sample.encoding(),
                sample.marked(),
                decimalComma,
                files.stream().anyMatch(CsvRecords::multiline));
        return new SampledTable(
                SourceFormat.CSV,
                dialect,
                decimalComma ? columns.stream().map(DecimalCommas::withPoints).toList() : columns,
                rows,
                Math.round(rows * scale),
                scale == 1,
                badRows,
                description);
    }
}
