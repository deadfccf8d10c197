package io.lakewarden.report;

/** A text that is no report.json of the version read here. The message says where and what was expected. */
public final class ReportFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReportFormatException(String message) {
        super(message);
    }

    ReportFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
