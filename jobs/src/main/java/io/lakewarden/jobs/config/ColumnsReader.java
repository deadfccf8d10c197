package io.lakewarden.jobs.config;

import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@link ColumnsConfig}; a column has one role. */
final class ColumnsReader {
    private final Section columns;
    private final Map<String, String> roles = new LinkedHashMap<>();

    private ColumnsReader(Section columns) {
        this.columns = columns;
    }

    static ColumnsConfig read(Section columns, Optional<TimeConfig> time) {
        ColumnsReader reader = new ColumnsReader(columns);
        time.ifPresent(it -> reader.roles.put(it.column(), "time.column"));
        List<String> ignore = reader.inOneRole("ignore");
        List<String> ids = reader.inOneRole("id");
        Optional<String> label = columns.field("label").flatMap(it -> it.text("the name of a column"));
        columns.field("label").ifPresent(it -> label.ifPresent(name -> reader.claim(it, "label", name)));
        List<String> predictions = reader.inOneRole("prediction");
        List<String> protectedAttributes = reader.inOneRole("protected");
        List<String> categorical = reader.categorical();
        columns.close();
        return new ColumnsConfig(ignore, categorical, ids, label, predictions, protectedAttributes);
    }

    private List<String> inOneRole(String key) {
        List<String> names = new ArrayList<>();
        columns.field(key).map(Field::items).orElse(List.of()).forEach(item -> item.text("the name of a column")
                .ifPresent(name -> {
                    claim(item, key, name);
                    names.add(name);
                }));
        return names;
    }

    private void claim(Field item, String key, String name) {
        String role = "columns." + key;
        String taken = roles.putIfAbsent(name, role);
        if (taken != null) {
            item.problem(
                    "the column '" + name + "' is in " + role + ", but in " + taken + " already; expected one role");
        }
    }

    private List<String> categorical() {
        List<String> names = new ArrayList<>();
        columns.field("categorical").map(Field::items).orElse(List.of()).forEach(item -> item.text(
                        "the name of a column")
                .ifPresent(name -> {
                    if (names.contains(name)) {
                        item.problem("the column '" + name + "' is in columns.categorical twice");
                    }
                    if ("columns.ignore".equals(roles.get(name))) {
                        item.problem("the column '" + name + "' is in columns.categorical, but ignored");
                    }
                    names.add(name);
                }));
        return names;
    }
}
