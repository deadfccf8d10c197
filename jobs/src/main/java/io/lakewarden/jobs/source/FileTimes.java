package io.lakewarden.jobs.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakewarden.jobs.config.TimeConfig;
import io.lakewarden.spark.profile.ColumnPath;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/**
 * Reads from a Delta table's log when the rows of a file can have happened: by the file's least and greatest value of
 * the time column, or by its partition. Whatever is not there, or not understood, may have happened at any time.
 */
final class FileTimes {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Statistics hold times in milliseconds, cut off. */
    private static final Duration CUT_OFF = Duration.ofMillis(1);

    /** The column as files and partitions name it, field by field; empty where it tells nothing. */
    private final List<String> path;

    private final Optional<DataType> type;
    private final Optional<TimeText> text;
    private final boolean partitioned;

    private FileTimes(List<String> path, Optional<DataType> type, Optional<TimeText> text, boolean partitioned) {
        this.path = path;
        this.type = type;
        this.text = text;
        this.partitioned = partitioned;
    }

    /** A reader for the files of a table; without a time column every file is of any time. */
    static FileTimes of(Snapshot table, Optional<TimeConfig> time) {
        // What a clock or a count since 1970 makes of a value is not read from statistics: such files are of any time.
        List<String> names = time.filter(it -> it.clock().isEmpty())
                .filter(it -> it.pattern().filter(TimeConfig::isEpoch).isEmpty())
                .map(TimeConfig::column)
                .map(ColumnPath::names)
                .orElse(List.of());
        List<String> physical = new ArrayList<>();
        DataType type = table.metadata().schema();
        for (String name : names) {
            Optional<StructField> field = type instanceof StructType struct
                    ? Arrays.stream(struct.fields())
                            .filter(it -> it.name().equals(name))
                            .findFirst()
                    : Optional.empty();
            if (field.isEmpty()) {
                return new FileTimes(List.of(), Optional.empty(), Optional.empty(), false);
            }
            physical.add(physicalName(field.get()));
            type = field.get().dataType();
        }
        boolean partitioned =
                names.size() == 1 && table.metadata().partitionColumns().contains(names.get(0));
        return new FileTimes(
                physical,
                names.isEmpty() ? Optional.empty() : Optional.of(type),
                names.isEmpty()
                        ? Optional.empty()
                        : time.flatMap(TimeConfig::pattern).map(TimeText::new),
                partitioned);
    }

    /** A renamed column keeps its old name in files. */
    private static String physicalName(StructField field) {
        String key = "delta.columnMapping.physicalName";
        return field.metadata().contains(key) ? field.metadata().getString(key) : field.name();
    }

    /**
     * The times of one file.
     *
     * @param stats the file's statistics as JSON; null where it has none
     * @param partition the file's partition values by column; null where they are not known
     */
    TimeRange of(String stats, Map<String, String> partition) {
        if (type.isEmpty()) {
            return TimeRange.ANYTIME;
        }
        try {
            return partitioned ? ofPartition(partition) : ofStatistics(stats);
        } catch (DateTimeException | JsonProcessingException e) {
            return TimeRange.ANYTIME;
        }
    }

    private TimeRange ofPartition(Map<String, String> partition) {
        if (partition == null || !partition.containsKey(path.get(0))) {
            return TimeRange.ANYTIME;
        }
        String value = partition.get(path.get(0));
        if (value == null || value.isEmpty()) {
            return TimeRange.NEVER;
        }
        if (text.isPresent()) {
            return Optional.ofNullable(text.get().call(value))
                    .map(at -> new TimeRange(at, at))
                    .orElse(TimeRange.NEVER);
        }
        // Spark reads a time without a zone in the session's, which is UTC.
        return instant(value.replace(' ', 'T'), true)
                .map(at -> new TimeRange(at, at))
                .orElse(TimeRange.ANYTIME);
    }

    private TimeRange ofStatistics(String stats) throws JsonProcessingException {
        if (stats == null || stats.isBlank()) {
            return TimeRange.ANYTIME;
        }
        JsonNode document = JSON.readTree(stats);
        Optional<Instant> least = value(document, "minValues").flatMap(text -> instant(text, false));
        Optional<Instant> greatest = value(document, "maxValues").flatMap(text -> instant(text, false));
        if (least.isPresent() && greatest.isPresent()) {
            return new TimeRange(least.get(), greatest.get().plus(CUT_OFF));
        }
        JsonNode nulls = node(document, "nullCount");
        boolean onlyNulls = nulls.isIntegralNumber() && nulls.equals(document.path("numRecords"));
        return onlyNulls ? TimeRange.NEVER : TimeRange.ANYTIME;
    }

    private Optional<String> value(JsonNode document, String statistic) {
        JsonNode node = node(document, statistic);
        return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
    }

    private JsonNode node(JsonNode document, String statistic) {
        JsonNode node = document.path(statistic);
        for (String name : path) {
            node = node.path(name);
        }
        return node;
    }

    private Optional<Instant> instant(String text, boolean zoneIsUtc) {
        DataType known = type.orElseThrow();
        if (known instanceof DateType) {
            return Optional.of(
                    LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        if (!(known instanceof TimestampType) && !(known instanceof TimestampNTZType)) {
            return Optional.empty();
        }
        TemporalAccessor parsed =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        if (parsed instanceof OffsetDateTime zoned) {
            return Optional.of(zoned.toInstant());
        }
        return zoneIsUtc || known instanceof TimestampNTZType
                ? Optional.of(((LocalDateTime) parsed).toInstant(ZoneOffset.UTC))
                : Optional.empty();
    }
}
