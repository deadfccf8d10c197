package io.lakewarden.jobs.config;

/**
 * Something that the person at the command line can put right: arguments, configuration, a missing table, column or
 * window. The message is one or two lines that name the thing, say what was expected and what to do; it is shown without
 * a stack trace, and the exit code is 2 because trying again does not help.
 *
 * <p>It lives in the lowest package of the jobs, so that source, store and run can throw it alike.
 */
public class UserException extends RuntimeException {
    public UserException(String message) {
        super(message);
    }

    public UserException(String message, Throwable cause) {
        super(message, cause);
    }
}
