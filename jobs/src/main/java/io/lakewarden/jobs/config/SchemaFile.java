package io.lakewarden.jobs.config;

import io.lakewarden.schema.SchemaReader;
import io.lakewarden.schema.TableSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Loads schema files. */
public final class SchemaFile {
    private static final int GREATEST_MEBIBYTES = 16;

    private static final YamlFile SCHEMA = new YamlFile(
            "schema",
            "infer one with 'lakewarden infer-schema', or name another",
            SchemaReader.KEYS,
            GREATEST_MEBIBYTES);

    private SchemaFile() {}

    /**
     * Reads a file.
     *
     * @throws ConfigException with all problems, if the file cannot be used
     * @throws UserException if the file cannot be read
     */
    public static TableSchema load(Path file) {
        return SCHEMA.load(file, Map.of(), SchemaReader::read);
    }

    /**
     * Reads the file of a monitor.
     *
     * @throws ConfigException with all problems, if the file cannot be used
     * @throws UserException if the file cannot be read, or does not know the monitor's environment
     */
    public static TableSchema load(SchemaConfig config) {
        TableSchema schema = load(Path.of(config.file()));
        List<String> known = schema.knownEnvironments();
        config.environment().filter(it -> !known.contains(it)).ifPresent(it -> {
            throw new UserException("schema_environment is '" + it + "', but '" + config.file() + "' knows "
                    + (known.isEmpty()
                            ? "no environments; list them there under 'environments', or leave the key out"
                            : String.join(", ", known) + "; name one of these, or leave the key out"));
        });
        return schema;
    }
}
