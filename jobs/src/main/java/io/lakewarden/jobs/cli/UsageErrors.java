package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.config.ConfigException;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.run.ExitCode;
import io.lakewarden.yaml.Nearest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells errors in one or two lines; a stack trace only where it was asked for. */
final class UsageErrors {
    static final String VERBOSE = "--verbose";
    private static final int LONGEST_MESSAGE = 500;

    private final Console console;
    private final boolean verbose;

    UsageErrors(Console console, List<String> arguments) {
        this.console = console;
        this.verbose = arguments.contains(VERBOSE);
    }

    /** The command line itself is wrong. */
    int wrongUsage(ParameterException error) {
        CommandLine command = error.getCommandLine();
        console.complaint("lakewarden: " + message(error) + "\nSee '"
                + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE.code();
    }

    /** A command has failed. */
    int failed(Throwable error) {
        Optional<UserException> forUser = userException(error);
        String message = forUser.map(UsageErrors::toUser).orElseGet(() -> unexpected(error));
        console.complaint(verbose ? message + "\n" + stackTrace(error) : message);
        return (forUser.isPresent() ? ExitCode.USAGE : ExitCode.UNEXPECTED).code();
    }

    private static String toUser(UserException error) {
        boolean namesPlaces = error instanceof ConfigException;
        return namesPlaces ? error.getMessage() : "lakewarden: " + error.getMessage();
    }

    private String unexpected(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String text = root.getMessage() == null
                ? ""
                : ": " + root.getMessage().lines().findFirst().orElse("");
        boolean namesPlace = error instanceof UncheckedIOException && error.getMessage() != null && root != error;
        String place = namesPlace ? error.getMessage() + ": " : "";
        String shortened = text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) + "…" : text;
        return "lakewarden: unexpected error: " + place + root.getClass().getSimpleName() + shortened
                + (verbose ? "" : "\nRun again with " + VERBOSE + " for the stack trace.");
    }

    private static String message(ParameterException error) {
        if (error instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), error.getCommandLine());
        }
        return error.getMessage().lines().collect(Collectors.joining(" "));
    }

    private static String unmatched(String argument, CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        if (argument.startsWith("-")) {
            Set<String> options = new TreeSet<>();
            command.getCommandSpec().options().forEach(option -> options.add(option.longestName()));
            String written = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
            return "unknown option '" + written + "' for '" + name + "'" + Nearest.hint(written, options);
        }
        Set<String> commands = command.getSubcommands().keySet();
        if (commands.isEmpty()) {
            return "'" + name + "' takes no argument '" + argument + "'";
        }
        String hint = Nearest.hint(argument, commands);
        return "unknown command '" + argument + "'"
                + (hint.isEmpty() ? "; expected one of " + String.join(", ", commands) : hint);
    }

    private static Optional<UserException> userException(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof UserException forUser) {
                return Optional.of(forUser);
            }
        }
        return Optional.empty();
    }

    private static String stackTrace(Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace, true));
        return trace.toString().stripTrailing();
    }
}
