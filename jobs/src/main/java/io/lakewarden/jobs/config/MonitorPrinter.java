package io.lakewarden.jobs.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakewarden.drift.Scorecard;
import io.lakewarden.history.HistoryCheck;
import io.lakewarden.integrity.IntegrityLimits;
import io.lakewarden.outlier.OutlierPolicy;
import io.lakewarden.yaml.EnumNames;
import io.lakewarden.yaml.Secrets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Writes a monitor with all its defaults as a file that {@link MonitorLoader} reads to the same monitor. Secrets are
 * written as the placeholders they came from.
 */
public final class MonitorPrinter {
    private final Secrets secrets;

    private MonitorPrinter(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The monitor in YAML. */
    public static String yaml(MonitorConfig config) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setSplitLines(false);
        return new Yaml(options).dump(tree(config));
    }

    /** The monitor in JSON, with the keys of the YAML. */
    public static String json(MonitorConfig config) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(tree(config));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of maps, lists and plain values is always JSON", e);
        }
    }

    /** The monitor as maps, lists and plain values, with the keys of the YAML in their usual order. */
    public static Map<String, Object> tree(MonitorConfig config) {
        MonitorPrinter printer = new MonitorPrinter(config.secrets());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("monitor", config.monitor());
        config.title().ifPresent(it -> tree.put("title", it));
        tree.put("source", source(config.source()));
        config.time().ifPresent(it -> tree.put("time", time(it)));
        config.windows().ifPresent(it -> tree.put("windows", it.toString()));
        tree.put("reference", reference(config.reference()));
        if (!config.current().equals(RowSelection.ALL)) {
            tree.put("current", selection(config.current()));
        }
        tree.put("columns", columns(config.columns()));
        if (!config.slices().isEmpty()) {
            tree.put("slices", slices(config.slices()));
        }
        tree.put("drift", drift(config.drift()));
        if (!config.rules().sources().isEmpty()) {
            tree.put("rules", rules(config.rules()));
        }
        config.quarantine().ifPresent(it -> tree.put("quarantine", quarantine(it)));
        config.integrity().ifPresent(it -> tree.put("integrity", integrity(it)));
        config.outliers().ifPresent(it -> tree.put("outliers", outliers(it)));
        if (!config.history().isEmpty()) {
            tree.put(
                    "history",
                    config.history().stream().map(MonitorPrinter::history).toList());
        }
        config.multivariate().ifPresent(it -> tree.put("multivariate", multivariate(it)));
        config.schema().ifPresent(schema -> {
            tree.put("schema", schema.file());
            schema.environment().ifPresent(it -> tree.put("schema_environment", it));
        });
        if (!config.importance().equals(ImportanceConfig.NONE)) {
            tree.put("importance", importance(config.importance()));
        }
        config.sliceSearch().ifPresent(it -> tree.put("slice_search", sliceSearch(it)));
        config.skew().ifPresent(it -> tree.put("skew", skew(it)));
        tree.put("store", config.store());
        tree.put("fail_on", EnumNames.of(config.failOn()));
        if (!config.report().equals(ReportConfig.DEFAULTS)) {
            tree.put("report", report(config.report()));
        }
        return printer.maskedMap(tree);
    }

    private static Map<String, Object> report(ReportConfig report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        report.templates().ifPresent(it -> tree.put("templates", it.toString()));
        report.language().ifPresent(it -> tree.put("language", it));
        return tree;
    }

    private static Map<String, Object> source(SourceConfig source) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", EnumNames.of(source.format()));
        if (!source.paths().isEmpty()) {
            tree.put("path", oneOrAll(source.paths()));
        }
        source.jdbc().ifPresent(it -> tree.putAll(jdbc(it)));
        source.version().ifPresent(it -> tree.put("version", it));
        source.where().ifPresent(it -> tree.put("where", it));
        if (source.format() == SourceFormat.CSV) {
            CsvOptions csv = source.options();
            Map<String, Object> options = new LinkedHashMap<>();
            options.put("header", csv.header());
            options.put("separator", csv.separator());
            options.put("null_values", csv.nullValues());
            options.put("encoding", csv.encoding().name());
            options.put("bad_rows", EnumNames.of(csv.badRows()));
            options.put("decimal", csv.decimalComma() ? "," : ".");
            options.put("multiline", csv.multiline());
            tree.put("options", options);
        }
        if (source.format() == SourceFormat.JSON) {
            tree.put("options", Map.of("bad_rows", EnumNames.of(source.options().badRows())));
        }
        if (source.format() == SourceFormat.CSV || source.format() == SourceFormat.JSON) {
            tree.put("types", source.types());
        }
        if (!source.nullValues().isEmpty()) {
            tree.put("null_values", source.nullValues());
        }
        return tree;
    }

    private static Map<String, Object> jdbc(JdbcConfig jdbc) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("url", jdbc.url());
        tree.putAll(rows(jdbc.rows()));
        jdbc.user().ifPresent(it -> tree.put("user", it));
        jdbc.password().ifPresent(it -> tree.put("password", it));
        jdbc.driver().ifPresent(it -> tree.put("driver", it));
        jdbc.partition().ifPresent(it -> {
            Map<String, Object> partition = new LinkedHashMap<>();
            partition.put("column", it.column());
            partition.put("count", it.count());
            tree.put("partition", partition);
        });
        return tree;
    }

    private static Map<String, Object> rows(JdbcRows rows) {
        return rows instanceof JdbcRows.Table table
                ? Map.of("table", table.name())
                : Map.of("query", ((JdbcRows.Query) rows).sql());
    }

    private static Map<String, Object> time(TimeConfig time) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("column", time.column());
        time.clock().ifPresent(it -> tree.put("clock", it));
        time.pattern().ifPresent(it -> tree.put("pattern", it));
        return tree;
    }

    private static Map<String, Object> reference(ReferenceConfig reference) {
        if (reference instanceof ReferenceConfig.Pinned pinned) {
            return Map.of("pinned", pinned.window().toString());
        }
        if (reference instanceof ReferenceConfig.Previous previous) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("pinned", previous.pinned().toString());
            tree.put("previous", previous.windows());
            return tree;
        }
        return selection(((ReferenceConfig.Rows) reference).selection());
    }

    private static Map<String, Object> selection(RowSelection selection) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (!selection.paths().isEmpty()) {
            tree.put("path", oneOrAll(selection.paths()));
        }
        selection.format().ifPresent(it -> tree.put("format", EnumNames.of(it)));
        selection.rows().ifPresent(it -> tree.putAll(rows(it)));
        selection.where().ifPresent(it -> tree.put("where", it));
        return tree;
    }

    private static Map<String, Object> columns(ColumnsConfig columns) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("ignore", columns.ignore());
        tree.put("categorical", columns.categorical());
        tree.put("id", columns.ids());
        columns.label().ifPresent(it -> tree.put("label", it));
        tree.put("prediction", columns.predictions());
        tree.put("protected", columns.protectedAttributes());
        return tree;
    }

    private static Map<String, Object> slices(Map<String, SliceConfig> slices) {
        Map<String, Object> tree = new LinkedHashMap<>();
        slices.forEach((column, slice) -> tree.put(column, slice(slice)));
        return tree;
    }

    private static Object slice(SliceConfig slice) {
        if (slice instanceof SliceConfig.Where where) {
            return Map.of("where", where.predicate());
        }
        return slice instanceof SliceConfig.Values list ? list.values() : Integer.valueOf(slice.most());
    }

    private static Map<String, Object> drift(DriftConfig drift) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("bins", drift.bins());
        tree.put("significance", drift.significance());
        tree.put("false_discovery_rate", drift.falseDiscovery().rate());
        tree.put("correction", EnumNames.of(drift.falseDiscovery().correction()));
        drift.falseAlarms().ifPresent(budget -> tree.put("false_alarms", budget.toString()));
        tree.put("minimum_rows", drift.minimumRows());
        if (!drift.cluster().isEmpty()) {
            tree.put("cluster", drift.cluster());
        }
        drift.same().ifPresent(phase -> tree.put("same", EnumNames.of(phase)));
        tree.put("thresholds", thresholds(drift.thresholds()));
        Map<String, Object> columns = new LinkedHashMap<>();
        drift.columnThresholds()
                .forEach((column, byStatistic) -> columns.put(column, Map.of("thresholds", thresholds(byStatistic))));
        tree.put("columns", columns);
        Map<String, Object> scorecards = new LinkedHashMap<>();
        drift.scorecards().forEach((column, scorecard) -> scorecards.put(column, scorecard(scorecard)));
        tree.put("scorecards", scorecards);
        drift.driftedColumns().ifPresent(it -> tree.put("drifted_columns", threshold(it)));
        drift.preset().ifPresent(preset -> tree.put("preset", preset.name()));
        return tree;
    }

    private static Map<String, Object> scorecard(Scorecard scorecard) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (scorecard instanceof Scorecard.Bands bands) {
            tree.put("bands", bands.bounds());
            if (bands.hasPoints()) {
                tree.put("points", bands.points());
            }
            bands.missing().ifPresent(points -> tree.put("missing", points));
        } else if (scorecard instanceof Scorecard.Attributes attributes) {
            tree.put("points", attributes.points());
            attributes.other().ifPresent(points -> tree.put("other", points));
            attributes.missing().ifPresent(points -> tree.put("missing", points));
        }
        return tree;
    }

    private static Map<String, Object> multivariate(MultivariateConfig multivariate) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("sample", multivariate.sample());
        tree.put("ignore", multivariate.ignore());
        multivariate.entity().ifPresent(it -> tree.put("entity", it));
        tree.put("seed", multivariate.seed());
        tree.put("domain_classifier", threshold(multivariate.domainClassifier()));
        tree.put("reconstruction_error", threshold(multivariate.reconstructionError()));
        tree.put("correlation_change", threshold(multivariate.correlationChange()));
        return tree;
    }

    private static Map<String, Object> quarantine(QuarantineConfig quarantine) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("path", quarantine.path());
        tree.put("key", quarantine.key());
        tree.put("publish", EnumNames.of(quarantine.publish()));
        return tree;
    }

    private static Map<String, Object> integrity(IntegrityLimits limits) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("duplicates", limits.duplicates());
        tree.put("conflicting_labels", limits.conflictingLabels());
        tree.put("mixed_types", limits.mixedTypes());
        tree.put("special_characters", limits.specialCharacters());
        tree.put("identifier_association", limits.identifierAssociation());
        return tree;
    }

    private static Map<String, Object> importance(ImportanceConfig importance) {
        return importance.model().isPresent()
                ? Map.of("model", importance.model().get())
                : Map.of("weights", importance.weights());
    }

    private static Map<String, Object> sliceSearch(SliceSearchConfig search) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("columns", search.columns());
        tree.put("depth", search.depth());
        tree.put("top", search.top());
        return tree;
    }

    private static Map<String, Object> skew(SkewConfig skew) {
        Map<String, Object> tree = selection(skew.selection());
        if (!skew.key().isEmpty()) {
            tree.put("key", skew.key());
            tree.put("tolerance", skew.limits().tolerance());
            tree.put("warn", skew.limits().warn());
            tree.put("fail", skew.limits().fail());
        }
        return tree;
    }

    private static Map<String, Object> outliers(OutliersConfig outliers) {
        OutlierPolicy policy = outliers.policy();
        Map<String, Object> isolation = new LinkedHashMap<>();
        isolation.put("trees", policy.trees());
        isolation.put("sample", policy.sample());
        isolation.put("share", policy.share());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("columns", outliers.columns());
        tree.put("ignore", outliers.ignore());
        tree.put("fence", policy.fence());
        tree.put("isolation", isolation);
        tree.put("excess", policy.excess());
        tree.put("examples", policy.examples());
        tree.put("bursts", policy.bursts());
        return tree;
    }

    private static Map<String, Object> history(HistoryCheck check) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("metric", check.metric());
        check.column().ifPresent(it -> tree.put("column", it));
        tree.put("strategy", check.strategy().name());
        tree.putAll(check.strategy().settings());
        if (check.sameWeekday()) {
            tree.put("same_weekday", true);
        }
        tree.put("minimum", check.minimum());
        tree.put("maximum", check.maximum());
        tree.put("severity", EnumNames.of(check.severity()));
        check.owner().ifPresent(it -> tree.put("owner", it));
        check.message().ifPresent(it -> tree.put("message", it));
        return tree;
    }

    private static List<Object> rules(RulesConfig rules) {
        return rules.sources().stream().map(MonitorPrinter::ruleSource).toList();
    }

    private static Object ruleSource(RulesConfig.Source source) {
        if (source instanceof RulesConfig.RuleFile file) {
            return file.path();
        }
        RulesConfig.Shipped shipped = (RulesConfig.Shipped) source;
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("set", shipped.set());
        tree.put("columns", shipped.columns());
        return tree;
    }

    private static Map<String, Object> thresholds(Map<String, ThresholdConfig> byStatistic) {
        Map<String, Object> tree = new LinkedHashMap<>();
        byStatistic.forEach((name, threshold) -> tree.put(name, threshold(threshold)));
        return tree;
    }

    private static Map<String, Object> threshold(ThresholdConfig threshold) {
        Map<String, Object> levels = new LinkedHashMap<>();
        threshold.warn().ifPresent(it -> levels.put("warn", it));
        threshold.fail().ifPresent(it -> levels.put("fail", it));
        return levels;
    }

    private static Object oneOrAll(List<String> texts) {
        return texts.size() == 1 ? texts.get(0) : texts;
    }

    private Map<String, Object> maskedMap(Map<?, ?> map) {
        Map<String, Object> masked = new LinkedHashMap<>();
        map.forEach((key, value) -> masked.put(key.toString(), masked(value)));
        return masked;
    }

    private Object masked(Object value) {
        if (value instanceof String text) {
            return secrets.mask(text);
        }
        if (value instanceof Map<?, ?> map) {
            return maskedMap(map);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::masked).collect(Collectors.toList());
        }
        return value;
    }
}
