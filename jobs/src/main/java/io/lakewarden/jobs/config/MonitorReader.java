package io.lakewarden.jobs.config;

import io.lakewarden.history.HistoryCheck;
import io.lakewarden.integrity.IntegrityLimits;
import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@link MonitorConfig}, and checks what concerns several of its sections. */
final class MonitorReader {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    private MonitorReader() {}

    static Optional<MonitorConfig> read(Section file) {
        Optional<String> monitor = file.required("monitor", "the name of the monitor, such as bike-sharing")
                .flatMap(it -> it.parsed("the name of the monitor", MonitorReader::name));
        Optional<String> title = file.field("title").flatMap(it -> it.text("a text"));
        Optional<SourceConfig> source = file.required("source", "the table to watch, with format and path")
                .flatMap(it -> it.section("keys such as format and path"))
                .flatMap(SourceReader::read);
        Optional<Field> timeField = file.field("time");
        Optional<TimeConfig> time = timeField
                .flatMap(it -> it.section("the keys column and pattern"))
                .flatMap(TimeReader::read);
        Optional<Field> windowsField = file.field("windows");
        Optional<Granularity> windows =
                windowsField.flatMap(it -> it.parsed("a duration such as P1D or P1M", Granularity::parse));
        Optional<Section> referenceSection = file.required(
                        "reference", "what to compare with: exactly one of pinned, path or where")
                .flatMap(it -> it.section("one of the keys pinned, path or where"));
        Optional<ReferenceConfig> reference = referenceSection.flatMap(ReferenceReader::read);
        Optional<Field> currentField = file.field("current");
        Optional<Section> currentSection = currentField.flatMap(it -> it.section("the keys path and where"));
        RowSelection current =
                currentSection.map(RowSelectionReader::readCurrent).orElse(RowSelection.ALL);
        ColumnsConfig columns = file.field("columns")
                .flatMap(it -> it.section("keys such as ignore and categorical"))
                .map(it -> ColumnsReader.read(it, time))
                .orElse(ColumnsConfig.NONE);
        Map<String, SliceConfig> slices = file.field("slices")
                .flatMap(it -> it.section("columns by name, each with a number or a list of values"))
                .map(SlicesReader::read)
                .orElse(Map.of());
        DriftConfig drift = file.field("drift")
                .flatMap(it -> it.section("keys such as bins and thresholds"))
                .map(it -> DriftReader.read(it, windows))
                .orElse(DriftConfig.DEFAULTS);
        RulesConfig rules = file.field("rules")
                .map(it -> RulesReader.read(it, file.reading(), columns, time))
                .orElse(RulesConfig.NONE);
        Optional<Field> environmentField = file.field("schema_environment");
        Optional<String> environment =
                environmentField.flatMap(it -> it.text("the name of an environment, such as serving"));
        Optional<SchemaConfig> schema =
                file.field("schema").flatMap(Field::resolvedPath).map(it -> new SchemaConfig(it, environment));
        String store = file.field("store")
                .flatMap(it -> it.text("a folder or URI for the results"))
                .orElse(MonitorConfig.DEFAULT_STORE);
        Optional<Field> quarantineField = file.field("quarantine");
        Optional<QuarantineConfig> quarantine = quarantineField
                .flatMap(it -> it.section("keys such as key and publish"))
                .flatMap(it -> QuarantineReader.read(it, file.reading().resolve(store), monitor));
        if (file.field("rules").isEmpty()) {
            quarantineField.ifPresent(
                    it -> it.problem("quarantine is for rows that break rules, but the monitor has none; add rules"));
        }
        Optional<IntegrityLimits> integrity = file.field("integrity")
                .flatMap(it -> it.section("limits such as duplicates, or {} for the defaults"))
                .map(IntegrityReader::read);
        Optional<OutliersConfig> outliers = file.field("outliers")
                .flatMap(it -> it.section("keys such as fence and examples, or {} for the defaults"))
                .map(it -> OutliersReader.read(it, drift.significance()));
        Optional<Field> historyField = file.field("history");
        List<HistoryCheck> history =
                historyField.map(it -> HistoryReader.read(it, windows)).orElse(List.of());
        if (timeField.isPresent() && windowsField.isEmpty()) {
            historyField.ifPresent(
                    it -> it.problem("history holds windows against earlier ones, but the monitor does not"
                            + " say how long they are; add windows, such as P1D"));
        }
        Optional<Section> skewSection =
                file.field("skew").flatMap(it -> it.section("keys such as path and key: another source"));
        Optional<SkewConfig> skew = skewSection.map(SkewReader::read);
        ImportanceConfig importance = file.field("importance")
                .flatMap(it -> it.section("one of the keys weights and model"))
                .map(ImportanceReader::read)
                .orElse(ImportanceConfig.NONE);
        Optional<MultivariateConfig> multivariate = file.field("multivariate")
                .flatMap(it -> it.section("keys such as sample and entity, or {} for the defaults"))
                .map(MultivariateReader::read);
        Optional<SliceSearchConfig> sliceSearch = file.field("slice_search")
                .flatMap(it -> it.section("keys such as columns and depth, or {} for the defaults"))
                .map(SliceSearchReader::read);
        FailOn failOn =
                file.field("fail_on").flatMap(it -> it.choice(FailOn.class)).orElse(FailOn.FAIL);
        ReportConfig report = file.field("report")
                .flatMap(it -> it.section("the keys templates and language"))
                .map(ReportReader::read)
                .orElse(ReportConfig.DEFAULTS);
        file.close();

        if (file.field("schema").isEmpty()) {
            environmentField.ifPresent(it ->
                    it.problem("schema_environment is one of a schema file, but the monitor has no schema; add it,"
                            + " such as schema: schema.yaml"));
        }
        reference.ifPresent(it -> checkSame(file, drift, it));
        checkTimes(timeField, windowsField, referenceSection, currentField);
        source.map(SourceConfig::format).ifPresent(format -> Stream.of(referenceSection, currentSection, skewSection)
                .flatMap(Optional::stream)
                .forEach(it -> RowSelectionReader.checkSource(it, format)));
        if (monitor.isEmpty() || source.isEmpty() || reference.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MonitorConfig(
                monitor.get(),
                title,
                source.get(),
                time,
                windows,
                reference.get(),
                current,
                columns,
                slices,
                drift,
                rules,
                quarantine,
                integrity,
                history,
                schema,
                file.reading().resolve(store),
                failOn,
                report,
                file.reading().secrets(),
                skew,
                importance,
                multivariate,
                outliers,
                sliceSearch));
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is no name of a monitor; expected lower-case letters, digits, '.', '_' and '-', and a letter or"
                    + " digit first");
        }
        return text;
    }

    /** Only windows of the reference have a place in the calendar, and only counts of all of their rows are kept. */
    private static void checkSame(Section file, DriftConfig drift, ReferenceConfig reference) {
        Optional<Field> same = drift.same()
                .flatMap(phase -> file.field("drift"))
                .flatMap(it -> it.section("keys such as bins and thresholds"))
                .flatMap(it -> it.field("same"));
        if (reference instanceof ReferenceConfig.Rows) {
            same.ifPresent(it -> it.problem("drift.same chooses among windows of the reference, but the reference is no"
                    + " range of time; pin one, such as reference: {pinned: 2011-01-01/2012-01-01}"));
        } else if (reference instanceof ReferenceConfig.Pinned
                && !drift.cluster().isEmpty()) {
            same.ifPresent(
                    it -> it.problem(
                            "drift.same stands beside drift.cluster, but clusters are counted in the whole"
                                    + " reference and not in each of its windows; leave one out, or compare with reference.previous"));
        }
    }

    /** A range of time needs a column that says when; a table that has one needs no other way to say what is current. */
    private static void checkTimes(
            Optional<Field> time, Optional<Field> windows, Optional<Section> reference, Optional<Field> current) {
        Optional<Field> pinned = reference.flatMap(it -> it.field("pinned"));
        Optional<Field> previous = reference.flatMap(it -> it.field("previous"));
        if (time.isEmpty()) {
            pinned.ifPresent(it -> it.problem("reference.pinned is a range of time, but the monitor has no time.column;"
                    + " add it, or choose the reference by path or where"));
            windows.ifPresent(it -> it.problem("windows divides time, but the monitor has no time.column; add it, or"
                    + " leave windows out and label runs by --as-of"));
        } else {
            current.ifPresent(
                    it -> it.problem("current is for tables without a time column; with time.column the window"
                            + " says what is current"));
        }
        if (windows.isEmpty()) {
            previous.ifPresent(it -> it.problem(
                    "reference.previous counts windows, but the monitor does not say how long they are; add windows,"
                            + " such as P1M"));
        }
    }
}
