package io.lakewarden.jobs.init;

import io.lakewarden.jobs.config.ConfigException;
import io.lakewarden.jobs.config.JdbcConfig;
import io.lakewarden.jobs.config.JdbcRows;
import io.lakewarden.jobs.config.MonitorLoader;
import io.lakewarden.jobs.config.SourceFormat;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.yaml.Locations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/** Looks at data, guesses a monitor, writes it down, and makes sure that what was written loads. */
public final class Initialization {
    private static final int MOST_LISTED = 100;

    private final InitRequest request;
    private final Supplier<SparkSession> session;

    /** The data as a path or URI that does not depend on the current folder. */
    private final String location;

    private Initialization(InitRequest request, Supplier<SparkSession> session) {
        this.request = request;
        this.session = session;
        this.location = Locations.resolve(Path.of(""), request.data());
    }

    /**
     * Does it.
     *
     * @param session opened only for data that need Spark to be read: all but CSV
     * @throws UserException if there are no data that are understood, or the file is there already
     */
    public static InitOutcome run(InitRequest request, Supplier<SparkSession> session) {
        return new Initialization(request, session).run();
    }

    private InitOutcome run() {
        requireFree();
        if (location.contains("${")) {
            throw new UserException("'" + request.data() + "' holds '${', which a monitor file would take for a"
                    + " placeholder; give the data another name");
        }
        Configuration configuration = SparkHadoopUtil.get().newConfiguration(new SparkConf());
        DataFiles files = request.database().isPresent()
                ? new DataFiles(SourceFormat.JDBC, List.of(), List.of())
                : DataFiles.at(location, configuration);
        SampledTable table = sample(files, configuration);
        if (table.rows() == 0) {
            throw new UserException("there is not one row in " + request.data() + "; nothing can be guessed from it");
        }
        MonitorDraft draft = draft(files, table);
        write(MonitorText.of(draft));
        return new InitOutcome(request.output(), draft.guesses(), draft.next());
    }

    private void requireFree() {
        Path output = request.output();
        if (Files.isDirectory(output)) {
            throw new UserException("--output: '" + output + "' is a folder; expected a file, such as monitor.yaml");
        }
        if (Files.exists(output) && !request.force()) {
            throw new UserException("'" + output
                    + "' is there already; write another one with --output FILE, or replace it with --force");
        }
        Path parent = output.toAbsolutePath().getParent();
        if (!Files.isDirectory(parent)) {
            throw new UserException("--output: there is no folder '" + parent + "'");
        }
    }

    private SampledTable sample(DataFiles files, Configuration configuration) {
        if (request.database().isPresent()) {
            JdbcConfig database = request.database().get().connection();
            return StoredSample.read(
                    session.get(),
                    SourceFormat.JDBC,
                    List.of(),
                    Optional.of(database),
                    database.rows().described());
        }
        if (files.format() != SourceFormat.CSV) {
            String size = files.format() == SourceFormat.DELTA ? "its newest version" : files.size();
            return StoredSample.read(session.get(), files.format(), sources(files), Optional.empty(), size);
        }
        TextSample sample = TextSample.of(files.files(), configuration, TextSample.BUDGET);
        return CsvSniffer.table(SampledLines.of(sample), sample.scale(), files.size());
    }

    private MonitorDraft draft(DataFiles files, SampledTable table) {
        List<ColumnGuess> columns = table.columns().stream()
                .map(column -> ColumnGuesser.of(column, table.format(), table.whole()))
                .toList();
        Optional<TimeChoice> found =
                TimeChoice.of(columns.stream().filter(Columns::isListable).toList(), request.timestamp());
        double scale = table.whole() ? 1 : Math.max(Math.nextUp(1.0), (double) table.allRows() / table.rows());
        Optional<WindowGuess> windows = found.flatMap(
                time -> WindowGuess.of(time.form().of(time.column().column().texts()), scale));
        Optional<TimeChoice> time = windows.isPresent() ? found : Optional.empty();
        Optional<SplitGuess> split = time.isPresent()
                ? Optional.empty()
                : Optional.of(SplitGuess.of(
                        table,
                        columns,
                        files.files().stream()
                                .map(file -> file.getPath().getName())
                                .toList()));
        CalendarColumns calendar = time.flatMap(it -> windows.map(guess -> CalendarColumns.of(columns, it, guess)))
                .orElse(CalendarColumns.NONE);
        Roles roles = RoleGuesser.of(
                columns,
                table.rows(),
                request,
                time.map(TimeChoice::column),
                calendar,
                split.flatMap(SplitGuess::column));

        List<Guess> guesses = new ArrayList<>(Sentences.ofData(files, table, columns));
        time.ifPresent(it -> guesses.addAll(it.sentences()));
        if (time.isEmpty()) {
            guesses.add(
                    found.isPresent()
                            ? Guess.doubtful("time", "all rows have the same time, which divides nothing")
                            : Guess.sure("time", "no column holds dates or times"));
        }
        windows.ifPresent(it -> guesses.addAll(it.sentences()));
        split.ifPresent(it -> guesses.add(it.sentence()));
        guesses.addAll(roles.sentences());
        guesses.addAll(Sentences.ofColumns(columns));

        List<String> training = split.map(SplitGuess::trainingFiles).orElse(List.of());
        List<String> next =
                new ArrayList<>(List.of("run", "-c", request.output().toString()));
        windows.ifPresentOrElse(
                it -> next.addAll(List.of("--window", it.current().toString())),
                () -> next.addAll(List.of("--as-of", request.today().toString())));
        return new MonitorDraft(
                name(),
                request.data(),
                request.database(),
                table,
                training.isEmpty()
                        ? sources(files).stream().map(this::written).toList()
                        : listed(files, training, false),
                training.isEmpty() ? List.of() : listed(files, training, true),
                columns,
                time,
                windows,
                split,
                roles,
                guesses,
                next);
    }

    /** What a source has to name so that it reads these files: the place itself, where nothing else is or will be there. */
    private List<String> sources(DataFiles files) {
        if (request.database().isPresent()) {
            return List.of();
        }
        if (files.format() == SourceFormat.DELTA || (files.others().isEmpty() && isOwn(files))) {
            return List.of(location);
        }
        if (files.files().size() > MOST_LISTED) {
            throw new UserException("there are " + files.files().size() + " files of the same kind at " + location
                    + " beside others, or in folders that are no partitions; name those that belong together, such as '"
                    + location + "/*.csv'");
        }
        return files.files().stream()
                .map(file -> DataFiles.plain(file.getPath()))
                .toList();
    }

    /** Whether Spark reads these files and no others where it is told the place: all lie in it or in its partitions. */
    private boolean isOwn(DataFiles files) {
        String place = location.replaceFirst("^file:/*", "/");
        boolean apart = !request.output().toAbsolutePath().normalize().startsWith(Path.of(place));
        boolean pattern = location.matches("(?s).*[*?\\[{].*");
        return apart
                && (pattern
                        || files.files().stream()
                                .map(FileStatus::getPath)
                                .allMatch(path -> DataFiles.plain(path).equals(place)
                                        || DataFiles.plain(path.getParent()).equals(place)
                                        || path.getParent().getName().contains("=")));
    }

    private List<String> listed(DataFiles files, List<String> names, boolean among) {
        return files.files().stream()
                .filter(file -> names.contains(file.getPath().getName()) == among)
                .map(file -> DataFiles.plain(file.getPath()))
                .map(this::written)
                .toList();
    }

    /** A path as the monitor file has it: from its own folder, where the command line named it from the current one. */
    private String written(String path) {
        if (!path.startsWith("/") || Path.of(request.data()).isAbsolute()) {
            return path;
        }
        Path folder = request.output().toAbsolutePath().normalize().getParent();
        String relative = folder.relativize(Path.of(path)).toString();
        return relative.isEmpty() ? "." : relative;
    }

    /** A name for the monitor, of the data's own name. */
    private String name() {
        String last = request.database()
                .map(it -> ((JdbcRows.Table) it.connection().rows()).name())
                .orElseGet(() -> String.valueOf(Path.of(location).getFileName()));
        String name = last.replaceFirst(
                        "(?i)(\\.(csv|tsv|txt|tab|dat|data|json|jsonl|ndjson|parquet|gz|bz2|zst))+$", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceFirst("^[^a-z0-9]+", "")
                .replaceFirst("[^a-z0-9]+$", "");
        return name.isEmpty() ? "monitor" : name;
    }

    /** What the file that was written may look up: the password, which whoever asked has set. */
    private Map<String, String> environment() {
        return request.database()
                .flatMap(it -> it.passwordVariable()
                        .flatMap(name -> it.connection().password().map(password -> Map.of(name, password))))
                .orElse(Map.of());
    }

    private void write(String text) {
        try {
            Files.writeString(request.output(), text);
        } catch (IOException e) {
            throw new UserException("'" + request.output() + "' cannot be written: " + e.getMessage(), e);
        }
        try {
            MonitorLoader.load(request.output(), environment());
        } catch (ConfigException e) {
            throw new IllegalStateException("the monitor file that was written is wrong: " + e.getMessage(), e);
        }
    }
}
