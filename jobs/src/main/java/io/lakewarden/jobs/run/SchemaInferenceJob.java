package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.SchemaConfig;
import io.lakewarden.jobs.config.SchemaFile;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.schema.Folds;
import io.lakewarden.schema.InferredSchema;
import io.lakewarden.schema.SchemaInference;
import io.lakewarden.schema.SchemaUpdate;
import io.lakewarden.schema.TableSchema;
import io.lakewarden.schema.constraint.Amounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Infers a schema from folds, and writes its file or brings it up to date. */
final class SchemaInferenceJob {
    private final SchemaRequest request;

    SchemaInferenceJob(SchemaRequest request) {
        this.request = request;
    }

    /**
     * Does it.
     *
     * @param profiles profiles the folds, once it is sure that the file can be used
     */
    SchemaOutcome run(Supplier<Folds> profiles) {
        return request.action().updates() ? update(profiles) : create(profiles);
    }

    private SchemaOutcome create(Supplier<Folds> profiles) {
        Path file = request.file();
        if (request.action() == SchemaRequest.Action.CREATE && Files.exists(file)) {
            throw new UserException(
                    "'" + file + "' is there already; bring it up to date with --update, replace it with"
                            + " --force, or name another with --output");
        }
        Folds folds = profiles.get();
        InferredSchema inferred = SchemaInference.infer(folds, request.mostValues());
        write(inferred.text());
        TableSchema written = SchemaFile.load(file);
        if (!written.equals(inferred.schema())) {
            throw new IllegalStateException(
                    "the schema file '" + file + "' is read to another schema than was written");
        }
        return outcome(folds, written, "");
    }

    private SchemaOutcome update(Supplier<Folds> profiles) {
        Path file = request.file();
        TableSchema existing = SchemaFile.load(file);
        Folds folds = profiles.get();
        SchemaUpdate.Outcome update = SchemaUpdate.of(
                file.toString(),
                read(file),
                existing,
                request.config().schema().flatMap(SchemaConfig::environment),
                folds,
                SchemaInference.infer(folds, request.mostValues()),
                request.action().tightens());
        if (!request.action().writes() || update.diff().isEmpty()) {
            return outcome(folds, existing, update.diff());
        }
        write(update.text());
        return outcome(folds, SchemaFile.load(file), update.diff());
    }

    private SchemaOutcome outcome(Folds folds, TableSchema schema, String diff) {
        boolean written = request.action().writes() && (!request.action().updates() || !diff.isEmpty());
        int constraints = schema.columns().stream()
                .mapToInt(column -> column.constraints().size())
                .sum();
        String basis = Amounts.count(folds.whole().rows(), "row") + " in " + folds.words();
        return new SchemaOutcome(
                request.file(), written, diff, basis, schema.columns().size(), constraints);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UserException("cannot read the schema file '" + file + "': " + e.getMessage(), e);
        }
    }

    private void write(String text) {
        try {
            Files.writeString(request.file(), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UserException("'" + request.file() + "' cannot be written: " + e.getMessage(), e);
        }
    }
}
