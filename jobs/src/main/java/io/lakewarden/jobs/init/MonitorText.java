package io.lakewarden.jobs.init;

import io.lakewarden.jobs.config.JdbcConfig;
import io.lakewarden.jobs.config.JdbcRows;
import io.lakewarden.jobs.config.SourceFormat;
import java.util.List;
import java.util.Locale;

/** Writes a draft as a monitor file, each guess with its reason above it. */
final class MonitorText {
    private static final int LONGEST_KEY = 500;

    private final MonitorDraft draft;
    private final StringBuilder text = new StringBuilder();

    private MonitorText(MonitorDraft draft) {
        this.draft = draft;
    }

    static String of(MonitorDraft draft) {
        MonitorText text = new MonitorText(draft);
        text.write();
        return text.text.toString();
    }

    private void write() {
        comment(
                "Written by `lakewarden init` after a look at " + draft.data() + ": "
                        + Words.counted(draft.table().rows(), "row")
                        + (draft.table().whole()
                                ? ", which is all of them."
                                : " of about " + Words.counted(draft.table().allRows(), "row") + "."),
                0);
        comment(
                "All of it is guessed, with the reasons beside it; correct what is wrong. Every key: docs/configuration.md.",
                0);
        line(0, "monitor: " + YamlText.scalar(draft.monitor()));
        source();
        time();
        reference();
        columns();
    }

    private void source() {
        SampledTable table = draft.table();
        line(0, "source:");
        line(2, "format: " + table.format().name().toLowerCase(Locale.ROOT));
        draft.database().ifPresentOrElse(this::database, () -> path(draft.paths(), 2));
        if (table.format() == SourceFormat.CSV) {
            reasons("format", 2);
            line(2, "options:");
            line(
                    4,
                    "separator: "
                            + YamlText.scalar(String.valueOf(table.dialect().separator())));
            line(4, "header: " + table.dialect().header());
            line(4, "encoding: " + YamlText.scalar(table.dialect().encoding().name()));
            if (table.dialect().decimalComma()) {
                line(4, "decimal: \",\"");
            }
            if (table.dialect().multiline()) {
                line(4, "multiline: true");
            }
            badRows();
        } else if (table.format() == SourceFormat.JSON && table.badRows().isPresent()) {
            line(2, "options:");
            badRows();
        }
        if (draft.columns().stream().anyMatch(column -> column.type().isPresent())) {
            reasons("types", 2);
            line(2, "types:");
            draft.columns()
                    .forEach(column -> column.type().ifPresent(type -> entry(4, column.name(), YamlText.scalar(type))));
        }
        List<ColumnGuess> withNulls = draft.columns().stream()
                .filter(column -> !column.nullValues().isEmpty())
                .toList();
        reasons("null values", 2);
        if (!withNulls.isEmpty()) {
            line(2, "null_values:");
            withNulls.forEach(column -> entry(4, column.path(), YamlText.list(column.nullValues(), 6)));
        }
    }

    private void database(InitDatabase database) {
        JdbcConfig connection = database.connection();
        line(2, "url: " + YamlText.scalar(connection.url()));
        line(2, "table: " + YamlText.scalar(((JdbcRows.Table) connection.rows()).name()));
        connection.user().ifPresent(user -> line(2, "user: " + YamlText.scalar(user)));
        database.passwordVariable().ifPresent(name -> line(2, "password: \"${env:" + name + "}\""));
        connection.driver().ifPresent(driver -> line(2, "driver: " + YamlText.scalar(driver)));
        reasons("format", 2);
    }

    private void badRows() {
        reasons("bad rows", 4);
        draft.table().badRows().ifPresent(sentence -> line(4, "bad_rows: count"));
    }

    private void path(List<String> paths, int indent) {
        line(indent, "path: " + (paths.size() == 1 ? YamlText.scalar(paths.get(0)) : YamlText.list(paths, indent + 2)));
    }

    private void time() {
        reasons("time", 0);
        draft.time().ifPresent(time -> {
            line(0, "time:");
            line(2, "column: " + YamlText.scalar(time.column().path()));
            time.clock().ifPresent(clock -> line(2, "clock: " + YamlText.scalar(clock.path())));
            time.form().pattern().ifPresent(pattern -> line(2, "pattern: " + YamlText.scalar(pattern)));
        });
        draft.windows().ifPresent(windows -> {
            reasons("windows", 0);
            windows.windows().ifPresent(length -> line(0, "windows: " + length));
        });
    }

    private void reference() {
        reasons("reference", 0);
        line(0, "reference:");
        draft.windows().ifPresent(windows -> line(2, "pinned: " + windows.reference()));
        draft.split().ifPresent(split -> {
            if (!draft.referencePaths().isEmpty()) {
                path(draft.referencePaths(), 2);
            }
            split.reference().ifPresent(predicate -> line(2, "where: " + YamlText.scalar(predicate)));
            split.current().ifPresent(predicate -> {
                line(0, "current:");
                line(2, "where: " + YamlText.scalar(predicate));
            });
        });
    }

    private void columns() {
        Roles roles = draft.roles();
        boolean any = !roles.ignored().isEmpty()
                || !roles.categorical().isEmpty()
                || !roles.ids().isEmpty()
                || roles.label().isPresent()
                || !roles.predictions().isEmpty()
                || !roles.protectedAttributes().isEmpty();
        if (any) {
            line(0, "columns:");
        }
        int indent = any ? 2 : 0;
        role("ignore", roles.ignored(), indent);
        role("categorical", roles.categorical(), indent);
        role("id", roles.ids(), indent);
        reasons("label", indent);
        roles.label().ifPresent(label -> line(indent, "label: " + YamlText.scalar(label)));
        role("prediction", roles.predictions(), indent);
        role("protected", roles.protectedAttributes(), indent);
        reasons("column", indent);
    }

    private void role(String key, List<String> paths, int indent) {
        reasons(key, indent);
        if (!paths.isEmpty()) {
            line(indent, key + ": " + YamlText.list(paths, indent + 2));
        }
    }

    private void entry(int indent, String name, String value) {
        String key = YamlText.scalar(name);
        if (key.length() <= LONGEST_KEY) {
            line(indent, key + ": " + value);
        } else {
            line(indent, "? " + key);
            line(indent, ": " + value);
        }
    }

    private void reasons(String topic, int indent) {
        draft.guesses().stream()
                .filter(guess -> guess.topic().equals(topic))
                .forEach(guess -> comment((guess.doubtful() ? "LOOK AT THIS: " : "") + guess.sentence(), indent));
    }

    private void comment(String sentence, int indent) {
        YamlText.comment(sentence, indent).forEach(line -> text.append(line).append('\n'));
    }

    private void line(int indent, String line) {
        text.append(" ".repeat(indent)).append(line).append('\n');
    }
}
